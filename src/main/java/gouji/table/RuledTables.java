package gouji.table;

import gouji.document.Alternative;
import gouji.document.Box;
import gouji.document.CellReading;
import gouji.document.Glyph;
import gouji.document.Page;
import gouji.document.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Finds the tables of a page that rulings show, and takes their glyphs. */
final class RuledTables {
    /** A page with more frames is a drawing. */
    private static final int MOST_FRAMES = 500;
    /** A finer lattice is a drawing. */
    private static final int MOST_ATOMS = 50_000;

    private static final double LEAST_ROWS_WITH_TEXT = 0.35;

    /** Several recognised cells fell into one: whatever was read there is not to be trusted. */
    private static final List<Alternative> UNSURE = List.of(new Alternative("", 0));

    private final Tolerances near;
    private final FrameFinder frames;
    private final OpenForms openForms;
    private final CellText cellText;
    private final LooseRows looseRows;

    RuledTables(Tolerances near) {
        this.near = near;
        this.frames = new FrameFinder(near);
        this.openForms = new OpenForms(near);
        this.cellText = new CellText(near);
        this.looseRows = new LooseRows(near);
    }

    /**
     * The tables of the page, from the top down.
     *
     * @param known column edges of the last table of the page before, empty for none
     * @param taken set for each glyph of the page that went into a table
     */
    List<Part> find(Page page, List<Double> known, boolean[] taken) {
        List<Frame> found = new ArrayList<>();
        FrameCutter cutter = new FrameCutter(near, page.glyphs());
        for (Frame frame : frames.find(page.rulings())) {
            found.addAll(cutter.cut(frame));
        }
        found.addAll(openForms.find(page.rulings(), List.copyOf(found), page.glyphs(), known));
        if (found.size() > MOST_FRAMES) {
            return List.of();
        }
        found.sort(Comparator.comparingDouble(Frame::areaPt2));
        List<Lattice> lattices = new ArrayList<>();
        for (Frame frame : found) {
            addLattice(page, frame, isNested(frame, found), taken, lattices);
        }
        double pitchEm = TextPrices.usualPitchEm(lattices);
        List<CellGrid> grids = new ArrayList<>(lattices.size());
        for (Lattice lattice : lattices) {
            grids.add(new CellGrid(lattice, SpanSolver.cells(lattice, pitchEm, near)));
        }
        Overflow.bringHome(page.glyphs(), grids, taken);
        List<Part> parts = new ArrayList<>(grids.size());
        for (CellGrid grid : grids) {
            parts.add(looseRows.read(page.number(), grid).orElseGet(() -> part(page, grid)));
        }
        parts.sort(Comparator.comparingDouble(p -> p.firstBox().y0()));
        sortBesideEachOther(parts);
        return parts;
    }

    /** Tables whose tops are level go from left to right. */
    private void sortBesideEachOther(List<Part> byTop) {
        for (int from = 0; from < byTop.size(); ) {
            int to = from + 1;
            while (to < byTop.size()
                    && byTop.get(to).firstBox().y0()
                                    - byTop.get(from).firstBox().y0()
                            <= near.sameRulePt()) {
                to++;
            }
            byTop.subList(from, to)
                    .sort(Comparator.comparingDouble(p -> p.firstBox().x0()));
            from = to;
        }
    }

    private static boolean isNested(Frame frame, List<Frame> all) {
        for (Frame other : all) {
            Box o = other.box();
            Box b = frame.box();
            if (other != frame && o.x0() <= b.x0() && o.x1() >= b.x1() && o.y0() <= b.y0() && o.y1() >= b.y1()) {
                return true;
            }
        }
        return false;
    }

    private void addLattice(Page page, Frame frame, boolean nested, boolean[] taken, List<Lattice> lattices) {
        boolean[] before = taken.clone();
        List<Glyph> glyphs = takeWithin(page.glyphs(), frame.box(), taken);
        if (glyphs.stream().allMatch(Ink::isBlank)) {
            return;
        }
        Lattice lattice = Lattice.of(frame, glyphs, near);
        boolean grid = lattice.rows() >= 2 && lattice.columns() >= 2;
        if (lattice.rows() < 1 || lattice.columns() < 1 || nested && !grid || isDrawing(lattice)) {
            System.arraycopy(before, 0, taken, 0, taken.length);
            return;
        }
        lattices.add(lattice);
    }

    /** Whether the grid is too fine for a table, or most of its rows hold no text at all, not even a label. */
    private static boolean isDrawing(Lattice lattice) {
        if ((long) lattice.rows() * lattice.columns() > MOST_ATOMS) {
            return true;
        }
        int withText = 0;
        for (int r = 0; r < lattice.rows(); r++) {
            withText += holdsText(lattice, r) ? 1 : 0;
        }
        return lattice.rows() > 2 && withText < LEAST_ROWS_WITH_TEXT * lattice.rows();
    }

    private static boolean holdsText(Lattice lattice, int row) {
        for (int c = 0; c < lattice.columns(); c++) {
            for (Glyph g : lattice.glyphs(row, c)) {
                if (!Ink.isBlank(g)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static List<Glyph> takeWithin(List<Glyph> all, Box box, boolean[] taken) {
        List<Glyph> within = new ArrayList<>();
        for (int i = 0; i < taken.length; i++) {
            Glyph g = all.get(i);
            if (!taken[i] && (box.contains(Ink.middleX(g), Ink.middleY(g)) || i > 0 && endsWord(all, i, box, taken))) {
                within.add(g);
                taken[i] = true;
            }
        }
        return within;
    }

    /** Whether the glyph lies just outside the box, but ends a word that begins within. */
    private static boolean endsWord(List<Glyph> all, int i, Box box, boolean[] taken) {
        Glyph g = all.get(i);
        return taken[i - 1]
                && !Ink.isBlank(g)
                && g.box().x0() <= box.x1()
                && g.box().x0() > box.x0()
                && Lattice.isSameWord(all.get(i - 1), g)
                && box.contains(Ink.middleX(all.get(i - 1)), Ink.middleY(all.get(i - 1)));
    }

    private Part part(Page page, CellGrid grid) {
        Lattice lattice = grid.lattice();
        List<Rect> rects = grid.rects();
        int[] rowOf = used(rects, true, lattice.rows());
        int[] columnOf = used(rects, false, lattice.columns());
        List<Cell> cells = new ArrayList<>(rects.size());
        for (int i = 0; i < rects.size(); i++) {
            cells.add(cell(page, grid, i, rowOf, columnOf));
        }
        List<Double> xs = new ArrayList<>();
        for (int i = 0; i <= lattice.columns(); i++) {
            if (columnOf[i] >= 0) {
                xs.add(lattice.x(i));
            }
        }
        return Part.onPage(page.number(), lattice.box(), xs, rowOf[lattice.rows()], cells, true);
    }

    private Cell cell(Page page, CellGrid grid, int index, int[] rowOf, int[] columnOf) {
        Rect r = grid.rects().get(index);
        Box box = grid.box(index);
        List<Alternative> alternatives = alternatives(page, box);
        double read = alternatives.isEmpty() ? 1 : alternatives.get(0).score();
        return new Cell(
                rowOf[r.row0()],
                columnOf[r.column0()],
                rowOf[r.row1()] - rowOf[r.row0()],
                columnOf[r.column1()] - columnOf[r.column0()],
                cellText.of(grid.glyphs(index), box.widthPt()),
                Place.onPage(page.number(), box),
                confidence(grid.lattice(), r) * read,
                alternatives);
    }

    /** The readings of the recognised cell whose middle lies within the box; none if it is not exactly one. */
    private static List<Alternative> alternatives(Page page, Box box) {
        List<CellReading> within = page.readings().stream()
                .filter(c -> box.contains(c.box().centerX(), c.box().centerY()))
                .toList();
        return within.size() == 1 ? within.get(0).alternatives() : within.isEmpty() ? List.of() : UNSURE;
    }

    /** How much of the cell's border is ruled, from 0.7 (nothing) to 1 (all). */
    private static double confidence(Lattice lattice, Rect r) {
        double ruled = 0;
        for (int i = r.row0(); i < r.row1(); i++) {
            ruled += Math.min(1, lattice.downShare(i, r.column0())) + Math.min(1, lattice.downShare(i, r.column1()));
        }
        for (int c = r.column0(); c < r.column1(); c++) {
            ruled += Math.min(1, lattice.acrossShare(r.row0(), c)) + Math.min(1, lattice.acrossShare(r.row1(), c));
        }
        double share = ruled / (2.0 * (r.rowSpan() + r.columnSpan()));
        return share > 0.95 ? 1 : Math.round(100 * (0.7 + 0.3 * share)) / 100.0;
    }

    /** New number of each edge that some cell begins or ends at, -1 for an edge that no cell has. */
    private static int[] used(List<Rect> rects, boolean rows, int fields) {
        int[] number = new int[fields + 1];
        Arrays.fill(number, -1);
        for (Rect r : rects) {
            number[rows ? r.row0() : r.column0()] = 0;
            number[rows ? r.row1() : r.column1()] = 0;
        }
        int next = 0;
        for (int i = 0; i <= fields; i++) {
            if (number[i] == 0) {
                number[i] = next++;
            }
        }
        return number;
    }
}
