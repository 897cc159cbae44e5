package gouji.dataset.csv;

import gouji.dataset.CsvSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The rows of a file, the guard against formulas taken off. */
final class ReadRows implements CsvSource.Rows {
    private final Path file;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final List<String> header;

    ReadRows(Path file, CSVParser parser) throws IOException {
        this.file = file;
        this.parser = parser;
        this.records = parser.iterator();
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
            throw CommonsCsvSource.said(file, e.getCause(), parser.getRecordNumber() + 1);
        }
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
