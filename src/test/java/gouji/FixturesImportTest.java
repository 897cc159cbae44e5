package gouji;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command on the fixtures, as a user calls it; only the files it writes are looked at. */
class FixturesImportTest {
    private static final Path BAD = Path.of("fixtures", "bad");
    private static final Path SNAPSHOT = Path.of("output", "cn-disclosure");

    @Test
    void writesTheDatasetKeptInOutput(@TempDir Path dir) throws IOException {
        assertThat(run(dir, "--jobs", "2", reports())).isZero();
        assertSame(
                files(dir),
                files(SNAPSHOT),
                "output/cn-disclosure is not what the fixtures give: run the README's import command again and look at the"
                        + " difference before you commit it");
    }

    @Test
    void writesTheSameBytesWithOneWorkerAndWithFourInAnyOrder(@TempDir Path dir) throws IOException {
        List<Path> reports = reports().subList(0, 12);
        List<Path> turned = new ArrayList<>(reports);
        Collections.reverse(turned);
        assertThat(run(dir.resolve("a"), "--jobs", "1", reports)).isZero();
        assertThat(run(dir.resolve("b"), "--jobs", "4", turned)).isZero();
        assertSame(files(dir.resolve("b")), files(dir.resolve("a")), "order or workers show");
    }

    @Test
    void writesTheSameBytesFromAnotherFolder(@TempDir Path dir) throws IOException {
        Path copy = dir.resolve("elsewhere").resolve("suqian-2023");
        Files.createDirectories(copy);
        Path original = Path.of("fixtures", "cn-disclosure", "format-2021", "suqian-2023");
        for (String name : List.of("report.pdf", "report.txt")) {
            Files.copy(original.resolve(name), copy.resolve(name));
        }
        assertThat(run(dir.resolve("a"), "--jobs", "1", List.of(original))).isZero();
        assertThat(run(dir.resolve("b"), "--jobs", "1", List.of(copy))).isZero();
        Map<String, String> here = files(dir.resolve("a"));
        here.keySet().removeIf(name -> name.startsWith("ledger"));
        Map<String, String> there = files(dir.resolve("b"));
        there.keySet().removeIf(name -> name.startsWith("ledger"));
        assertSame(there, here, "the folder shows");
    }

    @Test
    void givesEachBadFileItsReasonAndASentence(@TempDir Path dir) throws IOException {
        assertThat(run(dir, "--jobs", "2", List.of(BAD))).isZero();
        Map<String, CSVRecord> ledger = new HashMap<>();
        CsvRows.of(dir.resolve("ledger.csv")).forEach(r -> ledger.put(r.get("input"), r));
        for (String[] expected : expectedOfBadFiles()) {
            CSVRecord row = ledger.get(expected[0]);
            assertThat(row.get("status")).as(expected[0]).isEqualTo(expected[1]);
            assertThat(List.of(expected[2].split("/"))).as(expected[0]).contains(row.get("reason"));
            if (!expected[1].equals("imported")) {
                assertThat(row.get("detail"))
                        .as(expected[0])
                        .hasSizeGreaterThan(20)
                        .endsWith(".");
            }
        }
        assertThat(CsvRows.of(dir.resolve("reports.csv"))).hasSize(1);
    }

    /** File, status and reasons accepted, from fixtures/bad/README.md by way of a person. */
    private static List<String[]> expectedOfBadFiles() {
        return List.of(
                new String[] {"empty.pdf", "quarantined", "EMPTY"},
                new String[] {"truncated.pdf", "quarantined", "TRUNCATED/CORRUPT"},
                new String[] {"locked.pdf", "quarantined", "ENCRYPTED"},
                new String[] {"not-a-report.pdf", "rejected", "NO_REPORT_FOUND"},
                new String[] {"not-a-report.txt", "rejected", "NO_REPORT_FOUND"},
                new String[] {"wrong-extension.pdf", "imported", ""},
                new String[] {"noise.bin", "quarantined", "TYPE_UNKNOWN"},
                new String[] {"deduplicated.txt", "quarantined", "INCOMPLETE_TEXT"});
    }

    private static List<Path> reports() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("fixtures", "cn-disclosure"))) {
            return files.filter(f -> f.getFileName().toString().startsWith("report."))
                    .sorted()
                    .toList();
        }
    }

    private static int run(Path out, String option, String value, List<Path> inputs) {
        List<String> arguments = new ArrayList<>(List.of("import", "--quiet", "--out", out.toString(), option, value));
        inputs.forEach(i -> arguments.add(i.toString()));
        CommandLine command = Gouji.commandLine(Wiring::engine);
        StringWriter err = new StringWriter();
        command.setErr(new PrintWriter(err));
        int status = command.execute(arguments.toArray(String[]::new));
        assertThat(err.toString()).isEmpty();
        return status;
    }

    /** Content of every file of a dataset by name, but for what may differ from run to run. */
    private static Map<String, String> files(Path dataset) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(dataset)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                String name = dataset.relativize(file).toString();
                if (!name.startsWith(".work") && !name.equals("run.json")) {
                    files.put(name, Files.readString(file));
                }
            }
        }
        return files;
    }

    private static void assertSame(Map<String, String> found, Map<String, String> expected, String message) {
        assertThat(found.keySet()).as(message).isEqualTo(expected.keySet());
        found.forEach((name, text) -> assertThat(Arrays.asList(text.split("\n", -1)))
                .as("%s: %s", name, message)
                .isEqualTo(Arrays.asList(expected.get(name).split("\n", -1))));
    }
}
