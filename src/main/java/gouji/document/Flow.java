package gouji.document;

import gouji.source.Input;
import gouji.source.Reason;
import gouji.source.UnreadableException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Collects what a flowing format says, in its order: text, ends of paragraphs, tables with rows and cells, pictures.
 * Then tells tables of data from tables that only arrange a page, numbers what is left and gives its blocks.
 *
 * <p>Tables are numbered from 1 in reading order, a nested one after the table it stands in; rows and cells as the format
 * writes them. One is used for one document by one thread.
 */
public final class Flow {
    private static final int MAX_CELLS = 200_000;
    private static final int MAX_NESTED_TABLES = 40;
    private static final int MAX_PICTURE_FINDINGS = 200;
    /** From this length on a cell of several paragraphs is a column of a page, not a cell of a table. */
    private static final int PROSE_LENGTH = 400;
    /** Longest text of a cell that speaks for a table of data around nested tables. */
    private static final int LABEL_LENGTH = 60;
    /** Fewest such cells of a table of data. */
    private static final int FEWEST_LABELS = 4;

    private final Deque<Draft> open = new ArrayDeque<>();
    private List<Item> items = new ArrayList<>();
    private final List<Item> top = items;
    private final StringBuilder text = new StringBuilder();
    private boolean plain;
    private int cells;

    private final List<Block> blocks = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private int paragraphs;
    private int tables;
    private int pictures;

    private sealed interface Item permits Prose, Picture, Draft {}

    /** @param links whether it is nothing but links, as navigation is */
    private record Prose(String text, boolean links) implements Item {}

    private record Picture(String source, boolean remote, Optional<Input> file) implements Item {}

    private record DraftCell(CellShape shape, List<Item> content) {}

    private static final class Draft implements Item {
        final List<List<DraftCell>> rows = new ArrayList<>();
        final List<Item> outside;
        boolean columnsKnown;

        Draft(List<Item> outside) {
            this.outside = outside;
        }
    }

    /** Adds to the paragraph at hand. */
    public void text(String s) {
        plain |= !s.isBlank();
        text.append(s);
    }

    /** Adds the words of a link to the paragraph at hand. */
    public void linkText(String s) {
        text.append(s);
    }

    /** Ends a heading: never navigation, though its words be a link. */
    public void endHeading() {
        plain = true;
        endParagraph();
    }

    public void endParagraph() {
        String paragraph = strip(text.toString());
        if (!paragraph.isEmpty()) {
            addProse(paragraph);
        }
        text.setLength(0);
        plain = false;
    }

    /** Lists of links in a row are one paragraph: the navigation of a page. */
    private void addProse(String paragraph) {
        int last = items.size() - 1;
        if (!plain && last >= 0 && items.get(last) instanceof Prose p && p.links()) {
            items.set(last, new Prose(p.text() + " " + paragraph, true));
        } else {
            items.add(new Prose(paragraph, !plain));
        }
    }

    /** A picture at this point. */
    public void picture(String source, boolean remote) {
        items.add(new Picture(source, remote, Optional.empty()));
    }

    /**
     * A picture at this point whose file came along.
     *
     * @param source what the document calls it
     */
    public void picture(String source, Input file) {
        items.add(new Picture(source, false, Optional.of(file)));
    }

    public void beginTable() throws UnreadableException {
        endParagraph();
        if (open.size() >= MAX_NESTED_TABLES) {
            throw new UnreadableException(
                    Reason.LIMIT_DEPTH,
                    "Tables are nested deeper than " + MAX_NESTED_TABLES + "; it looks like a bomb.");
        }
        Draft draft = new Draft(items);
        items.add(draft);
        open.push(draft);
    }

    public void beginRow() throws UnreadableException {
        count();
        open.element().rows.add(new ArrayList<>());
    }

    public void beginCell(CellShape shape) throws UnreadableException {
        count();
        DraftCell cell = new DraftCell(shape, new ArrayList<>());
        List<List<DraftCell>> rows = open.element().rows;
        rows.get(rows.size() - 1).add(cell);
        items = cell.content();
    }

    private void count() throws UnreadableException {
        if (++cells > MAX_CELLS) {
            throw new UnreadableException(Reason.LIMIT_CELLS);
        }
    }

    public void endCell() {
        endParagraph();
        items = open.element().outside;
    }

    public void endTable() {
        open.pop();
    }

    /** Ends the table at hand, whose columns come from positions: a row may end early and still be believed. */
    public void endTableWithKnownColumns() {
        open.element().columnsKnown = true;
        endTable();
    }

    /** Whether a table is open. */
    public boolean inTable() {
        return !open.isEmpty();
    }

    /** What was collected, in reading order. */
    public Document document(String format, List<Finding> noticed) throws UnreadableException {
        endParagraph();
        emit(top);
        List<Finding> all = new ArrayList<>(noticed);
        all.addAll(findings);
        return new Document(format, List.of(), blocks, all);
    }

    private void emit(List<Item> content) throws UnreadableException {
        for (Item item : content) {
            if (item instanceof Prose p) {
                blocks.add(new Paragraph(p.text(), Place.at("paragraph " + ++paragraphs)));
            } else if (item instanceof Picture p) {
                show(p, Place.UNKNOWN);
            } else if (item instanceof Draft d) {
                emit(d);
            }
        }
    }

    private void emit(Draft draft) throws UnreadableException {
        boolean reaching = draft.rows.stream()
                .flatMap(List::stream)
                .anyMatch(c -> c.shape().rowSpan() > 1);
        draft.rows.removeIf(row -> row.isEmpty() && !reaching);
        if (arrangesOnly(draft)) {
            for (List<DraftCell> row : draft.rows) {
                for (DraftCell cell : row) {
                    emit(cell.content());
                }
            }
            return;
        }
        String path = "table " + ++tables;
        List<List<GridPlacer.Stated>> rows = new ArrayList<>();
        Map<DraftCell, Place> places = new IdentityHashMap<>();
        for (int r = 0; r < draft.rows.size(); r++) {
            List<GridPlacer.Stated> row = new ArrayList<>();
            for (int c = 0; c < draft.rows.get(r).size(); c++) {
                DraftCell cell = draft.rows.get(r).get(c);
                Place place = Place.at(path + " / row " + (r + 1) + " / cell " + (c + 1));
                row.add(new GridPlacer.Stated(cell.shape(), words(cell), place));
                places.put(cell, place);
            }
            rows.add(row);
        }
        blocks.add(GridPlacer.place(rows, draft.columnsKnown));
        emitInside(draft, places);
    }

    /** Tables and pictures inside of cells follow their table. */
    private void emitInside(Draft draft, Map<DraftCell, Place> places) throws UnreadableException {
        for (List<DraftCell> row : draft.rows) {
            for (DraftCell cell : row) {
                for (Item item : cell.content()) {
                    if (item instanceof Draft nested) {
                        emit(nested);
                    } else if (item instanceof Picture p) {
                        show(p, places.get(cell));
                    }
                }
            }
        }
    }

    /** Whether a table only puts things beside each other: it has one column, or holds prose or tables and few labels. */
    private static boolean arrangesOnly(Draft draft) {
        int widest = draft.rows.stream().mapToInt(List::size).max().orElse(0);
        List<DraftCell> all = draft.rows.stream().flatMap(List::stream).toList();
        boolean wraps =
                all.stream().anyMatch(c -> isPage(c) || c.content().stream().anyMatch(Draft.class::isInstance));
        long labels = all.stream().filter(Flow::isLabel).count();
        return widest <= 1 || wraps && (labels < FEWEST_LABELS || labels * 2 < all.size());
    }

    private static boolean isPage(DraftCell cell) {
        List<Prose> prose = prose(cell);
        return prose.size() >= 3
                && prose.stream().mapToInt(p -> p.text().length()).sum() > PROSE_LENGTH;
    }

    private static boolean isLabel(DraftCell cell) {
        String words = words(cell);
        return !words.isEmpty() && words.length() <= LABEL_LENGTH;
    }

    private static List<Prose> prose(DraftCell cell) {
        return cell.content().stream()
                .filter(Prose.class::isInstance)
                .map(Prose.class::cast)
                .toList();
    }

    /** The cell's paragraphs in one line: joined by nothing between Han, by a blank elsewhere. */
    private static String words(DraftCell cell) {
        StringBuilder words = new StringBuilder();
        for (Prose p : prose(cell)) {
            if (words.length() > 0
                    && !(isWide(words.charAt(words.length() - 1))
                            && isWide(p.text().charAt(0)))) {
                words.append(' ');
            }
            words.append(p.text());
        }
        return words.toString();
    }

    private static boolean isWide(char c) {
        return c >= 0x2E80 && c <= 0x9FFF || c >= 0xF900 && c <= 0xFAFF || c >= 0xFF00 && c <= 0xFF60;
    }

    private void show(Picture picture, Place place) {
        if (++pictures > MAX_PICTURE_FINDINGS) {
            return;
        }
        Place where = place.equals(Place.UNKNOWN) ? Place.at("picture " + pictures) : place;
        picture.file().ifPresent(f -> blocks.add(new Drawing(f, List.of(), where)));
        findings.add(
                picture.remote()
                        ? Finding.warning(
                                "REMOTE_PICTURE",
                                "A picture is on another machine (" + picture.source()
                                        + ") and was not fetched; if it shows a table, save it and import it too.",
                                where)
                        : Finding.info(
                                "PICTURE_FOUND",
                                "A picture stands here (" + picture.source() + "); what it shows was not read.",
                                where));
    }

    /** Without blanks (no-break and ideographic ones too) at either end. */
    private static String strip(String s) {
        int from = 0;
        int to = s.length();
        while (from < to && isBlank(s.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(s.charAt(to - 1))) {
            to--;
        }
        return s.substring(from, to);
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF' || c == '\u200B';
    }
}
