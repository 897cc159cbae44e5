package gouji.dataset.xlsx;

import gouji.dataset.TableDocument;
import gouji.dataset.TableFiles;
import gouji.dataset.TableWriter;
import gouji.table.Cell;
import gouji.table.HeaderModel;
import gouji.table.Table;
import gouji.table.TableStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * NAME.xlsx: a sheet for each table, spans merged, headers bold. A cell is a number only where its text is a plain one
 * (no leading zeros, no separators, at most 15 digits); all else is text, never a formula. No file without a table.
 */
public final class TableXlsx implements TableWriter {
    private static final Pattern PLAIN_NUMBER = Pattern.compile("-?(?:0|[1-9]\\d{0,11})(?:\\.\\d{1,3})?");
    private static final int MOST_CHARACTERS = 32_767;
    private static final int MOST_ROWS = 1_048_576;
    private static final int MOST_COLUMNS = 16_384;

    private final TableFiles files;
    private final String version;
    private Path draft;
    private OutputStream out;
    private Workbook book;
    private Worksheet sheet;
    private int tables;
    private int firstRow;

    /** @param version of the product, digits and dots */
    public TableXlsx(TableFiles files, String version) {
        this.files = files;
        this.version = applicationVersion(version);
    }

    /** Two numbers with a dot, as the format wants it. */
    static String applicationVersion(String version) {
        return version.matches("\\d+\\.\\d+.*") ? version.replaceAll("^(\\d+\\.\\d+).*", "$1") : "0.0";
    }

    @Override
    public void table(TableStream.Stretch stretch, HeaderModel headers) throws IOException {
        if (book == null) {
            draft = Files.createTempFile(files.folder(), ".", ".xlsx.part");
            out = new BufferedOutputStream(Files.newOutputStream(draft));
            book = new Workbook(out, "gouji", version);
        }
        int skipped = stretch.continued() ? stretch.repeatedRows() : 0;
        Table table = stretch.table();
        if (!stretch.continued() || firstRow + table.rows() - skipped > MOST_ROWS) {
            begin();
            skipped = 0;
        }
        for (Cell c : table.cells()) {
            if (c.row() >= skipped
                    && c.row() + c.rowSpan() <= MOST_ROWS
                    && c.column() + c.columnSpan() <= MOST_COLUMNS) {
                put(c, firstRow + c.row() - skipped, headers.isHeader(c));
            }
        }
        firstRow += table.rows() - skipped;
        sheet.flush();
    }

    private void begin() throws IOException {
        if (sheet != null) {
            sheet.finish();
        }
        sheet = book.newWorksheet("table " + ++tables);
        firstRow = 0;
    }

    private void put(Cell c, int row, boolean header) {
        if (PLAIN_NUMBER.matcher(c.text()).matches()) {
            sheet.value(row, c.column(), new BigDecimal(c.text()));
        } else if (!c.text().isEmpty()) {
            sheet.value(row, c.column(), writable(c.text()));
        }
        if (header) {
            sheet.style(row, c.column()).bold().set();
        }
        if (c.rowSpan() > 1 || c.columnSpan() > 1) {
            sheet.range(row, c.column(), row + c.rowSpan() - 1, c.column() + c.columnSpan() - 1)
                    .merge();
        }
    }

    /** What XML cannot hold becomes U+FFFD; what a cell cannot hold is cut off. */
    static String writable(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c < ' ' && c != '\n' && c != '\t' || c >= 0xD800 && c <= 0xDFFF || c >= 0xFFFE && c <= 0xFFFF
                        ? 0xFFFD
                        : c)
                .forEach(out::appendCodePoint);
        return out.length() <= MOST_CHARACTERS ? out.toString() : out.substring(0, MOST_CHARACTERS);
    }

    @Override
    public void end(TableDocument document) {
        // a table a sheet: nothing is said of the document
    }

    @Override
    public void close() throws IOException {
        if (book != null) {
            sheet.finish();
            book.finish();
            book = null;
            // The workbook leaves its stream open.
            out.close();
            try (OutputStream whole = files.open(".xlsx")) {
                SameBytes.copy(draft, whole);
            } finally {
                Files.delete(draft);
            }
        }
    }
}
