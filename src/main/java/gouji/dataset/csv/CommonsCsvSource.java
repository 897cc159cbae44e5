package gouji.dataset.csv;

import gouji.dataset.CsvSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVParser;

/** Reads what {@link CommonsCsv} writes, and CSV in UTF-8 of other programs, with or without a byte order mark. */
public final class CommonsCsvSource implements CsvSource {
    @Override
    public Rows read(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException(file + " is a folder; expected a CSV file");
        }
        BufferedReader text = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        try {
            text.mark(1);
            if (text.read() != '\uFEFF') {
                text.reset();
            }
            CSVParser parser = CommonsCsv.FORMAT.parse(text);
            return new ReadRows(file, parser);
        } catch (IOException e) {
            text.close();
            throw said(file, e, 1);
        }
    }

    /**
     * What is wrong with a file, in a sentence.
     *
     * @param row the row that cannot be read, from 1
     */
    static IOException said(Path file, IOException fault, long row) {
        if (fault instanceof CharacterCodingException) {
            return new IOException(
                    file + " is not in UTF-8 (it may be GBK): save it in Excel or WPS as \"CSV UTF-8\"", fault);
        }
        if (fault instanceof CSVException) {
            return new IOException(
                    file + ": row " + row + ": a quotation mark is not closed, or stands in the middle of a cell",
                    fault);
        }
        return fault;
    }
}
