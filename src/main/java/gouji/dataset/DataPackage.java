package gouji.dataset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** datapackage.json: Frictionless Data Package v1, profile tabular-data-package. */
final class DataPackage {
    static final String NAME = "gouji-dataset";

    private static final String DESCRIPTION = "Figures of published government reports, each with its place in the"
            + " report, and the accounting identities they were checked by. CSV files are UTF-8 with LF. A text that a"
            + " spreadsheet would run as a formula (first character = + - @, their full-width forms, TAB or CR, and no"
            + " plain number) is written with one apostrophe before it; texts that already begin with apostrophes and"
            + " such a character get one more. To read a text back, take one apostrophe off whatever begins with"
            + " apostrophes followed by such a character.";

    /** A file under tables/, and how many columns it has. */
    record Printed(String reportId, int number, int columns) {}

    private DataPackage() {}

    static Map<String, Object> of(List<Schema> schemas, List<Printed> tables) {
        // made one by one as they are written: there may be tens of thousands
        Iterable<Object> resources = () -> Stream.<Object>concat(
                        schemas.stream().map(DataPackage::resource),
                        tables.stream().map(DataPackage::printed))
                .iterator();
        Map<String, Object> p = new LinkedHashMap<>();
        p.put("profile", "tabular-data-package");
        p.put("name", NAME);
        p.put("title", "Published government reports, checked");
        p.put("description", DESCRIPTION);
        p.put("resources", resources);
        return p;
    }

    private static Map<String, Object> resource(Schema s) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("fields", s.fields().stream().map(DataPackage::field).toList());
        schema.put("missingValues", List.of(""));
        if (!s.primaryKey().isEmpty()) {
            schema.put("primaryKey", s.primaryKey());
        }
        if (s.ofReport()) {
            schema.put(
                    "foreignKeys",
                    List.of(ordered(
                            "fields",
                            "report_id",
                            "reference",
                            ordered("resource", "reports", "fields", "report_id"))));
        }
        return described(s.name(), s.path(), s.description(), schema);
    }

    private static Map<String, Object> printed(Printed t) {
        List<Object> fields = new ArrayList<>();
        PrintedTable.header(t.columns()).forEach(c -> fields.add(ordered("name", c, "type", "string")));
        return described(
                "table-" + t.reportId() + "-" + t.number(),
                "tables/" + t.reportId() + "-" + t.number() + ".csv",
                "Table " + t.number() + " of report " + t.reportId() + " as printed.",
                ordered("fields", fields, "missingValues", List.of("")));
    }

    private static Map<String, Object> described(String name, String path, String description, Object schema) {
        return ordered(
                "name",
                name,
                "path",
                path,
                "description",
                description,
                "profile",
                "tabular-data-resource",
                "format",
                "csv",
                "mediatype",
                "text/csv",
                "encoding",
                "utf-8",
                "schema",
                schema);
    }

    private static Map<String, Object> field(Field f) {
        Map<String, Object> m = ordered(
                "name", f.name(), "type", f.type().name().toLowerCase(Locale.ROOT), "description", f.description());
        Map<String, Object> constraints = new LinkedHashMap<>();
        if (f.required()) {
            constraints.put("required", true);
        }
        if (!f.codes().isEmpty()) {
            constraints.put("enum", f.codes());
        }
        if (!constraints.isEmpty()) {
            m.put("constraints", constraints);
        }
        return m;
    }

    private static Map<String, Object> ordered(Object... keysAndValues) {
        Map<String, Object> m = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            m.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return m;
    }
}
