package gouji.dataset.csv;

import gouji.dataset.CsvSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.csv.CSVParser;

/** Reads what {@link CommonsCsv} writes, and CSV in UTF-8 of other programs, with or without a byte order mark. */
public final class CommonsCsvSource implements CsvSource {
    @Override
    public Rows read(Path file) throws IOException {
        BufferedReader text = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        text.mark(1);
        if (text.read() != '\uFEFF') {
            text.reset();
        }
        CSVParser parser = CommonsCsv.FORMAT.parse(text);
        return new ReadRows(parser, parser.iterator());
    }
}
