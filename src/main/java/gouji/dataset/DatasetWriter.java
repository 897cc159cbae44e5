package gouji.dataset;

import gouji.check.CheckResult;
import gouji.profile.Profile;
import gouji.report.Observation;
import gouji.report.Report;
import gouji.table.Table;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes the dataset: reports in the order of their ids, ledger rows in the order of their inputs, then {@link #finish}.
 *
 * <p>One report at a time is in memory. All files are written under {@code .work/tmp} and replace the old ones at the
 * end; {@code ledger.jsonl} goes away before the first file changes and comes back last, so that whoever finds its end
 * line finds a complete dataset.
 */
public final class DatasetWriter implements AutoCloseable {
    private static final List<Schema> MAIN = List.of(
            Schemas.LEDGER, Schemas.REPORTS, Schemas.OBSERVATIONS, Schemas.CHECKS, Schemas.NARRATIVE, Schemas.CODES);

    private final OutputFolder output;
    private final Csv csv;
    private final Json json;
    private final CodeList codes;
    private final ReportRows.Maker maker;
    private final Map<String, Schema> wide = new LinkedHashMap<>();
    private final Map<String, Csv.Rows> open = new LinkedHashMap<>();
    private final Map<String, String> placeOfTemp = new LinkedHashMap<>();
    private final List<DataPackage.Printed> printed = new ArrayList<>();
    private final Set<String> written = new HashSet<>();
    /** Names under {@code .work/tmp}, and the places. */
    private final Map<String, String> staged = new LinkedHashMap<>();

    private final OutputStream ledgerLines;

    private boolean changed;
    private String lastReport = "";
    private long entries;
    private long members;
    private long records;

    public DatasetWriter(OutputFolder output, Csv csv, Json json, List<Profile> profiles) throws IOException {
        this.output = output;
        this.csv = csv;
        this.json = json;
        this.codes = new CodeList(profiles);
        this.maker = new ReportRows.Maker(codes);
        for (Schema s : MAIN) {
            begin(s);
        }
        for (String table : codes.tables()) {
            wide.put(table, wideSchema(table));
            begin(wide.get(table));
        }
        this.ledgerLines = output.begin("ledger.jsonl");
        for (List<Value> row : codes.rows()) {
            rows(Schemas.CODES).row(row);
        }
    }

    private void begin(Schema schema) throws IOException {
        String temp = schema.path().replace('/', '-');
        placeOfTemp.put(temp, schema.path());
        open.put(schema.path(), csv.open(output.begin(temp), schema.header()));
    }

    private Csv.Rows rows(Schema schema) {
        return open.get(schema.path());
    }

    private Schema wideSchema(String table) {
        List<Field> fields = new ArrayList<>(List.of(
                Field.key("report_id", "The report."),
                Field.text("issuer", "Publishing body as printed."),
                Field.count("year", "The year reported on."),
                Field.text("template", "Generation of the family's tables.")));
        codes.columns(table).forEach(c -> fields.add(Field.number(c, codes.meaning(table, c))));
        String file = table.replaceAll("[^A-Za-z0-9_.-]", "_");
        return new Schema(
                "wide-" + file.toLowerCase(java.util.Locale.ROOT),
                "wide/" + file + ".csv",
                "Table " + table + ": one report a row, one column for each row.column of all templates.",
                fields,
                List.of("report_id"),
                true);
    }

    /** Names of the main CSV files, directly in the output folder. */
    public static List<String> files() {
        return MAIN.stream().map(Schema::path).toList();
    }

    /** Why a report cannot be written, or empty: its keys must be unique. */
    public static String faultOf(Extracted extracted) {
        Set<String> seen = new HashSet<>();
        for (Observation o : extracted.checked().report().observations()) {
            if (!seen.add(o.table() + "\n" + o.row() + "\n" + o.column())) {
                return "two observations of the cell " + o.code();
            }
        }
        for (CheckResult c : extracted.checked().checks()) {
            if (!seen.add("\n" + c.check() + "\n" + c.table() + "\n" + c.row() + "\n" + c.column())) {
                return "two results of check " + c.check() + " at " + c.table() + " " + c.row() + " " + c.column();
            }
        }
        return "";
    }

    /**
     * Writes one report everywhere.
     *
     * @param reportId must be greater than the one before
     * @param input its name in the ledger
     * @param sha256 digest of the input
     * @param flags what was odd about the input
     * @param filed its place among others
     * @param extracted the report
     */
    public void report(
            String reportId, String input, String sha256, List<String> flags, Filed filed, Extracted extracted)
            throws IOException {
        if (reportId.compareTo(lastReport) <= 0) {
            throw new IllegalArgumentException("report " + reportId + " after " + lastReport);
        }
        lastReport = reportId;
        Report report = extracted.checked().report();
        ReportRows made = maker.make(reportId, input, sha256, filed, extracted);
        ReportRow row = made.report();
        for (Map.Entry<Schema, List<List<Value>>> table : made.values().entrySet()) {
            for (List<Value> values : table.getValue()) {
                rows(table.getKey()).row(values);
            }
        }
        wideRows(row, report);
        tables(reportId, report.tables());
        ByteArrayOutputStream document = new ByteArrayOutputStream();
        json.pretty(ReportDocument.of(row, extracted, flags, made.observations(), made.checks()), document);
        settle(document.toByteArray(), "reports/" + reportId + ".json");
    }

    private void wideRows(ReportRow row, Report report) throws IOException {
        Map<String, Map<String, Value>> byTable = new HashMap<>();
        for (Observation o : report.observations()) {
            byTable.computeIfAbsent(o.table(), t -> new HashMap<>())
                    .put(o.row() + "." + o.column(), Value.of(o.value()));
        }
        for (Map.Entry<String, Schema> e : wide.entrySet()) {
            Map<String, Value> values = byTable.get(e.getKey());
            if (values == null) {
                continue;
            }
            List<Value> cells = new ArrayList<>(List.of(
                    Value.of(row.reportId()),
                    Value.of(row.issuer()),
                    row.year().map(y -> Value.of(y.longValue())).orElse(Value.NONE),
                    Value.of(row.template())));
            codes.columns(e.getKey()).forEach(c -> cells.add(values.getOrDefault(c, Value.NONE)));
            rows(e.getValue()).row(cells);
        }
    }

    private void tables(String reportId, List<Table> tables) throws IOException {
        int number = 0;
        for (Table table : tables) {
            number++;
            int columns = PrintedTable.columns(table);
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            try (Csv.Rows rows = csv.open(file, PrintedTable.header(columns))) {
                for (List<Value> row : PrintedTable.rows(table)) {
                    rows.row(row);
                }
            }
            settle(file.toByteArray(), "tables/" + reportId + "-" + number + ".csv");
            printed.add(new DataPackage.Printed(reportId, number, columns));
        }
    }

    /** Writes one row of both ledgers. */
    public void ledger(LedgerRow row) throws IOException {
        rows(Schemas.LEDGER).row(row.values());
        ledgerLine(row.line());
        if (row.name().member().isEmpty()) {
            entries++;
        } else {
            members++;
        }
        records += row.counts().records();
    }

    private void ledgerLine(Map<String, Object> line) throws IOException {
        ledgerLines.write(json.line(line));
        ledgerLines.write('\n');
    }

    /**
     * Completes the dataset.
     *
     * @return every file of it but run.json and the logs of decisions, with its length
     */
    public Map<String, Long> finish() throws IOException {
        Map<String, Object> end = new LinkedHashMap<>();
        end.put("v", 1);
        end.put("end", true);
        end.put("entries", entries);
        end.put("members", members);
        end.put("records", records);
        ledgerLine(end);
        ledgerLines.close();
        for (Csv.Rows rows : open.values()) {
            rows.close();
        }
        placeStaged();
        for (Map.Entry<String, String> e : placeOfTemp.entrySet()) {
            settle(e.getKey(), e.getValue());
        }
        new CorrectionLog(output.root(), csv).prepare();
        SettlementLog settlements = new SettlementLog(output.root(), csv);
        settlements.prepare();
        List<Schema> schemas = new ArrayList<>(
                List.of(Schemas.LEDGER, Schemas.REPORTS, Schemas.OBSERVATIONS, Schemas.CHECKS, Schemas.NARRATIVE));
        schemas.addAll(wide.values());
        schemas.addAll(List.of(Schemas.CODES, Schemas.CORRECTIONS));
        if (settlements.exists()) {
            schemas.add(Schemas.SETTLEMENTS);
        }
        try (OutputStream out = output.begin("datapackage.json")) {
            json.pretty(DataPackage.of(schemas, printed), out);
        }
        settle("datapackage.json", "datapackage.json");
        removeStale();
        List.of("reports", "tables", "wide", "").forEach(output::forceFolder);
        settle("ledger.jsonl", "ledger.jsonl");
        output.forceFolder("");
        Map<String, Long> sizes = new java.util.TreeMap<>();
        for (String path : written) {
            sizes.put(path, Files.size(output.root().resolve(path)));
        }
        return sizes;
    }

    private void settle(String temp, String target) throws IOException {
        written.add(target);
        if (output.isInPlace(temp, target)) {
            Files.delete(output.temporary().resolve(temp));
            return;
        }
        beforeChange();
        output.place(temp, target);
    }

    /** A small file: with all others it is forced to disk and put in its place at the end. */
    private void settle(byte[] bytes, String target) throws IOException {
        written.add(target);
        if (!output.isInPlace(bytes, target)) {
            String temp = target.replace('/', '-');
            output.stage(temp, bytes);
            staged.put(temp, target);
        }
    }

    private void placeStaged() throws IOException {
        if (!staged.isEmpty()) {
            output.force(staged.keySet());
            beforeChange();
        }
        for (Map.Entry<String, String> e : staged.entrySet()) {
            output.place(e.getKey(), e.getValue());
        }
    }

    private void beforeChange() throws IOException {
        if (!changed) {
            changed = true;
            output.delete("ledger.jsonl");
            output.forceFolder("");
        }
    }

    /** Files of reports that are no longer among the inputs. */
    private void removeStale() throws IOException {
        Map<String, String> ours =
                Map.of("reports", "[0-9a-f]{16}\\.json", "tables", "[0-9a-f]{16}-[0-9]+\\.csv", "wide", ".*\\.csv");
        for (String folder : List.of("reports", "tables", "wide")) {
            for (String name : output.list(folder)) {
                if (name.matches(ours.get(folder)) && !written.contains(folder + "/" + name)) {
                    beforeChange();
                    output.delete(folder + "/" + name);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (Csv.Rows rows : open.values()) {
            try {
                rows.close();
            } catch (IOException e) {
                // an earlier failure is on its way up, or finish() has closed them
            }
        }
        ledgerLines.close();
    }
}
