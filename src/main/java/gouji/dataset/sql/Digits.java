package gouji.dataset.sql;

import gouji.dataset.Field;
import gouji.dataset.Schema;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts figures that SQLite, whose numbers are 64-bit, cannot hold exactly. */
final class Digits {
    /** Digits that every double keeps. */
    private static final int SURE = 15;

    private final Map<String, Integer> rounded = new TreeMap<>();

    void look(Schema schema, Field field, BigDecimal figure) {
        if (figure.precision() > SURE && !isLong(figure) && !isDouble(figure)) {
            rounded.merge(schema.name() + "." + field.name(), 1, Integer::sum);
        }
    }

    private static boolean isDouble(BigDecimal figure) {
        double number = figure.doubleValue();
        return !Double.isInfinite(number) && BigDecimal.valueOf(number).compareTo(figure) == 0;
    }

    private static boolean isLong(BigDecimal figure) {
        try {
            figure.longValueExact();
            return true;
        } catch (ArithmeticException e) {
            return false;
        }
    }

    List<String> notices() {
        return rounded.entrySet().stream()
                .map(e -> e.getKey() + ": " + e.getValue()
                        + " figures have more digits than SQLite keeps and are rounded")
                .toList();
    }
}
