package gouji.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;

/**
 * Figures as whole multiples of the last decimal place that any of them has, so that sums of them are exact in a
 * {@code long}.
 *
 * @param decimals number of decimal places, 0 to 6
 */
record Steps(int decimals) {
    private static final int MOST_DECIMALS = 6;
    /** Thousands of figures of this size add up within a long. */
    private static final BigDecimal MOST = BigDecimal.TEN.pow(15);

    /** Of the figures' own decimal places. */
    static Steps of(Collection<BigDecimal> figures) {
        int most = figures.stream()
                .mapToInt(f -> f.stripTrailingZeros().scale())
                .max()
                .orElse(0);
        return new Steps(Math.max(0, Math.min(MOST_DECIMALS, most)));
    }

    boolean fits(BigDecimal figure) {
        return figure.stripTrailingZeros().scale() <= decimals
                && figure.abs().movePointRight(decimals).compareTo(MOST) < 0;
    }

    /** @throws ArithmeticException where the figure does not fit */
    long of(BigDecimal figure) {
        return figure.movePointRight(decimals)
                .setScale(0, RoundingMode.UNNECESSARY)
                .longValueExact();
    }

    BigDecimal value(long steps) {
        BigDecimal value = BigDecimal.valueOf(steps, decimals).stripTrailingZeros();
        return value.scale() < 0 ? value.setScale(0) : value;
    }

    boolean isWhole(long steps) {
        return value(steps).scale() <= 0;
    }
}
