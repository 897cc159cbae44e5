package gouji;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Two years of one city and a report in the form of 2019, imported and made a panel. */
class PanelCommandTest {
    private static final Path FIXTURES = Path.of("fixtures", "cn-disclosure");

    @TempDir
    static Path dir;

    private static List<CSVRecord> panel;

    @BeforeAll
    static void importAndPanel() throws IOException {
        List<String> call = new ArrayList<>(List.of("import", "--quiet", "--ocr", "off", "--out", dir.toString()));
        for (String name :
                List.of("format-2021/suqian-2023", "format-2021/suqian-2024", "format-2019/shanghai-office-2019")) {
            call.add(FIXTURES.resolve(name).resolve("report.txt").toString());
        }
        assertThat(gouji(call)).isZero();
        assertThat(gouji(List.of("panel", dir.toString()))).isZero();
        panel = CsvRows.of(dir.resolve("panel/panel.csv"));
    }

    @Test
    void givesABodysYearsUnderOneKey() {
        Map<String, String> received = panel.stream()
                .filter(r -> r.get("concept").equals("requests.received_new.total"))
                .filter(r -> r.get("body").startsWith("3213"))
                .collect(Collectors.toMap(r -> r.get("body") + " " + r.get("year"), r -> r.get("value")));

        assertThat(received.keySet()).hasSize(2);
        assertThat(received)
                .containsEntry("321300 2023", truth("suqian-2023"))
                .containsEntry("321300 2024", truth("suqian-2024"));
    }

    @Test
    void saysHowEachPointCameAboutAndNeverBridgesWhatIsCountedOtherwise() {
        CSVRecord old = panel.stream()
                .filter(r -> r.get("template").equals("format-2019"))
                .filter(r -> r.get("derived").equals("disclosure.normative_documents.total_disclosed"))
                .findFirst()
                .orElseThrow();
        assertThat(old.get("concept")).isEqualTo("disclosure.normative_documents.total_disclosed");
        assertThat(old.get("comparability")).isEqualTo("not-comparable");
        assertThat(old.get("skos")).isEqualTo("skos:relatedMatch");
        assertThat(panel.stream()
                        .filter(r -> r.get("template").equals("format-2019"))
                        .map(r -> r.get("concept")))
                .noneMatch(c -> c.endsWith(".in_force"));
    }

    @Test
    void holdsTheYearsAgainstEachOther() throws IOException {
        List<CSVRecord> carry = CsvRows.of(dir.resolve("checks.csv")).stream()
                .filter(r -> r.get("check").equals("Y-CARRY") || r.get("check").equals("Y-FORCE"))
                .toList();

        assertThat(carry).hasSize(9).allMatch(r -> r.get("result").equals("hold"));
        assertThat(carry.get(0).get("note")).startsWith("against report ");
    }

    @Test
    void describesItsFilesAndCodes() throws IOException {
        String codebook = Files.readString(dir.resolve("panel/codebook.md"));
        assertThat(codebook)
                .contains("### `requests` row `received_new`")
                .contains("- format-2021: 一、本年新收政府信息公开申请数量")
                .contains("`T3-FLOW`")
                .contains("stats-2014: equal: stats.requests.received.value → requests.received_new.total");
        assertThat(Files.readString(dir.resolve("panel/datapackage.json"))).contains("\"path\" : \"panel.csv\"");
    }

    @Test
    void aSecondTimeGivesTheSameBytes() throws IOException {
        Path again = dir.resolve("again");
        assertThat(gouji(List.of("panel", dir.toString(), "--out", again.toString())))
                .isZero();
        try (Stream<Path> files = Files.list(again)) {
            for (Path file : files.toList()) {
                assertThat(Files.mismatch(file, dir.resolve("panel").resolve(file.getFileName())))
                        .as(file.toString())
                        .isEqualTo(-1);
            }
        }
    }

    @Test
    void refusesWhatIsNoDataset() {
        assertThat(gouji(List.of("panel", FIXTURES.toString()))).isEqualTo(Gouji.USAGE);
    }

    private static String truth(String fixture) {
        try (Stream<String> lines =
                Files.lines(FIXTURES.resolve("format-2021").resolve(fixture).resolve("truth.csv"))) {
            return lines.map(l -> l.split(",", -1))
                    .filter(f -> f[0].equals("requests") && f[1].equals("received_new") && f[2].equals("total"))
                    .map(f -> f[3])
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static int gouji(List<String> arguments) {
        CommandLine command = Gouji.commandLine(Wiring::engine);
        command.setOut(new PrintWriter(new StringWriter()));
        command.setErr(new PrintWriter(new StringWriter()));
        return command.execute(arguments.toArray(String[]::new));
    }
}
