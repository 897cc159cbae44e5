package gouji.dataset;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Figures as DECIMAL(38, 10). One that does not fit has no value there, is counted, and is said in a notice. */
public final class Decimals {
    /** Digits in all. */
    public static final int PRECISION = 38;
    /** Digits after the point. */
    public static final int SCALE = 10;

    private final Map<String, Integer> tooLong = new TreeMap<>();

    /** The figure at scale {@link #SCALE}; empty where that would change it or there are too many digits. */
    public Optional<BigDecimal> fit(Schema schema, Field field, String text) {
        BigDecimal figure = new BigDecimal(text).stripTrailingZeros();
        if (figure.scale() > SCALE || (long) figure.precision() - figure.scale() > PRECISION - SCALE) {
            tooLong.merge(schema.name() + "." + field.name(), 1, Integer::sum);
            return Optional.empty();
        }
        return Optional.of(figure.setScale(SCALE));
    }

    public List<String> notices() {
        return tooLong.entrySet().stream()
                .map(e -> e.getKey() + ": " + e.getValue() + " figures do not fit DECIMAL(" + PRECISION + ", " + SCALE
                        + ") and are left empty")
                .toList();
    }
}
