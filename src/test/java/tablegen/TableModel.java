package tablegen;

import java.util.List;
import java.util.function.Predicate;

/**
 * The truth about one table: its fields cover it without overlap.
 *
 * @param headerRows rows at its head that name columns
 * @param stubColumns columns at its left that name rows
 */
public record TableModel(int rows, int columns, int headerRows, int stubColumns, List<Field> fields) {
    public TableModel {
        fields = List.copyOf(fields);
        boolean[][] covered = new boolean[rows][columns];
        for (Field f : fields) {
            for (int r = f.row(); r < f.endRow(); r++) {
                for (int c = f.column(); c < f.endColumn(); c++) {
                    if (covered[r][c]) {
                        throw new IllegalArgumentException("covered twice: row " + r + " column " + c + " by " + f);
                    }
                    covered[r][c] = true;
                }
            }
        }
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                if (!covered[r][c]) {
                    throw new IllegalArgumentException("not covered: row " + r + " column " + c);
                }
            }
        }
    }

    /** The labels beside a value, outermost first. */
    List<String> rowPath(Field value) {
        return texts(f -> f.kind() == Field.Kind.STUB && f.coversRow(value.row()));
    }

    /** The labels above a value, outermost first. */
    List<String> columnPath(Field value) {
        return texts(f -> f.kind() == Field.Kind.HEADER && f.coversColumn(value.column()));
    }

    private List<String> texts(Predicate<Field> wanted) {
        return fields.stream()
                .filter(wanted)
                .sorted((a, b) -> a.row() != b.row() && a.kind() == Field.Kind.HEADER
                        ? a.row() - b.row()
                        : a.column() - b.column())
                .map(Field::text)
                .filter(t -> !t.isEmpty())
                .toList();
    }
}
