package gouji.office;

import gouji.dataset.Value;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who has filed for a year, of those who must; reports of bodies that are not listed stand at the end. */
public final class Roster {
    private static final List<String> HEADER = List.of(
            "body", "code", "year", "status", "late", "published", "files", "report_id", "input", "other_inputs");

    private final String year;
    private final Optional<LocalDate> due;
    private final Map<String, List<String>> repeats;
    private final List<List<Value>> rows = new ArrayList<>();
    private int missing;
    private int late;
    private int several;
    private int undated;
    private int unlisted;

    /**
     * @param due last day of publication, if lateness is asked for
     * @param repeats inputs that are the bytes of another, by the report they repeat
     */
    public Roster(String year, Optional<LocalDate> due, Map<String, List<String>> repeats) {
        this.year = year;
        this.due = due;
        this.repeats = repeats;
    }

    /**
     * A row for each body, then one for each reporting body that is not listed.
     *
     * <p>{@code status} filed, missing or not-listed; {@code late} yes, no, unknown (no date is printed) or empty;
     * {@code files} how many files there are, copies included; {@code report_id} the report that counts.
     */
    public Sheet sheet(List<Body> bodies, List<Filing> filings) {
        List<Filing> left = new ArrayList<>(
                filings.stream().filter(f -> f.year().equals(year)).toList());
        for (Body body : bodies) {
            List<Filing> own = left.stream().filter(body::filed).toList();
            left.removeAll(own);
            add(body, own.isEmpty() ? "missing" : "filed", own);
        }
        left.stream()
                .collect(Collectors.groupingBy(Filing::bodyKey, java.util.TreeMap::new, Collectors.toList()))
                .forEach((key, own) ->
                        add(new Body(own.get(0).issuer(), own.get(0).body()), "not-listed", own));
        return new Sheet(HEADER, rows);
    }

    private void add(Body body, String status, List<Filing> own) {
        List<String> inputs = own.stream()
                .flatMap(f -> java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(f.input()), repeats.getOrDefault(f.reportId(), List.of()).stream()))
                .toList();
        Optional<Filing> best = own.isEmpty() ? Optional.empty() : Optional.of(Filing.best(own));
        String lateness = best.map(this::lateness).orElse("");
        missing += status.equals("missing") ? 1 : 0;
        unlisted += status.equals("not-listed") ? 1 : 0;
        boolean listed = !status.equals("not-listed");
        late += listed && lateness.equals("yes") ? 1 : 0;
        undated += listed && lateness.equals("unknown") ? 1 : 0;
        several += listed && inputs.size() > 1 ? 1 : 0;
        String input = best.map(Filing::input).orElse("");
        rows.add(List.of(
                Value.of(body.name()),
                Value.of(body.code()),
                Value.of(year),
                Value.of(status),
                Value.of(lateness),
                Value.of(
                        best.flatMap(Filing::published).map(LocalDate::toString).orElse("")),
                Value.of(inputs.size()),
                Value.of(best.map(Filing::reportId).orElse("")),
                Value.of(input),
                Value.of(inputs.stream().filter(i -> !i.equals(input)).collect(Collectors.joining(" | ")))));
    }

    private String lateness(Filing filing) {
        if (due.isEmpty()) {
            return "";
        }
        return filing.published().map(p -> p.isAfter(due.get()) ? "yes" : "no").orElse("unknown");
    }

    public int missing() {
        return missing;
    }

    public int late() {
        return late;
    }

    /** Bodies with more than one file. */
    public int several() {
        return several;
    }

    /** Bodies whose report prints no date. */
    public int undated() {
        return undated;
    }

    public int unlisted() {
        return unlisted;
    }
}
