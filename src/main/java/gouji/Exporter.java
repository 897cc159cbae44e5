package gouji;

import gouji.dataset.DatasetFolder;
import gouji.dataset.Export;
import gouji.dataset.Schema;
import gouji.dataset.csv.CsvExport;
import gouji.dataset.json.JsonExport;
import gouji.dataset.parquet.ParquetExport;
import gouji.dataset.sql.DuckDbExport;
import gouji.dataset.sql.PostgresExport;
import gouji.dataset.sql.SqliteExport;
import gouji.dataset.xlsx.XlsxExport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Copies tables of a dataset into another form. */
final class Exporter {
    private final DatasetFolder dataset;
    private final List<Schema> tables;
    private final Map<String, Integer> rows = new LinkedHashMap<>();

    Exporter(DatasetFolder dataset, List<Schema> tables) {
        this.dataset = dataset;
        this.tables = tables;
    }

    /** Rows written of each table, in order. */
    Map<String, Integer> rows() {
        return rows;
    }

    /**
     * Writes a folder with a file for each table.
     *
     * @return notices
     */
    List<String> toFolder(ExportTarget.Form form, Path folder, boolean mark) throws IOException {
        try (Export export = switch (form) {
            case CSV -> new CsvExport(folder, mark);
            case JSON -> new JsonExport(folder, false);
            case JSONL -> new JsonExport(folder, true);
            case PARQUET -> new ParquetExport(folder);
            default -> throw new IllegalArgumentException("no folder: " + form);
        }) {
            return copy(export);
        }
    }

    /** Writes a new file. */
    List<String> toFile(ExportTarget.Form form, Path file, Path scratch) throws IOException {
        return switch (form) {
            case XLSX -> {
                try (Export export = new XlsxExport(file, dataset.name(), Product.version(), tables)) {
                    yield copy(export);
                }
            }
            case SQLITE -> {
                try (Export export = new SqliteExport(file, tables)) {
                    yield copy(export);
                }
            }
            case DUCKDB -> {
                List<String> notices = toFolder(ExportTarget.Form.PARQUET, scratch, false);
                DuckDbExport.write(file, tables, scratch);
                yield notices;
            }
            default -> throw new IllegalArgumentException("no file: " + form);
        };
    }

    /** Writes to a server. */
    List<String> toServer(String url, String password) throws IOException {
        List<String> reports =
                dataset.rows("reports").stream().map(r -> r.get("report_id")).toList();
        try (Export export = new PostgresExport(url, password, tables, reports)) {
            return copy(export);
        }
    }

    private List<String> copy(Export export) throws IOException {
        for (Schema schema : tables) {
            int[] row = {0};
            try (Export.Table table = export.open(schema)) {
                dataset.read(schema, cells -> {
                    row[0]++;
                    table.row(cells);
                });
            } catch (NumberFormatException | DateTimeException e) {
                throw new IOException(schema.path() + ", row " + row[0] + ": a value is not of the type that"
                        + " datapackage.json says: " + e.getMessage());
            }
            rows.put(schema.name(), row[0]);
        }
        export.finish();
        return export.notices();
    }
}
