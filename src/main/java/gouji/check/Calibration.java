package gouji.check;

import gouji.report.Observation;
import gouji.report.State;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the scores of a recognition engine are worth: for each {@link Standing} a curve from the score of a cell's first
 * reading to the share of such cells whose value is what was printed, fitted on made pages (docs/recognition.md).
 * Confidences only: no value and no state changes, and what was not recognised keeps what it has.
 */
public final class Calibration {
    /** For engines whose scores nobody measured: every confidence stays. */
    public static final Calibration NONE = new Calibration(Map.of());

    /** What else is known of a recognised cell when its score is looked at. */
    public enum Standing {
        /** Nothing speaks for it or against it. */
        READ,
        /** Taken for an empty cell or a mark that stands for one. */
        BLANK,
        CONFIRMED,
        REPAIRED,
        /** In doubt, with a figure. */
        SUSPECT,
        /** In doubt, without one. */
        UNREAD;

        /** That of an observation; empty where nothing was recognised, or a person settled it. */
        public static Optional<Standing> of(Observation o) {
            if (!o.isRecognised()) {
                return Optional.empty();
            }
            return switch (o.state()) {
                case READ, CONTRADICTED -> Optional.of(READ);
                case BLANK -> Optional.of(BLANK);
                case CONFIRMED -> Optional.of(CONFIRMED);
                case REPAIRED -> Optional.of(REPAIRED);
                case SUSPECT -> Optional.of(o.value().isPresent() ? SUSPECT : UNREAD);
                case CORRECTED, ABSENT -> Optional.empty();
            };
        }
    }

    /**
     * A point of a curve.
     *
     * @param score of the first reading, 0 to 1
     * @param right share of the cells with about that score whose value was the printed one
     */
    public record Knot(double score, double right) {}

    private final Map<Standing, List<Knot>> curves;

    /** @param curves knots by rising score, and rising in what is right */
    public Calibration(Map<Standing, List<Knot>> curves) {
        this.curves = new TreeMap<>(curves);
        this.curves.replaceAll((standing, knots) -> checked(standing, knots));
    }

    private static List<Knot> checked(Standing standing, List<Knot> knots) {
        for (int i = 1; i < knots.size(); i++) {
            if (knots.get(i).score() <= knots.get(i - 1).score()
                    || knots.get(i).right() < knots.get(i - 1).right()) {
                throw new IllegalArgumentException(standing + ": " + knots.get(i) + " after " + knots.get(i - 1));
            }
        }
        return List.copyOf(knots);
    }

    /** The curves that come with the build for an engine; {@link #NONE} where there are none. */
    public static Calibration builtIn(String engine) {
        try (InputStream in = Calibration.class.getResourceAsStream("/gouji/calibration/" + engine + ".csv")) {
            return in == null ? NONE : of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param text lines {@code STANDING,SCORE,RIGHT}; a line that begins with {@code #} is a remark */
    static Calibration of(String text) {
        Map<Standing, List<Knot>> curves = new TreeMap<>();
        for (String line : text.lines().filter(l -> !l.startsWith("#")).toList()) {
            String[] part = line.split(",", -1);
            curves.computeIfAbsent(Standing.valueOf(part[0]), s -> new ArrayList<>())
                    .add(new Knot(Double.parseDouble(part[1]), Double.parseDouble(part[2])));
        }
        return new Calibration(curves);
    }

    /** The report with confidences that say how many of such cells are right. */
    public CheckedReport applied(CheckedReport checked) {
        if (curves.isEmpty()) {
            return checked;
        }
        List<Observation> observations =
                checked.report().observations().stream().map(this::applied).toList();
        return new CheckedReport(
                Checker.withObservations(checked.report(), observations), checked.checks(), checked.repairs());
    }

    private Observation applied(Observation o) {
        return Standing.of(o)
                .map(curves::get)
                .map(knots -> right(knots, o.alternatives().get(0).score()))
                .map(right -> o.withState(o.state(), believed(o, right)))
                .orElse(o);
    }

    /** Doubt may have another reason than the score, as the row a cell stands in: it only ever grows. */
    private static double believed(Observation o, double right) {
        return o.state() == State.SUSPECT ? Math.min(o.confidence(), right) : right;
    }

    /** Between two knots on the line through them; beyond the last as at the last. */
    private static double right(List<Knot> knots, double score) {
        Knot below = knots.get(0);
        for (Knot above : knots) {
            if (score <= above.score()) {
                double t = above == below ? 0 : (score - below.score()) / (above.score() - below.score());
                return above == below ? above.right() : below.right() + t * (above.right() - below.right());
            }
            below = above;
        }
        return below.right();
    }
}
