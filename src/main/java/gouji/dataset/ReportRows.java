package gouji.dataset;

import gouji.profile.Profile;
import gouji.report.Observation;
import gouji.report.Report;
import gouji.report.State;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows of one report, by their keys, figures of its prose as printed.
 *
 * @param report its row of reports.csv
 * @param observations its rows of observations.csv
 * @param checks its rows of checks.csv
 * @param narrative its rows of narrative.csv
 */
public record ReportRows(
        ReportRow report, List<ObservationRow> observations, List<CheckRow> checks, List<NarrativeRow> narrative) {
    /** The tables these are rows of. */
    public static final List<Schema> TABLES =
            List.of(Schemas.REPORTS, Schemas.OBSERVATIONS, Schemas.CHECKS, Schemas.NARRATIVE);

    private static final List<State> NOT_READ = List.of(State.ABSENT, State.SUSPECT);

    public ReportRows {
        observations = List.copyOf(observations);
        checks = List.copyOf(checks);
        narrative = List.copyOf(narrative);
    }

    /** Makes them. Safe between threads. */
    public static final class Maker {
        private final CodeList codes;

        public Maker(List<Profile> profiles) {
            this(new CodeList(profiles));
        }

        Maker(CodeList codes) {
            this.codes = codes;
        }

        /**
         * Makes the rows of a report.
         *
         * @param input its name in the ledger
         * @param sha256 digest of the input
         * @param filed its place among others
         */
        public ReportRows make(String reportId, String input, String sha256, Filed filed, Extracted extracted) {
            Report report = extracted.checked().report();
            return new ReportRows(
                    row(reportId, input, sha256, filed, extracted),
                    report.observations().stream()
                            .map(o -> new ObservationRow(reportId, report.profile(), o))
                            .sorted(ObservationRow.ORDER)
                            .toList(),
                    extracted.checked().checks().stream()
                            .map(c -> new CheckRow(reportId, c))
                            .sorted(CheckRow.ORDER)
                            .toList(),
                    report.figures().stream()
                            .map(f -> new NarrativeRow(reportId, f))
                            .toList());
        }

        private ReportRow row(String reportId, String input, String sha256, Filed filed, Extracted extracted) {
            Report r = extracted.checked().report();
            List<Observation> cells = r.observations().stream()
                    .filter(o -> codes.hasCell(r.profile(), o.template(), o.code()))
                    .toList();
            return new ReportRow(
                    reportId,
                    input,
                    sha256,
                    extracted.format(),
                    r.profile(),
                    r.template(),
                    r.metadata().title(),
                    r.metadata().issuer(),
                    r.metadata().year(),
                    r.metadata().published(),
                    r.pages(),
                    cells.size(),
                    cells.stream().filter(o -> !NOT_READ.contains(o.state())).count(),
                    count(r, State.REPAIRED),
                    count(r, State.SUSPECT),
                    extracted.checked().failed(),
                    r.language(),
                    filed);
        }

        private static long count(Report r, State state) {
            return r.observations().stream().filter(o -> o.state() == state).count();
        }
    }

    /** The cells of each of {@link #TABLES}: texts as in the CSV files before the guard against formulas. */
    public Map<Schema, List<List<String>>> texts() {
        Map<Schema, List<List<String>>> texts = new LinkedHashMap<>();
        values().forEach((schema, rows) ->
                texts.put(schema, rows.stream().map(Value::texts).toList()));
        return texts;
    }

    Map<Schema, List<List<Value>>> values() {
        Map<Schema, List<List<Value>>> rows = new LinkedHashMap<>();
        rows.put(Schemas.REPORTS, List.of(report.values()));
        rows.put(
                Schemas.OBSERVATIONS,
                observations.stream().map(ObservationRow::values).toList());
        rows.put(Schemas.CHECKS, checks.stream().map(CheckRow::values).toList());
        rows.put(Schemas.NARRATIVE, narrative.stream().map(NarrativeRow::values).toList());
        return rows;
    }
}
