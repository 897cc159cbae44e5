package gouji.check;

import gouji.document.Alternative;
import gouji.report.Observation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Prices from what recognition saw in each cell; a cell that was not recognised cannot be misread. */
final class ReadingPrices implements RepairSearch.Prices {
    /** One digit read wrong, left out or added is one of about this many mistakes. */
    private static final double NEAR_MISTAKES = 20;
    /** Any other figure. */
    private static final double ANY_MISTAKE = 400;
    /** A cell of which nothing could be read. */
    private static final double UNREAD = 1.5;

    private final List<Observation> cells;

    ReadingPrices(List<Observation> cells) {
        this.cells = cells;
    }

    @Override
    public List<BigDecimal> readings(int cell) {
        List<BigDecimal> values = new ArrayList<>();
        for (Alternative a : cells.get(cell).alternatives()) {
            if (isNumber(a.text())) {
                values.add(number(a.text()));
            }
        }
        return values;
    }

    @Override
    public double of(int cell, BigDecimal value) {
        Observation o = cells.get(cell);
        boolean whole = value.stripTrailingZeros().scale() <= 0;
        if (!o.isRecognised() || value.signum() < 0 || !whole) {
            return Double.POSITIVE_INFINITY;
        }
        Alternative first = o.alternatives().get(0);
        for (Alternative a : o.alternatives()) {
            if (isNumber(a.text()) && number(a.text()).compareTo(value) == 0) {
                return Math.max(0.1, Math.log(Math.max(1e-6, first.score()) / Math.max(1e-9, a.score())));
            }
        }
        if (!isNumber(first.text())) {
            return first.score() < 0.3 ? UNREAD : 8;
        }
        double doubt = Math.max(1e-6, 1 - first.score());
        boolean near = isNear(number(first.text()).toPlainString(), value.toPlainString());
        return -Math.log(doubt / (near ? NEAR_MISTAKES : ANY_MISTAKE));
    }

    static boolean isNumber(String text) {
        return text.matches("[0-9]{1,12}(,[0-9]{3})*(\\.[0-9]{1,6})?");
    }

    static BigDecimal number(String text) {
        return new BigDecimal(text.replace(",", ""));
    }

    /** Whether one digit changed, left out or added makes one of the other. */
    static boolean isNear(String a, String b) {
        String s = a.length() <= b.length() ? a : b;
        String l = a.length() <= b.length() ? b : a;
        if (l.length() - s.length() > 1) {
            return false;
        }
        int head = 0;
        while (head < s.length() && s.charAt(head) == l.charAt(head)) {
            head++;
        }
        int tail = 0;
        while (tail < s.length() - head && s.charAt(s.length() - 1 - tail) == l.charAt(l.length() - 1 - tail)) {
            tail++;
        }
        return l.length() - head - tail <= 1;
    }
}
