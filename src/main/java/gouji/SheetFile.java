package gouji;

import gouji.dataset.Csv;
import gouji.dataset.Export;
import gouji.dataset.Field;
import gouji.dataset.Schema;
import gouji.dataset.Value;
import gouji.dataset.csv.CommonsCsv;
import gouji.dataset.xlsx.XlsxExport;
import gouji.office.Sheet;
import gouji.run.UsageException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Option;

/** Where an office command writes its sheet: a workbook by the ending .xlsx, else CSV. */
final class SheetFile {
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "File to write, .csv or .xlsx. Default: the command's name and .csv in the current folder.")
    private Path out;

    @Option(names = "--bom", description = "Begin the CSV with a byte order mark, so that Excel shows Chinese.")
    private boolean mark;

    @Option(names = "--overwrite", description = "Replace the file.")
    private boolean overwrite;

    /** Writes the sheet whole or not at all, and gives its place. */
    Path write(String name, Sheet sheet) throws UsageException, IOException {
        Path place = out == null ? Path.of(name + ".csv") : out;
        if (!Files.isDirectory(place) && !isKnown(place.toString().toLowerCase(Locale.ROOT))) {
            throw new UsageException("--out: expected a name that ends in .csv or .xlsx, found " + place);
        }
        try (Staging staging = Staging.ofFile(place, overwrite)) {
            if (place.toString().toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
                workbook(name, sheet, staging.file());
            } else {
                csv(sheet, staging.file());
            }
            staging.publishFile();
        }
        return place;
    }

    private static boolean isKnown(String name) {
        return name.endsWith(".csv") || name.endsWith(".xlsx");
    }

    private void csv(Sheet sheet, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            if (mark) {
                out.write(MARK);
            }
            try (Csv.Rows rows = new CommonsCsv().open(out, sheet.header())) {
                for (List<Value> row : sheet.rows()) {
                    rows.row(row);
                }
            }
        }
    }

    private static void workbook(String name, Sheet sheet, Path file) throws IOException {
        List<Field> fields = new ArrayList<>();
        for (int c = 0; c < sheet.header().size(); c++) {
            int column = c;
            boolean figures = sheet.rows().stream()
                    .allMatch(
                            r -> r.get(column).text().isEmpty() || r.get(column).number());
            fields.add(new Field(
                    sheet.header().get(c), figures ? Field.Type.NUMBER : Field.Type.STRING, false, "", List.of()));
        }
        Schema schema = new Schema(name, name + ".csv", "", fields, List.of(), false);
        try (Export export = new XlsxExport(file, name, Product.version(), List.of(schema))) {
            try (Export.Table table = export.open(schema)) {
                for (List<Value> row : sheet.rows()) {
                    table.row(row.stream().map(Value::text).toList());
                }
            }
            export.finish();
        }
    }
}
