package gouji.dataset.csv;

import gouji.dataset.Csv;
import gouji.dataset.Value;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.QuoteMode;

/** RFC 4180, UTF-8 without BOM, LF; texts that a spreadsheet would run are guarded ({@link FormulaGuard}). */
public final class CommonsCsv implements Csv {
    static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setRecordSeparator("\n")
            .setQuoteMode(QuoteMode.MINIMAL)
            .get();

    @Override
    public Rows open(OutputStream out, List<String> header) throws IOException {
        CSVPrinter printer =
                new CSVPrinter(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)), FORMAT);
        printer.printRecord(header);
        return new Rows() {
            @Override
            public void row(List<Value> values) throws IOException {
                if (values.size() != header.size()) {
                    throw new IllegalArgumentException(
                            "expected " + header.size() + " cells (" + header + "), found " + values);
                }
                for (Value v : values) {
                    printer.print(v.number() ? v.text() : FormulaGuard.guard(writable(v.text())));
                }
                printer.println();
            }

            @Override
            public void close() throws IOException {
                printer.close(true);
            }
        };
    }

    @Override
    public void readLines(InputStream in, LineTaker taker) throws IOException {
        CSVFormat headed =
                FORMAT.builder().setHeader().setSkipHeaderRecord(true).get();
        try (CSVParser parser = headed.parse(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)))) {
            long before = parser.getCurrentLineNumber();
            for (CSVRecord record : parser) {
                Map<String, String> values = new LinkedHashMap<>();
                record.toMap().forEach((name, value) -> values.put(name, FormulaGuard.unguard(value)));
                taker.row(before + 1, values);
                before = parser.getCurrentLineNumber();
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** NUL and lone surrogates have no place in a UTF-8 text file: they become U+FFFD. */
    private static String writable(String text) {
        boolean plain = true;
        for (int i = 0; i < text.length() && plain; i++) {
            plain = text.charAt(i) != 0 && !Character.isSurrogate(text.charAt(i));
        }
        if (plain) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        text.codePoints()
                .map(c -> c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
                .forEach(out::appendCodePoint);
        return out.toString();
    }
}
