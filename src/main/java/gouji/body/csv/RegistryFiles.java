package gouji.body.csv;

import gouji.body.Division;
import gouji.body.Level;
import gouji.body.Registry;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** The registries shipped with the program; their README says what each column means. */
public final class RegistryFiles {
    private static final String FOLDER = "/gouji/registry/";
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private RegistryFiles() {}

    /** @throws IllegalArgumentException when there is no registry of that id */
    public static Registry builtIn(String id) {
        List<Division> divisions =
                rows(id, "divisions").stream().map(RegistryFiles::division).toList();
        Map<String, String> departments = new HashMap<>();
        rows(id, "departments").forEach(r -> departments.put(r.get("short"), r.get("full")));
        return new Registry(divisions, names(id, "national"), departments, names(id, "groups"));
    }

    private static Division division(CSVRecord r) {
        return new Division(
                r.get("code"),
                r.get("name"),
                Level.of(r.get("level")),
                r.get("parent"),
                r.get("from"),
                r.get("to"),
                r.get("successor"));
    }

    private static List<String> names(String id, String file) {
        return rows(id, file).stream().map(r -> r.get("name")).toList();
    }

    private static List<CSVRecord> rows(String id, String file) {
        String name = FOLDER + id + "/" + file + ".csv";
        try (InputStream in = RegistryFiles.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("no registry file " + name);
            }
            return FORMAT.parse(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
