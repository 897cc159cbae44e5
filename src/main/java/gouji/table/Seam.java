package gouji.table;

import gouji.document.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Two parts of a table with the same columns, one above the other: what of the second repeats the first, what was cut,
 * and how it is mended.
 */
final class Seam {
    private static final int MOST_HEADER_ROWS = 12;
    private static final int MOST_TITLE_ROWS = 2;

    private final Part first;
    private final Part second;
    private final boolean turnsPage;
    /** Rows at the head of the second part that repeat the head of the first. */
    private final int repeated;

    /** First of the columns at the right that hold figures or blanks rather than words. */
    private final int firstValueColumn;

    /** Whether there is a figure at all. */
    private final boolean holdsFigures;

    private final List<Aside> asides;

    /** @param turnsPage false for parts on one page, of which nothing is repeated or cut */
    Seam(Part first, Part second, boolean turnsPage) {
        this.first = first;
        this.second = second;
        this.turnsPage = turnsPage;
        this.asides = new ArrayList<>(first.asides());
        this.repeated = turnsPage ? repeatedRows() : 0;
        this.holdsFigures = holdsFigures(first.cells()) || holdsFigures(second.cells());
        this.firstValueColumn = firstColumnWithoutWords();
    }

    private static boolean holdsFigures(List<Cell> cells) {
        for (Cell c : cells) {
            if (Script.isFigure(c.text())) {
                return true;
            }
        }
        return false;
    }

    private int firstColumnWithoutWords() {
        int[] words = new int[first.columns()];
        int[] others = new int[first.columns()];
        countKinds(first, words, others);
        countKinds(second, words, others);
        int column = first.columns();
        while (column > 0 && others[column - 1] >= words[column - 1]) {
            column--;
        }
        return column;
    }

    private static void countKinds(Part part, int[] words, int[] others) {
        for (Cell c : part.cells()) {
            boolean word = !Script.isBlank(c.text()) && !Script.isFigure(c.text());
            (word ? words : others)[c.column()]++;
        }
    }

    // ---- whether the second goes on with the first

    /** False where the second part begins with a header of its own that the first does not know. */
    boolean isContinued() {
        if (repeated > 0 || first.rows() <= MOST_TITLE_ROWS && !holdsFigures(first.cells())) {
            return true;
        }
        List<Cell> head = startingIn(second, 0);
        Set<String> known = new HashSet<>();
        for (Cell c : first.cells()) {
            known.add(Script.squeezed(c.text()));
        }
        int texts = 0;
        for (Cell c : head) {
            if (Script.isFigure(c.text()) || !Script.isBlank(c.text()) && known.contains(Script.squeezed(c.text()))) {
                return true;
            }
            texts += Script.isBlank(c.text()) ? 0 : 1;
        }
        boolean fewerColumns = second.columns() != first.columns() || covered(head) < first.columns();
        return texts < (fewerColumns && !turnsPage ? 2 : 3) || texts < head.size() - 1;
    }

    private static int covered(List<Cell> row) {
        int columns = 0;
        for (Cell c : row) {
            columns += c.columnSpan();
        }
        return columns;
    }

    private int repeatedRows() {
        for (int k = Math.min(MOST_HEADER_ROWS, second.rows()); k > 0; k--) {
            if (isClosed(second, k) && isHeadOfFirst(texts(second, k))) {
                return k;
            }
        }
        return 0;
    }

    private boolean isHeadOfFirst(List<String> head) {
        long words = head.stream().filter(t -> !Script.isFigure(t)).count();
        if (2 * words < head.size() || words == 0) {
            return false;
        }
        for (int k = 1; k <= Math.min(MOST_HEADER_ROWS, first.rows()); k++) {
            if (isClosed(first, k) && texts(first, k).equals(head)) {
                return true;
            }
        }
        return false;
    }

    /** Whether no cell reaches over the edge below the first k rows. */
    private static boolean isClosed(Part part, int k) {
        for (Cell c : part.cells()) {
            if (c.row() < k && c.row() + c.rowSpan() > k) {
                return false;
            }
        }
        return true;
    }

    /** What the first k rows say, in no particular order. */
    private static List<String> texts(Part part, int k) {
        List<String> texts = new ArrayList<>();
        for (Cell c : part.cells()) {
            if (c.row() < k && !Script.isBlank(c.text())) {
                texts.add(Script.squeezed(c.text()));
            }
        }
        texts.sort(Comparator.naturalOrder());
        return texts;
    }

    private static List<Cell> startingIn(Part part, int row) {
        List<Cell> cells = new ArrayList<>();
        for (Cell c : part.cells()) {
            if (c.row() == row) {
                cells.add(c);
            }
        }
        return cells;
    }

    // ---- the whole

    Part joined() {
        boolean mended = turnsPage && repeated < second.rows() && isRowCut();
        int shift = first.rows() - repeated - (mended ? 1 : 0);
        List<Cell> cells = new ArrayList<>(first.cells());
        for (Cell c : second.cells()) {
            if (c.row() < repeated) {
                putAside(c, Aside.Reason.REPEATED_HEADER);
            } else {
                add(c.moved(shift), c.row() == repeated, mended, cells);
            }
        }
        cells = extended(cells, shift);
        cells.sort(Comparator.comparingInt(Cell::row).thenComparingInt(Cell::column));
        return whole(cells, mended);
    }

    private Part whole(List<Cell> cells, boolean mended) {
        List<Integer> rowPages = new ArrayList<>(first.rowPages());
        int from = Math.min(second.rows(), repeated + (mended ? 1 : 0));
        rowPages.addAll(second.rowPages().subList(from, second.rows()));
        List<Place> regions = new ArrayList<>(first.regions());
        if (turnsPage) {
            regions.addAll(second.regions());
        } else {
            Place last = regions.remove(regions.size() - 1);
            regions.add(Place.onPage(last.page(), last.box().orElseThrow().union(second.firstBox())));
        }
        asides.addAll(second.asides());
        return new Part(first.xs(), rowPages.size(), cells, first.exact() && second.exact(), regions, rowPages, asides);
    }

    private void add(Cell lower, boolean atSeam, boolean mended, List<Cell> cells) {
        if (atSeam && turnsPage) {
            Optional<Cell> upper = above(lower);
            boolean inHeader = upper.isPresent() && upper.get().row() < repeated;
            if (upper.isPresent() && !inHeader && (mended || isOneLabel(upper.get(), lower))) {
                Cell whole = merged(upper.get(), lower);
                cells.set(cells.indexOf(upper.get()), whole);
                boolean once =
                        whole.text().equals(upper.get().text()) || whole.text().equals(lower.text());
                putAside(
                        lower,
                        once && !upper.get().text().isEmpty()
                                ? Aside.Reason.REPEATED_LABEL
                                : Aside.Reason.CONTINUATION);
                return;
            }
        }
        cells.add(lower);
    }

    private void putAside(Cell c, Aside.Reason reason) {
        if (!Script.isBlank(c.text())) {
            asides.add(new Aside(c.place(), c.text(), reason));
        }
    }

    /** The cell of the first part that stands at its foot in just the columns of the given one. */
    private Optional<Cell> above(Cell lower) {
        for (Cell c : first.cells()) {
            if (c.row() + c.rowSpan() == first.rows()
                    && c.column() == lower.column()
                    && c.columnSpan() == lower.columnSpan()) {
                return Optional.of(c);
            }
        }
        return Optional.empty();
    }

    private static Cell merged(Cell upper, Cell lower) {
        return new Cell(
                upper.row(),
                upper.column(),
                lower.row() + lower.rowSpan() - upper.row(),
                upper.columnSpan(),
                mergedText(upper.text(), lower.text()),
                upper.place(),
                Math.min(upper.confidence(), lower.confidence()),
                upper.text().isBlank() ? lower.alternatives() : upper.alternatives());
    }

    private static String mergedText(String upper, String lower) {
        String a = Script.squeezed(upper);
        String b = Script.squeezed(lower);
        if (b.startsWith(a)) {
            return lower;
        }
        return a.startsWith(b) ? upper : TextLine.joined(upper, lower);
    }

    // ---- a label that spans the page break

    /** Whether two cells in the same columns on either side of the break are one spanning label. */
    private boolean isOneLabel(Cell upper, Cell lower) {
        if (isHeaderCut() && isYearGoingOn(upper, lower)) {
            return true;
        }
        if (isHeaderWhole()) {
            return false;
        }
        boolean figure = Script.isFigure(upper.text()) && !Script.isBareOrdinal(upper.text());
        if (figure || Script.isFigure(lower.text()) || !isGroup(upper, lower)) {
            return false;
        }
        String a = Script.squeezed(upper.text());
        String b = Script.squeezed(lower.text());
        if (a.isEmpty() || b.isEmpty() || a.equals(b)) {
            return true;
        }
        return isOpen(a) || Script.beginsWithOrdinal(a) && (!Script.beginsWithOrdinal(b) || b.startsWith(a));
    }

    /** Whether the cells can hold a label over several rows: they do so, or labels of rows stand to their right. */
    private boolean isGroup(Cell upper, Cell lower) {
        int end = upper.column() + upper.columnSpan();
        boolean leavesRoom = end < firstValueColumn;
        boolean spans = upper.rowSpan() > 1 || lower.rowSpan() > 1;
        return isHeaderCut() || (holdsFigures ? leavesRoom || spans && end <= firstValueColumn : spans);
    }

    /** Whether the break goes through the header: no figure above it, words side by side below it. */
    private boolean isHeaderCut() {
        List<Cell> below = startingIn(second, repeated);
        int words = 0;
        for (Cell c : below) {
            words += c.column() > 0 && !Script.isBlank(c.text()) ? 1 : 0;
        }
        return words > 1 && !holdsCounts(below) && !holdsCounts(first.cells());
    }

    /** Whether the header ends at the break: no figure above it, figures just below it. */
    private boolean isHeaderWhole() {
        return first.rows() <= MOST_HEADER_ROWS
                && !holdsCounts(first.cells())
                && holdsCounts(startingIn(second, repeated));
    }

    /** Whether there is a figure that is no year. */
    private static boolean holdsCounts(List<Cell> cells) {
        for (Cell c : cells) {
            if (Script.isFigure(c.text()) && !HeaderRows.isYear(c.text())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isYearGoingOn(Cell upper, Cell lower) {
        return HeaderRows.isYear(upper.text())
                        && (lower.text().isEmpty() || lower.text().equals(upper.text()))
                || HeaderRows.isYear(lower.text()) && upper.text().isEmpty();
    }

    /** Whether a bracket is opened and not closed. */
    private static boolean isOpen(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            depth += "（(".indexOf(text.charAt(i)) >= 0 ? 1 : "）)".indexOf(text.charAt(i)) >= 0 ? -1 : 0;
        }
        return depth > 0;
    }

    // ---- a row cut by the page break

    /**
     * Whether the last row of the first part and the first row of the rest are one row: cell stands below cell, values
     * are on one side only, and the label goes on.
     */
    private boolean isRowCut() {
        String upperLabel = "";
        String lowerLabel = "";
        boolean upperValues = false;
        boolean lowerValues = false;
        for (Cell lower : startingIn(second, repeated)) {
            Optional<Cell> upper = above(lower);
            if (upper.isEmpty()) {
                return false;
            }
            boolean value = lower.column() >= firstValueColumn
                    || Script.isFigure(lower.text())
                    || Script.isFigure(upper.get().text())
                            && !Script.isBareOrdinal(upper.get().text());
            boolean above = !Script.isBlank(upper.get().text());
            boolean below = !Script.isBlank(lower.text());
            if (value) {
                upperValues |= above;
                lowerValues |= below;
            } else if (lower.rowSpan() > 1) {
                if (!isOneLabel(upper.get(), lower)) {
                    return false;
                }
            } else if (above || below) {
                upperLabel = Script.squeezed(upper.get().text());
                lowerLabel = Script.squeezed(lower.text());
            }
        }
        if (upperValues && lowerValues || lowerLabel.isEmpty() && upperLabel.isEmpty() && lowerValues) {
            return false;
        }
        if (lowerLabel.isEmpty()) {
            return !lowerValues || !upperLabel.isEmpty();
        }
        boolean goesOn = Script.beginsWithOrdinal(upperLabel) || isOpen(upperLabel);
        return (upperValues || lowerValues) && goesOn && !Script.beginsWithOrdinal(lowerLabel);
    }

    // ---- a spanning label whose column the second part dropped

    /** Cells at the foot of the first part, made longer as far as nothing stands below them. */
    private List<Cell> extended(List<Cell> cells, int shift) {
        int rows = second.rows() + shift;
        int foot = first.rows();
        boolean[][] covered = new boolean[Math.max(rows, foot)][first.columns()];
        for (Cell c : cells) {
            for (int r = c.row(); r < c.row() + c.rowSpan(); r++) {
                Arrays.fill(covered[r], c.column(), c.column() + c.columnSpan(), true);
            }
        }
        List<Cell> out = new ArrayList<>(cells.size());
        for (Cell c : cells) {
            int end = c.row() + c.rowSpan();
            while (end >= foot && c.row() < foot && end < rows && isFree(covered[end], c)) {
                end++;
            }
            out.add(end == c.row() + c.rowSpan() ? c : merged(c, c.moved(end - c.row() - c.rowSpan())));
        }
        return out;
    }

    private static boolean isFree(boolean[] row, Cell c) {
        for (int i = c.column(); i < c.column() + c.columnSpan(); i++) {
            if (row[i]) {
                return false;
            }
        }
        return true;
    }
}
