package gouji.check;

import gouji.document.Alternative;
import gouji.report.Observation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Prices from what recognition saw in each cell; a cell that was not recognised cannot be misread. */
final class ReadingPrices implements RepairSearch.Prices {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,12}(,[0-9]{3})*(\\.[0-9]{1,6})?");
    private static final Pattern THOUSANDS = Pattern.compile("[1-9][0-9]{0,2}([.,][0-9]{3})+");
    /** One digit read wrong, left out or added is one of about this many mistakes. */
    private static final double NEAR_MISTAKES = 20;
    /** Any other figure. */
    private static final double ANY_MISTAKE = 400;
    /** A cell of which nothing could be read. */
    private static final double UNREAD = 1.5;
    /** A cell that was taken for blank, or read as something that is no figure. */
    private static final double NO_FIGURE = 8;
    /** Below this nothing could be read. */
    private static final double NOTHING = 0.3;

    /** A reading of less is none: something else stands there, a dash it may be. */
    private static final double NO_READING = 0.005;

    private final Steps steps;
    private final List<Cell> cells;

    /**
     * A cell's readings.
     *
     * @param first the figure first read, as digits; empty where it was none
     * @param listed price of each other reading kept
     * @param near price of a figure that differs from the first in one digit
     * @param far price of any other
     */
    private record Cell(String first, Map<Long, Double> listed, double near, double far) {}

    ReadingPrices(List<Observation> cells, Steps steps) {
        this.steps = steps;
        this.cells = cells.stream().map(this::cell).toList();
    }

    private Cell cell(Observation o) {
        if (!o.isRecognised() || isConverted(o)) {
            return new Cell("", Map.of(), Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
        }
        Alternative first = o.alternatives().get(0);
        Map<Long, Double> listed = new TreeMap<>();
        long read = steps.of(o.value().orElse(BigDecimal.ZERO));
        for (Alternative a : o.alternatives()) {
            Optional<BigDecimal> figure = figure(a.text()).filter(steps::fits);
            if (figure.isPresent() && a.score() >= NO_READING) {
                double price = Math.max(0.1, Math.log(Math.max(1e-6, first.score()) / Math.max(1e-9, a.score())));
                listed.merge(steps.of(figure.get()), price, Math::min);
            }
        }
        listed.remove(read);
        Optional<BigDecimal> seen = figure(first.text());
        if (seen.isEmpty()) {
            double any = first.score() < NOTHING ? UNREAD : NO_FIGURE;
            return new Cell("", listed, any, any);
        }
        double doubt = Math.max(1e-6, 1 - first.score());
        return new Cell(
                seen.get().toPlainString(), listed, -Math.log(doubt / NEAR_MISTAKES), -Math.log(doubt / ANY_MISTAKE));
    }

    /** Its readings are in another unit than its value. */
    private static boolean isConverted(Observation o) {
        Optional<BigDecimal> first = figure(o.alternatives().get(0).text());
        return o.value().isPresent()
                && first.isPresent()
                && first.get().compareTo(o.value().get()) != 0;
    }

    @Override
    public List<Long> readings(int cell) {
        return new ArrayList<>(cells.get(cell).listed().keySet());
    }

    @Override
    public double least(int cell) {
        Cell c = cells.get(cell);
        return c.listed().values().stream().reduce(c.near(), Math::min);
    }

    /** Whether a value is one of the readings that were kept. */
    boolean isListed(int cell, long value) {
        return cells.get(cell).listed().containsKey(value);
    }

    /** Whether there is print in the cell of which nothing could be read. */
    boolean isUnread(int cell) {
        return cells.get(cell).near() == UNREAD;
    }

    @Override
    public double of(int cell, long value) {
        Cell c = cells.get(cell);
        if (value < 0 || !steps.isWhole(value)) {
            return Double.POSITIVE_INFINITY;
        }
        Double listed = c.listed().get(value);
        return listed != null ? listed : isNear(c.first(), steps.value(value).toPlainString()) ? c.near() : c.far();
    }

    /** A reading as a figure: identities bind whole numbers, so a point before three digits is a comma badly seen. */
    private static Optional<BigDecimal> figure(String text) {
        if (THOUSANDS.matcher(text).matches()) {
            return Optional.of(new BigDecimal(text.replaceAll("[.,]", "")));
        }
        return NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text.replace(",", ""))) : Optional.empty();
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
