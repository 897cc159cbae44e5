package gouji.body.csv;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** A file of members: CSV, UTF-8, columns {@code parent} and {@code member}. */
public final class RosterFile {
    private static final int MAX_BYTES = 64 * 1024 * 1024;

    private RosterFile() {}

    /**
     * Members of each parent in the order of the file.
     *
     * @throws IllegalArgumentException when a column is missing
     * @throws IOException when it cannot be read
     */
    public static Map<String, List<String>> read(Path file) throws IOException {
        if (Files.size(file) > MAX_BYTES) {
            throw new IllegalArgumentException("more than " + MAX_BYTES + " bytes");
        }
        String text = Files.readString(file, StandardCharsets.UTF_8);
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        Map<String, List<String>> members = new TreeMap<>();
        try (var parser =
                format.parse(new java.io.StringReader(text.startsWith("\uFEFF") ? text.substring(1) : text))) {
            for (CSVRecord r : parser) {
                members.computeIfAbsent(r.get("parent"), p -> new ArrayList<>()).add(r.get("member"));
            }
        }
        return members;
    }
}
