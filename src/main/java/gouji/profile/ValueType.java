package gouji.profile;

import java.util.Objects;

/**
 * What a cell may hold.
 *
 * @param kind whole number, decimal or money amount
 * @param unit the template's unit ({@code 件}); empty where it has none; values are converted to it
 * @param signed whether it may be negative
 * @param unitStated true where the label states no unit and the cell has to (采购总金额): a figure printed without one
 *     then has none
 */
public record ValueType(Kind kind, String unit, boolean signed, boolean unitStated) {
    /** Kind of a figure. */
    public enum Kind {
        INTEGER,
        DECIMAL
    }

    public ValueType {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(unit, "unit");
    }

    /** What the cell of a row and a column may hold: the unit of whichever states one, the wider of the rest. */
    public static ValueType ofCell(ValueType row, ValueType column) {
        return new ValueType(
                row.kind == Kind.DECIMAL ? Kind.DECIMAL : column.kind,
                row.unit.isEmpty() ? column.unit : row.unit,
                row.signed || column.signed,
                row.unitStated || column.unitStated);
    }
}
