package gouji.dataset;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * One cell of a CSV row.
 *
 * @param text the characters, empty for no value
 * @param number true where the text is a plain number: only other texts are guarded against being run as formulas
 */
public record Value(String text, boolean number) {
    public static final Value NONE = new Value("", false);

    public static Value of(String text) {
        return new Value(text, false);
    }

    public static Value of(long number) {
        return new Value(Long.toString(number), true);
    }

    /** As parsed: digits kept, never an exponent. */
    public static Value of(BigDecimal number) {
        return new Value(number.toPlainString(), true);
    }

    public static Value of(Optional<BigDecimal> number) {
        return number.map(Value::of).orElse(NONE);
    }

    /** With two decimals: shares and points. */
    public static Value twoDecimals(double number) {
        return of(rounded(number));
    }

    static List<String> texts(List<Value> row) {
        return row.stream().map(Value::text).toList();
    }

    static BigDecimal rounded(double number) {
        return BigDecimal.valueOf(number).setScale(2, RoundingMode.HALF_EVEN);
    }
}
