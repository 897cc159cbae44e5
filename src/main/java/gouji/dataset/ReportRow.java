package gouji.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One report: the columns of reports.csv, in their order; {@link Schemas#REPORTS} says what each means. */
public record ReportRow(
        String reportId,
        String input,
        String sha256,
        String format,
        String profile,
        String template,
        String title,
        String issuer,
        Optional<Integer> year,
        String published,
        int pages,
        long cellsExpected,
        long cellsRead,
        long cellsRepaired,
        long cellsSuspect,
        long checksFailed,
        String language,
        Filed filed) {

    List<Value> values() {
        List<Value> values = new ArrayList<>(List.of(
                Value.of(reportId),
                Value.of(input),
                Value.of(sha256),
                Value.of(format),
                Value.of(profile),
                Value.of(template),
                Value.of(title),
                Value.of(issuer),
                Value.of(filed.code()),
                Value.of(filed.level()),
                year.map(y -> Value.of(y.longValue())).orElse(Value.NONE),
                Value.of(published),
                Value.of(pages),
                Value.of(cellsExpected),
                Value.of(cellsRead),
                Value.of(cellsRepaired),
                Value.of(cellsSuspect),
                Value.of(checksFailed),
                Value.of(language)));
        values.addAll(filed.values());
        return values;
    }
}
