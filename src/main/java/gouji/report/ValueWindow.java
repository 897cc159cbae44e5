package gouji.report;

import gouji.table.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the cells of a row that are its figures, one for each value column: after the last words of a row there may
 * be blank cells before the figures (an empty label column) or after them (an empty tail), and in a text dump both
 * change from row to row.
 */
final class ValueWindow {

    /** What was found. */
    enum Kind {
        /** One cell a column, beyond doubt. */
        CLEAR,
        /** Several choices would give different figures; the one nearest the header was taken. */
        AMBIGUOUS,
        /** One figure more than there are columns, all the same: the surplus was dropped. */
        SURPLUS,
        /** Fewer cells than columns, or figures too many: nothing can be said. */
        DEFICIENT
    }

    /**
     * The figures of a row.
     *
     * @param kind how sure
     * @param cells one for each column; empty where {@code kind} is DEFICIENT
     * @param offset place of the first of them in the tail
     */
    record Window(Kind kind, List<Cell> cells, int offset) {
        static final Window DEFICIENT = new Window(Kind.DEFICIENT, List.of(), 0);

        /** Whether the first or the last figure is blank. */
        boolean blankAtEdge() {
            return cells.get(0).text().isBlank()
                    || cells.get(cells.size() - 1).text().isBlank();
        }

        Window ambiguous() {
            return new Window(Kind.AMBIGUOUS, cells, offset);
        }
    }

    private ValueWindow() {}

    /**
     * @param tail cells after the last words
     * @param columns number of value columns
     * @param preferred where the header says the first column is in the tail, if it says so
     */
    static Window of(List<Cell> tail, int columns, Optional<Integer> preferred) {
        if (tail.size() < columns) {
            return Window.DEFICIENT;
        }
        List<Integer> offsets = new ArrayList<>();
        for (int o = 0; o + columns <= tail.size(); o++) {
            if (blankOutside(tail, o, columns)) {
                offsets.add(o);
            }
        }
        if (offsets.isEmpty()) {
            return surplus(tail, columns);
        }
        if (offsets.size() == 1 || allSame(tail, columns, offsets)) {
            return new Window(Kind.CLEAR, slice(tail, offsets.get(0), columns), offsets.get(0));
        }
        if (preferred.isPresent() && offsets.contains(preferred.get())) {
            return new Window(Kind.CLEAR, slice(tail, preferred.get(), columns), preferred.get());
        }
        return new Window(Kind.AMBIGUOUS, slice(tail, offsets.get(0), columns), offsets.get(0));
    }

    /** Every choice of cells that an ambiguous row leaves, those with the same texts once. */
    static List<List<Cell>> choices(List<Cell> tail, int columns) {
        List<List<Cell>> choices = new ArrayList<>();
        for (int o = 0; o + columns <= tail.size(); o++) {
            List<Cell> choice = slice(tail, o, columns);
            if (blankOutside(tail, o, columns) && choices.stream().noneMatch(c -> texts(c).equals(texts(choice)))) {
                choices.add(choice);
            }
        }
        return choices;
    }

    private static Window surplus(List<Cell> tail, int columns) {
        List<Cell> printed = tail.stream().filter(c -> !c.text().isBlank()).toList();
        boolean same = printed.size() == columns + 1
                && printed.stream()
                                .map(c -> LabelForms.compact(c.text()))
                                .distinct()
                                .count()
                        == 1;
        return same ? new Window(Kind.SURPLUS, List.copyOf(printed.subList(0, columns)), 0) : Window.DEFICIENT;
    }

    private static boolean blankOutside(List<Cell> tail, int offset, int columns) {
        for (int i = 0; i < tail.size(); i++) {
            if ((i < offset || i >= offset + columns) && !tail.get(i).text().isBlank()) {
                return false;
            }
        }
        return true;
    }

    private static boolean allSame(List<Cell> tail, int columns, List<Integer> offsets) {
        return offsets.stream()
                        .map(o -> texts(slice(tail, o, columns)))
                        .distinct()
                        .count()
                == 1;
    }

    private static List<String> texts(List<Cell> cells) {
        return cells.stream().map(c -> c.text().strip()).toList();
    }

    private static List<Cell> slice(List<Cell> tail, int offset, int columns) {
        return List.copyOf(tail.subList(offset, offset + columns));
    }
}
