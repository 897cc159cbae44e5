package gouji.table;

import gouji.document.Box;
import gouji.document.Glyph;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Brings text home that runs out of a cell too small for it, as when a tall label is printed into the one row of its
 * group that came to stand on a new page. Such text is painted line after line at the usual distance, keeps to the
 * columns of its cell, and runs over the frame into a cell of other columns that holds text of its own.
 */
final class Overflow {
    private static final double NEXT_LINE_LEAST_EM = 0.9;
    private static final double NEXT_LINE_MOST_EM = 1.7;
    private static final double SLACK_PT = 1;

    /** A stretch of glyphs painted one after the other on one baseline. */
    private record Run(int from, int to, double x0, double x1, double baseline, double sizePt) {
        double middleY() {
            return baseline - 0.36 * sizePt;
        }

        double middleX() {
            return (x0 + x1) / 2;
        }
    }

    private final List<Glyph> glyphs;
    private final boolean[] taken;

    private Overflow(List<Glyph> glyphs, boolean[] taken) {
        this.glyphs = glyphs;
        this.taken = taken;
    }

    /** Moves such text within the grids, and into them from outside. */
    static void bringHome(List<Glyph> glyphs, List<CellGrid> grids, boolean[] taken) {
        if (!grids.isEmpty()) {
            new Overflow(glyphs, taken).bringHome(grids);
        }
    }

    private void bringHome(List<CellGrid> grids) {
        List<Run> runs = runs();
        for (int i = 1; i < runs.size(); i++) {
            if (follows(runs.get(i - 1), runs.get(i))) {
                for (CellGrid grid : grids) {
                    bringHome(runs, i, grid);
                }
            }
        }
    }

    private void bringHome(List<Run> runs, int second, CellGrid grid) {
        Run first = runs.get(second - 1);
        int home = grid.cellAt(first.middleX(), first.middleY());
        int away = grid.cellAt(runs.get(second).middleX(), runs.get(second).middleY());
        if (home < 0 || away < 0 || home == away || !isStrange(runs, second, grid, home, away)) {
            return;
        }
        int i = second;
        do {
            move(runs.get(i), grid, home);
            i++;
        } while (i < runs.size() && follows(runs.get(i - 1), runs.get(i)) && fits(runs.get(i), grid.box(home)));
    }

    /** Whether the run keeps to its home's columns, and the cell it stands in is of other columns and has other text. */
    private boolean isStrange(List<Run> runs, int second, CellGrid grid, int home, int away) {
        Rect a = grid.rects().get(home);
        Rect b = grid.rects().get(away);
        if (a.column0() == b.column0() && a.column1() == b.column1()
                || !fits(runs.get(second - 1), grid.box(home))
                || !fits(runs.get(second), grid.box(home))) {
            return false;
        }
        Run run = runs.get(second);
        Set<Glyph> block = block(runs, second);
        for (Glyph g : grid.glyphs(away)) {
            boolean own = Math.abs(g.baseline() - run.baseline()) < 0.05 * run.sizePt() || block.contains(g);
            boolean inColumn =
                    g.box().centerX() > run.x0() - SLACK_PT && g.box().centerX() < run.x1() + SLACK_PT;
            if (!Ink.isBlank(g) && !own && !inColumn) {
                return true;
            }
        }
        return false;
    }

    /** The glyphs of the lines that follow on each other from the given one on. */
    private Set<Glyph> block(List<Run> runs, int first) {
        Set<Glyph> block = new HashSet<>();
        int i = first;
        do {
            block.addAll(glyphs.subList(runs.get(i).from(), runs.get(i).to()));
            i++;
        } while (i < runs.size() && follows(runs.get(i - 1), runs.get(i)));
        return block;
    }

    private static boolean fits(Run run, Box cell) {
        return run.x0() >= cell.x0() - SLACK_PT && run.x1() <= cell.x1() + SLACK_PT;
    }

    private void move(Run run, CellGrid grid, int home) {
        for (int i = run.from(); i < run.to(); i++) {
            Glyph g = glyphs.get(i);
            int at = grid.cellAt(Ink.middleX(g), Ink.middleY(g));
            if (at != home && (at >= 0 ? grid.glyphs(at).remove(g) : !taken[i])) {
                grid.glyphs(home).add(g);
                taken[i] = true;
            }
        }
    }

    private static boolean follows(Run a, Run b) {
        double pitch = (b.baseline() - a.baseline()) / a.sizePt();
        return pitch >= NEXT_LINE_LEAST_EM
                && pitch <= NEXT_LINE_MOST_EM
                && Math.abs(a.sizePt() - b.sizePt()) < 0.1
                && Math.min(a.x1(), b.x1()) > Math.max(a.x0(), b.x0());
    }

    private List<Run> runs() {
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < glyphs.size(); ) {
            int from = i;
            Glyph first = glyphs.get(i++);
            while (i < glyphs.size() && goesOn(glyphs.get(i - 1), glyphs.get(i))) {
                i++;
            }
            Glyph last = glyphs.get(i - 1);
            if (first.angle() == 0 && last.box().x1() > first.box().x0()) {
                runs.add(new Run(from, i, first.box().x0(), last.box().x1(), first.baseline(), first.sizePt()));
            }
        }
        return runs;
    }

    private static boolean goesOn(Glyph a, Glyph b) {
        return a.angle() == b.angle()
                && Math.abs(a.baseline() - b.baseline()) < 0.1
                && Math.abs(b.box().x0() - a.box().x1()) < 0.5 * a.sizePt();
    }
}
