package gouji.office;

import gouji.check.IdentityCells;
import gouji.dataset.DatasetFolder;
import gouji.dataset.SavedTable;
import gouji.profile.Profile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A note for each body and year whose report fails a check that is more than a hint. */
public final class Returns {
    private static final Set<String> SEVERITIES = Set.of("error", "warning");

    private final List<Profile> profiles;
    private final Pictures pictures;
    private final List<Filing> filings;
    private final Map<String, List<Map<String, String>>> failed = new HashMap<>();
    private final Map<String, Map<String, ReportCell>> cells = new HashMap<>();
    private final Labels labels;
    private final DatasetFolder dataset;

    /** @param profiles for the terms of identities; a check of another profile is told by its two sums */
    public Returns(DatasetFolder dataset, List<Profile> profiles, Pictures pictures) throws IOException {
        this.profiles = List.copyOf(profiles);
        this.pictures = pictures;
        this.labels = Labels.of(dataset);
        this.dataset = dataset;
        dataset.forEachRow("checks", row -> {
            if (row.get("result").equals("fail") && SEVERITIES.contains(row.get("severity"))) {
                failed.computeIfAbsent(row.get("report_id"), k -> new ArrayList<>())
                        .add(row);
            }
        });
        this.filings = counted(Filing.all(dataset)).stream()
                .filter(f -> failed.containsKey(f.reportId()))
                .toList();
        Set<String> ids = filings.stream().map(Filing::reportId).collect(Collectors.toSet());
        dataset.forEachRow("observations", row -> {
            if (ids.contains(row.get("report_id"))) {
                cells.computeIfAbsent(row.get("report_id"), k -> new HashMap<>())
                        .put(key(row.get("table"), row.get("row"), row.get("column")), ReportCell.of(row));
            }
        });
    }

    /** The one report of each body and year that counts, in the order of bodies. */
    private static List<Filing> counted(List<Filing> all) {
        Map<String, List<Filing>> grouped = new TreeMap<>();
        all.forEach(f -> grouped.computeIfAbsent(f.bodyKey() + "\n" + f.year(), k -> new ArrayList<>())
                .add(f));
        return grouped.values().stream().map(Filing::best).toList();
    }

    /** Reports that get a note, in the order of bodies. */
    public List<Filing> reports() {
        return filings;
    }

    /** The note of one of {@link #reports}. */
    public Note note(Filing report) throws IOException {
        List<SavedTable> tables = dataset.printed(report.reportId());
        List<Note.Item> items = new ArrayList<>();
        for (Map<String, String> check : failed.get(report.reportId())) {
            items.add(item(report, check, tables));
        }
        String opening = "你单位《" + report.title() + "》已收到。经按各表数据之间的勾稽关系核对，发现以下" + items.size()
                + "处数据前后不一致。请对照台账逐项核实，更正后重新报送；数据确实无误的，请说明原因。";
        return new Note(
                report.issuer(), report.year(), report.reportId(), opening, items, "核实单位（盖章）：　　　　　　　　日期：　　　　年　　月　　日");
    }

    private Note.Item item(Filing report, Map<String, String> check, List<SavedTable> tables) {
        Map<String, ReportCell> own = cells.getOrDefault(report.reportId(), Map.of());
        Optional<Arithmetic> arithmetic = arithmetic(report, check, own);
        List<ReportCell> involved = arithmetic
                .map(Arithmetic::involved)
                .orElseGet(() ->
                        Optional.ofNullable(own.get(key(check.get("table"), check.get("row"), check.get("column"))))
                                .stream()
                                .toList());
        List<String> lines = new ArrayList<>(arithmetic.map(Arithmetic::lines).orElseGet(() -> plain(check)));
        String where = involved.stream()
                .map(ReportCell::where)
                .filter(w -> !w.isEmpty())
                .distinct()
                .limit(3)
                .collect(Collectors.joining("、"));
        if (!where.isEmpty()) {
            lines.add("位置：" + where);
        }
        Places places = new Places(pictures, report, involved, tables);
        lines.addAll(places.remarks());
        return new Note.Item(heading(report, check), lines, places.pictures(), places.excerpts());
    }

    private Optional<Arithmetic> arithmetic(Filing report, Map<String, String> check, Map<String, ReportCell> own) {
        String table = check.get("table");
        String template = own.entrySet().stream()
                .filter(e -> e.getKey().startsWith(table + "\n"))
                .map(e -> e.getValue().template())
                .findFirst()
                .orElse(report.template());
        return profiles.stream()
                .filter(p -> p.id().equals(report.profile()))
                .flatMap(p -> p.templates().stream())
                .filter(t -> t.id().equals(template))
                .findFirst()
                .flatMap(t -> IdentityCells.find(t, check.get("check"), table, check.get("row"), check.get("column")))
                .flatMap(i -> Arithmetic.of(
                        i, check, (row, column) -> Optional.ofNullable(own.get(key(table, row, column))), labels));
    }

    private static List<String> plain(Map<String, String> check) {
        String what = check.get("check").startsWith("PROSE") ? "正文所述与表格所列应当一致：正文" : "两项应当一致：前项";
        String other = check.get("check").startsWith("PROSE") ? "，表格" : "，后项";
        return List.of(what + check.get("left") + other + check.get("right") + "，相差" + check.get("difference") + "。");
    }

    private String heading(Filing report, Map<String, String> check) {
        String table = check.get("table");
        List<String> parts = new ArrayList<>();
        parts.add(section(report, table));
        if (!check.get("row").isEmpty() && !check.get("row").equals("values")) {
            parts.add("“" + labels.row(table, check.get("row")) + "”行");
        }
        if (!check.get("column").isEmpty()) {
            parts.add("“" + labels.column(table, check.get("column")) + "”列");
        }
        return String.join("　", parts) + "（" + check.get("check") + "）";
    }

    private String section(Filing report, String table) {
        return profiles.stream()
                .filter(p -> p.id().equals(report.profile()))
                .flatMap(p -> p.sections().stream())
                .filter(s -> s.code().equals("section." + table))
                .map(s -> s.label().preferred())
                .findFirst()
                .orElse(table);
    }

    private static String key(String table, String row, String column) {
        return table + "\n" + row + "\n" + column;
    }
}
