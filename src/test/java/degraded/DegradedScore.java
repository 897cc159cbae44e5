package degraded;

import gouji.ReportPipeline;
import gouji.check.Calibration;
import gouji.document.CellReading;
import gouji.document.Document;
import gouji.document.Page;
import gouji.document.Recognizer;
import gouji.document.image.ImageFileReader;
import gouji.report.Observation;
import gouji.report.State;
import gouji.source.UnreadableException;
import gouji.table.LayoutBuilder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Imports degraded reports through the real pipeline and counts, against what was printed, what came out. */
public final class DegradedScore {
    private final ReportPipeline pipeline;
    private final Keeper keeper;

    /** Keeps the last recognised document. */
    private static final class Keeper implements Recognizer {
        private final Recognizer recognizer;
        private Document last;

        Keeper(Recognizer recognizer) {
            this.recognizer = recognizer;
        }

        @Override
        public Document recognize(Document document) throws UnreadableException {
            last = recognizer.recognize(document);
            return last;
        }
    }

    /** How a cell came out. */
    public enum Verdict {
        RIGHT,
        RIGHT_BUT_SUSPECT,
        WRONG_AND_SUSPECT,
        SILENT_WRONG,
        MISSING
    }

    /**
     * One cell.
     *
     * @param rawRight whether the figure first read is the printed one
     * @param read empty where the cell was not found at all
     */
    public record CellScore(
            String code, Optional<BigDecimal> wanted, boolean rawRight, Verdict verdict, Optional<Observation> read) {}

    /**
     * One report.
     *
     * @param gridsExact for each page, whether every cell of every table was found and none else
     * @param failure why nothing came out, empty when something did
     * @param madeUp cells that came out, not suspect, of rows and columns that were not printed; told only where all that is
     *     printed is known
     */
    public record Score(List<CellScore> cells, List<Boolean> gridsExact, String failure, List<Observation> madeUp) {
        public long count(Verdict v) {
            return cells.stream().filter(c -> c.verdict() == v).count();
        }
    }

    public DegradedScore(Recognizer recognizer) {
        this(recognizer, Calibration.NONE);
    }

    /** @param calibration of the recognizer's scores */
    public DegradedScore(Recognizer recognizer, Calibration calibration) {
        this.keeper = new Keeper(recognizer);
        this.pipeline = new ReportPipeline(
                List.of(new ImageFileReader()),
                Optional.of(keeper),
                new LayoutBuilder(),
                List.of(Made.PROFILE),
                calibration);
    }

    public Score of(DegradedReport report) {
        keeper.last = null;
        Map<String, Observation> read = new HashMap<>();
        String failure = "";
        try {
            pipeline.extract(report.input()).checked().report().observations().forEach(o -> read.put(o.code(), o));
        } catch (UnreadableException e) {
            failure = e.reason() + ": " + e.getMessage();
        }
        List<CellScore> cells = new ArrayList<>();
        report.values().forEach((code, wanted) -> cells.add(score(code, wanted, Optional.ofNullable(read.get(code)))));
        List<Observation> madeUp = read.values().stream()
                .filter(o -> !report.cells().isEmpty() && !report.values().containsKey(o.code()))
                .filter(o -> o.state() != State.SUSPECT && o.state() != State.ABSENT)
                .toList();
        return new Score(cells, grids(report), failure, madeUp);
    }

    private static CellScore score(String code, Optional<BigDecimal> wanted, Optional<Observation> read) {
        if (read.isEmpty() || read.get().state() == State.ABSENT) {
            return new CellScore(code, wanted, false, Verdict.MISSING, read);
        }
        Observation o = read.get();
        boolean right = same(wanted, o.value());
        boolean suspect = o.state() == State.SUSPECT;
        Verdict verdict = right
                ? suspect ? Verdict.RIGHT_BUT_SUSPECT : Verdict.RIGHT
                : suspect ? Verdict.WRONG_AND_SUSPECT : Verdict.SILENT_WRONG;
        boolean rawRight = o.state() == State.REPAIRED ? same(wanted, figure(o.raw())) : right;
        return new CellScore(code, wanted, rawRight, verdict, read);
    }

    private static boolean same(Optional<BigDecimal> a, Optional<BigDecimal> b) {
        return a.isEmpty() ? b.isEmpty() : b.isPresent() && a.get().compareTo(b.get()) == 0;
    }

    private static Optional<BigDecimal> figure(String raw) {
        return raw.matches("[0-9]+(\\.[0-9]+)?") ? Optional.of(new BigDecimal(raw)) : Optional.empty();
    }

    private List<Boolean> grids(DegradedReport report) {
        List<Boolean> exact = new ArrayList<>();
        for (int i = 0; i < report.cells().size(); i++) {
            List<Page> pages = keeper.last == null ? List.of() : keeper.last.pages();
            exact.add(i < pages.size()
                    && isExact(report.cells().get(i), pages.get(i).readings()));
        }
        return exact;
    }

    private static boolean isExact(List<List<String>> tables, List<CellReading> readings) {
        int from = 0;
        for (List<String> table : tables) {
            int to = from + table.size();
            if (to > readings.size() || !topology(readings.subList(from, to)).equals(table)) {
                return false;
            }
            from = to;
        }
        return from == readings.size();
    }

    /** Rows and columns of the cells, by the order of their sides. */
    private static List<String> topology(List<CellReading> readings) {
        TreeSet<Double> xs = new TreeSet<>();
        TreeSet<Double> ys = new TreeSet<>();
        for (CellReading r : readings) {
            xs.addAll(List.of(r.box().x0(), r.box().x1()));
            ys.addAll(List.of(r.box().y0(), r.box().y1()));
        }
        return readings.stream()
                .map(CellReading::box)
                .map(b -> number(ys, b.y0()) + "," + number(xs, b.x0()) + "," + number(ys, b.y1()) + ","
                        + number(xs, b.x1()))
                .sorted()
                .toList();
    }

    private static int number(TreeSet<Double> levels, double level) {
        return levels.headSet(level).size();
    }
}
