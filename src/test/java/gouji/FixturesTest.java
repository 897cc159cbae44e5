package gouji;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.check.CheckResult;
import gouji.check.CheckedReport;
import gouji.report.Observation;
import gouji.report.State;
import gouji.source.Input;
import gouji.source.UnreadableException;
import gouji.table.LayoutBuilder;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every fixture in every format against its truth, which was checked on the page: value for value. */
class FixturesTest {
    private static final ReportPipeline PIPELINE =
            new ReportPipeline(Readers.all(500, false), new LayoutBuilder(), Wiring.builtIn());

    static List<Path> reports() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("fixtures", "cn-disclosure"))) {
            return files.filter(f -> f.getFileName().toString().startsWith("report."))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reports")
    void readsEveryCellAsPrinted(Path file) throws Exception {
        Map<String, Observation> cells = new HashMap<>();
        extract(file).report().observations().forEach(o -> cells.put(o.code(), o));
        List<String> wrong = new ArrayList<>();
        for (CSVRecord row : truth(file)) {
            String code = row.get("table") + "." + row.get("row") + "." + row.get("column");
            Observation cell = cells.get(code);
            String found =
                    cell == null ? "no row" : value(cell) + "/" + cell.state().word();
            if (cell == null || !agrees(cell, row, file)) {
                wrong.add(code + ": expected " + row.get("value") + "/" + row.get("state") + ", found " + found);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reports")
    void findsTheFailingIdentitiesAndNoOthers(Path file) throws Exception {
        List<String> expected = new ArrayList<>();
        for (JsonNode c : meta(file).get("checks_failed")) {
            expected.add(text(c, "check") + " " + text(c, "row") + " " + text(c, "column"));
        }
        List<String> found = extract(file).checks().stream()
                .filter(c ->
                        c.result() == CheckResult.Result.FAIL && c.severity().equals("error"))
                .map(c -> c.check() + " " + c.row() + " " + c.column())
                .toList();
        assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reports")
    void readsTitleIssuerYearTemplateAndDate(Path file) throws Exception {
        JsonNode meta = meta(file);
        CheckedReport checked = extract(file);
        var found = checked.report().metadata();
        assertThat(bare(found.title())).isEqualTo(bare(text(meta, "title")));
        // Some titles name the place only (宿迁市); the signature has the body's full name.
        assertThat(bare(text(meta, "issuer"))).startsWith(bare(found.issuer())).isNotEmpty();
        assertThat(bare(found.issuer())).isNotEmpty();
        assertThat(found.year()).contains(meta.get("year").asInt());
        assertThat(checked.report().template()).isEqualTo(text(meta, "template"));
        assertThat(found.published()).isEqualTo(text(meta, "published"));
    }

    /** The prose was written freely, not for our patterns; what they find of it may only grow. */
    @Test
    void findsMostFiguresOfTheProseThatHaveACode() throws Exception {
        List<String> missing = new ArrayList<>();
        int stated = 0;
        for (Path file : reports()) {
            CheckedReport checked = extract(file);
            for (JsonNode n : meta(file).get("narrative")) {
                if (n.has("code")) {
                    stated++;
                    if (!states(checked, text(n, "code"), new BigDecimal(text(n, "value")))) {
                        missing.add(text(n, "code") + " " + text(n, "phrase") + " " + text(n, "value"));
                    }
                }
            }
        }
        assertThat(missing.size()).as("of %d: %s", stated, missing).isLessThanOrEqualTo(stated * 22 / 100);
    }

    private static boolean states(CheckedReport checked, String code, BigDecimal value) {
        return checked.report().figures().stream()
                .anyMatch(f -> f.code().equals(code) && f.value().compareTo(value) == 0);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reports")
    void saysOfNoFigureOfTheProseThatTheTableDisagreesWhereItDoesNot(Path file) throws Exception {
        List<String> disagreeing = extract(file).checks().stream()
                .filter(c -> c.check().equals("PROSE") && c.result() == CheckResult.Result.FAIL)
                .map(c -> c.row() + " " + c.column() + " says " + c.left().orElseThrow() + ", table "
                        + c.right().orElseThrow())
                .toList();
        boolean planted =
                file.toString().contains("shanghai-office") || file.toString().contains("lincheng-housing");
        assertThat(planted || disagreeing.isEmpty()).as("%s", disagreeing).isTrue();
    }

    private static CheckedReport extract(Path file) throws IOException, UnreadableException {
        return PIPELINE.extract(new Input(file.toString(), "0".repeat(64), Files.readAllBytes(file)))
                .checked();
    }

    private static List<CSVRecord> truth(Path file) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.parse(file.resolveSibling("truth.csv"), StandardCharsets.UTF_8, format)) {
            return parser.getRecords();
        }
    }

    private static JsonNode meta(Path file) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(file.resolveSibling("meta.json")));
    }

    private static String text(JsonNode node, String key) {
        return node.get(key).asString();
    }

    /** A text dump may leave open which column a blank stands in: then the cell is suspect, never wrong. */
    private static boolean agrees(Observation cell, CSVRecord row, Path file) {
        if (cell.state() == State.SUSPECT && file.toString().endsWith(".txt")) {
            return true;
        }
        if (row.get("state").equals("blank")) {
            return cell.state() == State.BLANK && cell.value().isEmpty();
        }
        return cell.state() != State.SUSPECT
                && cell.value().isPresent()
                && cell.value().get().compareTo(new BigDecimal(row.get("value"))) == 0;
    }

    private static String value(Observation cell) {
        return cell.value().map(BigDecimal::toPlainString).orElse("");
    }

    private static String bare(String s) {
        return Normalizer.normalize(s, Normalizer.Form.NFKC).replaceAll("\\s+", "");
    }
}
