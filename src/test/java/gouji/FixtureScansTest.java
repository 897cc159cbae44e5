package gouji;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** The scans and pictures of the fixtures through the command, with both engines, against what stands on their pages. */
class FixtureScansTest {
    private static final Path SCANS = Path.of("fixtures", "scans");
    private static final Set<String> DOUBTED = Set.of("suspect", "absent");

    /** @param least share of the cells that come out right, in percent */
    @ParameterizedTest
    @CsvSource({"ppocr, 99", "tesseract, 95"})
    void nothingIsWrongWithoutAMark(String engine, int least, @TempDir Path out) throws IOException {
        assertThat(run(engine, out)).isZero();
        Map<String, Map<String, CSVRecord>> cells = new HashMap<>();
        for (CSVRecord o : CsvRows.of(out.resolve("observations.csv"))) {
            cells.computeIfAbsent(o.get("report_id"), k -> new HashMap<>()).put(code(o), o);
        }
        List<String> silent = new ArrayList<>();
        int right = 0;
        int all = 0;
        for (CSVRecord report : CsvRows.of(out.resolve("reports.csv"))) {
            for (CSVRecord wanted : CsvRows.of(truth(report.get("input")))) {
                CSVRecord found = cells.get(report.get("report_id")).get(code(wanted));
                boolean same = found != null && same(wanted.get("value"), found.get("value"));
                all++;
                right += same ? 1 : 0;
                if (!same && found != null && !DOUBTED.contains(found.get("state"))) {
                    silent.add(report.get("input") + " " + code(wanted) + ": " + found.get("value") + " for "
                            + wanted.get("value"));
                }
            }
        }
        assertThat(silent).isEmpty();
        assertThat(all).as("cells of the six reports").isEqualTo(4 * 200 + 2 * 198);
        assertThat(100.0 * right / all).as("cells right, in percent").isGreaterThanOrEqualTo(least);
    }

    private static int run(String engine, Path out) {
        CommandLine command = Gouji.commandLine(Wiring::engine);
        command.setOut(new PrintWriter(new StringWriter()));
        command.setErr(new PrintWriter(new StringWriter()));
        return command.execute("import", SCANS.toString(), "--out", out.toString(), "--ocr", engine, "--quiet");
    }

    /** Each bears the name of the fixture that was drawn. */
    private static Path truth(String input) throws IOException {
        String name = input.replaceAll("\\.[a-z]+$", "");
        try (Stream<Path> files = Files.walk(Path.of("fixtures", "cn-disclosure"))) {
            return files.filter(f -> f.endsWith(Path.of(name, "truth.csv")))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String code(CSVRecord row) {
        return row.get("table") + "." + row.get("row") + "." + row.get("column");
    }

    private static boolean same(String wanted, String found) {
        return wanted.isEmpty() || found.isEmpty()
                ? wanted.equals(found)
                : new BigDecimal(wanted).compareTo(new BigDecimal(found)) == 0;
    }
}
