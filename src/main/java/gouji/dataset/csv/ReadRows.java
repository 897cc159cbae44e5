package gouji.dataset.csv;

import gouji.dataset.CsvSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The rows of a file, the guard against formulas taken off. */
final class ReadRows implements CsvSource.Rows {
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final List<String> header;

    ReadRows(CSVParser parser, Iterator<CSVRecord> records) throws IOException {
        this.parser = parser;
        this.records = records;
        this.header = next().orElse(List.of());
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public Optional<List<String>> next() throws IOException {
        try {
            if (!records.hasNext()) {
                return Optional.empty();
            }
            List<String> cells = new ArrayList<>();
            records.next().forEach(c -> cells.add(FormulaGuard.unguard(c)));
            return Optional.of(cells);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
