package gouji.dataset.xlsx;

import gouji.dataset.Export;
import gouji.dataset.Field;
import gouji.dataset.FixedDate;
import gouji.dataset.Schema;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A workbook: README, then a sheet for each table with a frozen header and filters. Numbers and dates are typed; a
 * figure of more than 15 digits, which a spreadsheet would round, is a text. A table of more rows than a sheet holds
 * goes on in {@code NAME (2)}.
 */
public final class XlsxExport implements Export {
    private static final int MOST_DIGITS = 15;
    private static final int FLUSH_ROWS = 500;
    private static final int MOST_ROWS = 1_048_576;

    private final Path file;
    private final Path part;
    private final OutputStream out;
    private final Workbook book;
    private final int mostRows;
    private final List<String> notices = new ArrayList<>();

    /**
     * Begins the workbook.
     *
     * @param file is made; beside it, for the time being, {@code FILE.part}
     * @param version of the product
     * @param tables what will be written, for the README
     */
    public XlsxExport(Path file, String title, String version, List<Schema> tables) throws IOException {
        this(file, title, version, tables, MOST_ROWS);
    }

    XlsxExport(Path file, String title, String version, List<Schema> tables, int mostRows) throws IOException {
        this.file = file;
        this.part = file.resolveSibling(file.getFileName() + ".part");
        this.out = new BufferedOutputStream(Files.newOutputStream(part));
        this.book = new Workbook(out, "gouji", TableXlsx.applicationVersion(version));
        this.mostRows = mostRows;
        ReadmeSheet.write(book, title, version, tables);
    }

    @Override
    public Table open(Schema schema) throws IOException {
        return new Sheets(schema);
    }

    @Override
    public List<String> notices() {
        return List.copyOf(notices);
    }

    @Override
    public void finish() throws IOException {
        book.finish();
        out.close();
        FixedDate.copy(part, file);
    }

    @Override
    public void close() throws IOException {
        try (out) {
            Files.deleteIfExists(part);
        }
    }

    private final class Sheets implements Table {
        private final Schema schema;
        private Worksheet sheet;
        private int sheets;
        private int row;
        private long cut;

        Sheets(Schema schema) throws IOException {
            this.schema = schema;
            begin();
        }

        private void begin() throws IOException {
            String name = schema.name().length() > 26 ? schema.name().substring(0, 26) : schema.name();
            sheet = book.newWorksheet(++sheets == 1 ? name : name + " (" + sheets + ")");
            sheet.freezePane(0, 1);
            List<String> header = schema.header();
            for (int c = 0; c < header.size(); c++) {
                sheet.width(c, Math.max(10, Math.min(40, header.get(c).length() + 4)));
                sheet.inlineString(0, c, header.get(c));
                sheet.style(0, c).bold().fillColor("E8EDF3").set();
            }
            row = 1;
        }

        @Override
        public void row(List<String> cells) throws IOException {
            if (row == mostRows) {
                end();
                begin();
            }
            for (int c = 0; c < cells.size(); c++) {
                if (!cells.get(c).isEmpty()) {
                    put(c, schema.fields().get(c).type(), cells.get(c));
                }
            }
            if (++row % FLUSH_ROWS == 0) {
                sheet.flush();
            }
        }

        private void put(int column, Field.Type type, String text) {
            switch (type) {
                case INTEGER, NUMBER -> putNumber(column, text);
                case DATE -> putDate(column, text);
                case STRING, DATETIME -> putText(column, text);
            }
        }

        private void putNumber(int column, String text) {
            BigDecimal number = new BigDecimal(text);
            if (number.precision() <= MOST_DIGITS && number.scale() <= MOST_DIGITS) {
                sheet.value(row, column, number);
            } else {
                putText(column, text);
            }
        }

        private void putDate(int column, String text) {
            try {
                sheet.value(row, column, LocalDate.parse(text));
                sheet.style(row, column).format("yyyy-mm-dd").set();
            } catch (DateTimeParseException e) {
                putText(column, text);
            }
        }

        private void putText(int column, String text) {
            String writable = TableXlsx.writable(text);
            if (writable.length() < text.length()) {
                cut++;
            }
            sheet.inlineString(row, column, writable);
        }

        private void end() throws IOException {
            sheet.setAutoFilter(0, 0, row - 1, schema.fields().size() - 1);
            sheet.finish();
        }

        @Override
        public void close() throws IOException {
            end();
            if (cut > 0) {
                notices.add(String.format(
                        Locale.ROOT, "%s: %d texts are longer than a cell holds and were cut off", schema.name(), cut));
            }
        }
    }
}
