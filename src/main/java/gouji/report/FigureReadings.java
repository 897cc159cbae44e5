package gouji.report;

import gouji.document.Alternative;
import gouji.profile.ValueType;
import gouji.table.Cell;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The readings of a recognised cell in which a figure must stand. Where it was read as words, the likeliest reading that is a
 * figure comes first; where a whole number must stand and the first reading is in doubt, points in it are specks.
 */
final class FigureReadings {
    /** A reading with a point this certain was printed with it. */
    private static final double CERTAIN = 0.9;
    /** How far a reading is believed from which a point was taken. */
    private static final double WITHOUT_POINT = 0.8;

    private static final Pattern WHOLE = Pattern.compile("0|[1-9][0-9]*");

    private final CellValues values;

    FigureReadings(CellValues values) {
        this.values = values;
    }

    /** The cell with the readings that can stand there; the cell itself where the first can. */
    Cell of(Cell cell, ValueType type) {
        List<Alternative> read = cell.alternatives();
        if (read.isEmpty() || isCertain(read.get(0)) || stands(read.get(0), type)) {
            return cell;
        }
        Map<String, Double> scores = new LinkedHashMap<>();
        for (Alternative a : read) {
            boolean pointed = !stands(a, type) && isFigure(a.text());
            String text = pointed ? a.text().replace(".", "") : a.text();
            Alternative without = new Alternative(text, pointed ? WITHOUT_POINT * a.score() : a.score());
            if (stands(without, type)
                    && isFigure(text)
                    && (!pointed || WHOLE.matcher(text).matches())) {
                scores.merge(text, without.score(), (x, y) -> Math.min(1, x + y));
            }
        }
        List<Alternative> left = new ArrayList<>();
        scores.forEach((text, score) -> left.add(new Alternative(text, score)));
        left.sort(Comparator.comparingDouble(Alternative::score).reversed().thenComparing(Alternative::text));
        return left.isEmpty() ? cell : withReadings(cell, left);
    }

    private boolean isCertain(Alternative first) {
        boolean words = first.text().codePoints().anyMatch(Character::isIdeographic);
        return first.score() >= CERTAIN && (words || isFigure(first.text()));
    }

    /** Whether it is a figure of that type, or stands for none. */
    private boolean stands(Alternative a, ValueType type) {
        CellValues.Reading reading = values.read(a.text());
        Optional<BigDecimal> value = reading.value();
        return reading.kind() == CellValues.Kind.MISSING || value.isPresent() && CellValues.fits(value.get(), type);
    }

    private boolean isFigure(String text) {
        return values.read(text).value().isPresent();
    }

    private static Cell withReadings(Cell cell, List<Alternative> readings) {
        double score = cell.alternatives().get(0).score();
        double grid = score > 0 ? Math.min(1, cell.confidence() / score) : 1;
        Alternative first = readings.get(0);
        return new Cell(
                cell.row(),
                cell.column(),
                cell.rowSpan(),
                cell.columnSpan(),
                first.text(),
                cell.place(),
                grid * first.score(),
                readings);
    }
}
