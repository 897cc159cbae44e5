package gouji.table;

import gouji.document.Box;
import gouji.document.Finding;
import gouji.document.Glyph;
import gouji.document.Page;
import gouji.document.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The tables of a document whose pages come one at a time, in reading order; a table that runs over pages is one table.
 *
 * <p>Keeps a window of pages and the table that is still open at its end, nothing else. A table that goes on for more
 * than {@value #PAGES_AT_A_TIME} pages is handed on in pieces ({@link Stretch}), each with the header rows of the first.
 * Within a window the result is that of {@link LayoutBuilder}; page headers and footers are told by the pages of the
 * window rather than by those of the whole document.
 *
 * <p>For one thread. Findings: {@code GLYPHS_LEFT_OVER}.
 */
public final class TableStream {
    /** Pages looked at together, and the most of an open table that is kept. */
    public static final int PAGES_AT_A_TIME = 32;

    private final LayoutBuilder layouts = new LayoutBuilder();
    private final PageJoiner joiner = new PageJoiner(Tolerances.STANDARD);
    private final Sink sink;
    private final List<PageContent> window = new ArrayList<>();
    private final List<Piece> open = new ArrayList<>();
    private final Map<Integer, Turn> turns = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    /** Header rows that the open table was given when its beginning was handed on; 0 for one that is whole so far. */
    private int repeatedRows;

    /**
     * A table, or a piece of a very long one.
     *
     * @param table what is printed
     * @param continued whether it goes on with the table handed on before
     * @param repeatedRows rows at its head that repeat the head of that table; 0 where it does not go on
     */
    public record Stretch(Table table, boolean continued, int repeatedRows) {}

    /** Told the tables as they are finished. */
    @FunctionalInterface
    public interface Sink {
        /** @param lastPage pages up to this one have no more tables to come */
        void table(Stretch table, int lastPage);
    }

    /** Column edges of the last table of the page before. */
    private List<Double> columns = List.of();

    public TableStream(Sink sink) {
        this.sink = sink;
    }

    /** Takes the next page; page numbers ascend. */
    public void page(Page page) {
        Turn turn = Turn.of(page);
        PageContent content = layouts.content(turn.upright(page), columns);
        columns = content.lastColumns();
        int before = findings.size();
        Ledger.check(page, content, findings);
        window.add(content);
        if (!turn.isNone()) {
            turns.put(page.number(), turn);
        }
        if (findings.size() > before && content.parts().isEmpty()) {
            findings.remove(findings.size() - 1);
        }
        if (window.size() == PAGES_AT_A_TIME) {
            closeWindow(false);
        }
    }

    /** No more pages: hands on what is left. */
    public void end() {
        closeWindow(true);
    }

    /** What was noticed so far, in order. */
    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    private void closeWindow(boolean last) {
        List<Piece> pieces = new ArrayList<>(open);
        pieces.addAll(LayoutBuilder.inReadingOrder(window));
        List<Piece> joined = joiner.joined(pieces);
        int lastPage = window.isEmpty() ? 0 : window.get(window.size() - 1).page();
        window.clear();
        open.clear();
        int keepFrom = last ? joined.size() : firstOpen(joined);
        for (Piece piece : joined.subList(0, keepFrom)) {
            if (piece instanceof Piece.Grid grid) {
                handOn(grid.part(), lastPage);
            }
        }
        open.addAll(joined.subList(keepFrom, joined.size()));
        if (!open.isEmpty() && open.get(0) instanceof Piece.Grid grid) {
            open.set(0, new Piece.Grid(shortened(grid.part(), lastPage)));
        }
        forgetTurns();
    }

    /** Index of the table that the next page can go on with: the last piece, or the one before a last line. */
    private static int firstOpen(List<Piece> pieces) {
        for (int i = pieces.size() - 1; i >= Math.max(0, pieces.size() - 2); i--) {
            if (pieces.get(i) instanceof Piece.Grid) {
                return i;
            }
        }
        return pieces.size();
    }

    private void handOn(Part part, int lastPage) {
        if (!part.isFramedText()) {
            Element turned = turns.isEmpty()
                    ? part.toTable()
                    : new TurnBack(turns).elements(List.of(part.toTable())).get(0);
            sink.table(new Stretch((Table) turned, repeatedRows > 0, repeatedRows), lastPage);
        }
        repeatedRows = 0;
    }

    /** Hands on all but the header and the last page of an open table that has become long. */
    private Part shortened(Part part, int lastPage) {
        if (part.lastPage() - part.firstPage() < PAGES_AT_A_TIME - 1) {
            return part;
        }
        HeaderModel model = HeaderModel.of(part.toTable());
        int header = repeatedRows > 0 ? repeatedRows : model.headerRows();
        int cut = closedRow(part, part.rowPages().indexOf(part.lastPage()), header);
        if (cut <= header || header == 0 && repeatedRows > 0) {
            return part;
        }
        handOn(rows(part, 0, cut, 0), lastPage);
        repeatedRows = header;
        return withHeader(part, header, cut);
    }

    /** The last row up to the given one that no cell reaches into from above. */
    private static int closedRow(Part part, int row, int least) {
        boolean[] crossed = new boolean[part.rows() + 1];
        for (Cell c : part.cells()) {
            for (int r = c.row() + 1; r < c.row() + c.rowSpan(); r++) {
                crossed[r] = true;
            }
        }
        int cut = row;
        while (cut > least && crossed[cut]) {
            cut--;
        }
        return cut;
    }

    private static Part rows(Part part, int from, int to, int shift) {
        List<Cell> cells = new ArrayList<>();
        for (Cell c : part.cells()) {
            if (c.row() >= from && c.row() + c.rowSpan() <= to) {
                cells.add(c.moved(shift));
            }
        }
        List<Integer> pages = part.rowPages().subList(from, to);
        return new Part(part.xs(), to - from, cells, part.exact(), regions(part, pages), pages, asides(part, pages));
    }

    private static Part withHeader(Part part, int header, int cut) {
        List<Cell> cells = new ArrayList<>();
        for (Cell c : part.cells()) {
            if (c.row() + c.rowSpan() <= header) {
                cells.add(c);
            } else if (c.row() >= cut) {
                cells.add(c.moved(header - cut));
            }
        }
        List<Integer> below = part.rowPages().subList(cut, part.rows());
        List<Integer> pages = new ArrayList<>(part.rowPages().subList(0, header));
        pages.addAll(below);
        return new Part(part.xs(), pages.size(), cells, part.exact(), regions(part, below), pages, asides(part, below));
    }

    private static List<Aside> asides(Part part, List<Integer> pages) {
        return part.asides().stream()
                .filter(a -> pages.contains(a.place().page()))
                .toList();
    }

    private static List<Place> regions(Part part, List<Integer> pages) {
        return part.regions().stream().filter(r -> pages.contains(r.page())).toList();
    }

    private void forgetTurns() {
        int from = open.isEmpty() ? Integer.MAX_VALUE : open.get(0).page();
        turns.keySet().removeIf(page -> page < from && repeatedRows == 0);
    }

    /**
     * The glyphs of a page that stand within a table's frame, in none of its cells and not aside for a reason.
     *
     * @param tables all tables of the page
     */
    public static List<Glyph> leftOver(Page page, List<Table> tables) {
        List<Glyph> left = new ArrayList<>();
        for (Glyph g : page.glyphs()) {
            if (!Ink.isBlank(g)
                    && isWithin(page, g, tables)
                    && !isInCell(page, g, tables)
                    && !isAside(page, g, tables)) {
                left.add(g);
            }
        }
        return left;
    }

    private static boolean isWithin(Page page, Glyph g, List<Table> tables) {
        for (Table t : tables) {
            for (Place region : t.regions()) {
                if (region.page() == page.number() && holds(region, g)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isInCell(Page page, Glyph g, List<Table> tables) {
        String text = Script.squeezed(g.text());
        for (Table t : tables) {
            for (Cell c : t.cells()) {
                boolean here = c.place().page() == page.number() && reaches(c.place(), g);
                if (here && c.text().contains(text)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isAside(Page page, Glyph g, List<Table> tables) {
        for (Table t : tables) {
            for (Aside a : t.asides()) {
                if (a.place().page() == page.number() && holds(a.place(), g)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** As {@link #holds}, for a word that runs a little over the edge of its cell. */
    private static boolean reaches(Place place, Glyph g) {
        Box b = place.box().orElseThrow();
        double slack = g.sizePt();
        return g.box().centerX() > b.x0() - slack
                && g.box().centerX() < b.x1() + slack
                && g.box().centerY() > b.y0() - slack
                && g.box().centerY() < b.y1() + slack;
    }

    private static boolean holds(Place place, Glyph g) {
        Box b = place.box().orElseThrow();
        return b.contains(g.box().centerX(), g.box().centerY());
    }
}
