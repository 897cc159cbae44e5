package gouji;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gouji.document.Document;
import gouji.document.DocumentReader;
import gouji.document.Drawn;
import gouji.document.word.DocxReader;
import gouji.profile.yaml.ProfileLoader;
import gouji.report.Metadata;
import gouji.report.Observation;
import gouji.report.Report;
import gouji.report.State;
import gouji.source.Input;
import gouji.source.UnreadableException;
import gouji.table.LayoutBuilder;
import gouji.written.FlowWriters;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The shared corpus, format by format: every observation, title, issuer, year and template equals the truth beside it.
 * Needs the shared folder ({@code GOUJI_SHARED}, else {@code ../shared}); says so when it is not there.
 */
class CorpusFormatsTest {
    private static final List<DocumentReader> READERS = Readers.all(500, false);

    private final ReportPipeline pipeline =
            new ReportPipeline(READERS, new LayoutBuilder(), List.of(ProfileLoader.builtIn("cn-disclosure")));

    @TestFactory
    Stream<DynamicTest> everyCellOfTheSharedCorpusIsRight() throws IOException {
        Optional<Path> corpus = corpus();
        if (corpus.isEmpty()) {
            System.err.println("SKIPPED: no shared corpus; set GOUJI_SHARED to its folder.");
        }
        assumeTrue(corpus.isPresent(), "no shared corpus; set GOUJI_SHARED to its folder");
        List<DynamicTest> tests = new ArrayList<>();
        try (Stream<Path> files = Files.list(corpus.get().resolve("truth"))) {
            for (Path file : files.sorted().toList()) {
                JsonNode truth = JsonMapper.shared().readTree(Files.readAllBytes(file));
                if (truth.path("file").isString()
                        && !truth.get("file").asString().endsWith(".zip")
                        && READS.contains(truth.get("format").asString())) {
                    String name = truth.get("file").asString();
                    String format = truth.get("format").asString();
                    Path input = corpus.get().resolve("inputs").resolve(name);
                    tests.add(DynamicTest.dynamicTest(
                            name, () -> compare(name, Files.readAllBytes(input), truth, format)));
                    if (format.equals("docx")) {
                        tests.addAll(rewritten(name, Files.readAllBytes(input), truth));
                    }
                }
            }
        }
        return tests.stream();
    }

    /** The same report in formats the corpus does not hold. */
    private List<DynamicTest> rewritten(String name, byte[] bytes, JsonNode truth) {
        Map<String, Function<Document, byte[]>> formats = new TreeMap<>(Map.of(
                "rtf",
                FlowWriters::rtf,
                "odt",
                FlowWriters::odt,
                "csv",
                FlowWriters::csv,
                "xls",
                FlowWriters::xls,
                "html",
                FlowWriters::mhtml));
        List<DynamicTest> tests = new ArrayList<>();
        formats.forEach((format, write) -> tests.add(DynamicTest.dynamicTest(
                name + " as " + format,
                () -> compare(
                        name + " as " + format,
                        write.apply(new DocxReader().read(Drawn.input(bytes))),
                        truth,
                        format))));
        return tests;
    }

    private static final List<String> READS = List.of("html", "docx", "doc", "xlsx", "ofd");

    private static Optional<Path> corpus() {
        String named = System.getenv("GOUJI_SHARED");
        return Stream.of(named == null ? "../shared" : named, "../../shared")
                .map(s -> Path.of(s, "corpus"))
                .filter(Files::isDirectory)
                .findFirst();
    }

    private void compare(String name, byte[] bytes, JsonNode truth, String format) throws UnreadableException {
        JsonNode wanted = truth.get("reports").get(0);
        gouji.dataset.Extracted extract = pipeline.extract(new Input(name, "0".repeat(64), bytes));
        Report report = extract.checked().report();
        List<String> wrong = new ArrayList<>(metadata(report, wanted));
        int cells = cells(report, wanted, wrong);
        System.out.println(name + ": " + cells + " cells, " + wrong.size() + " wrong");
        assertThat(wrong).isEmpty();
        assertThat(extract.format()).isEqualTo(format);
    }

    private static List<String> metadata(Report report, JsonNode wanted) {
        Metadata m = report.metadata();
        List<String> wrong = new ArrayList<>();
        if (!plain(m.title()).equals(plain(wanted.get("title").asString()))) {
            wrong.add("title " + m.title());
        }
        if (wanted.get("issuer")
                .valueStream()
                .noneMatch(i -> plain(i.asString()).equals(plain(m.issuer())))) {
            wrong.add("issuer " + m.issuer());
        }
        if (m.year().orElse(0) != wanted.get("year").asInt()) {
            wrong.add("year " + m.year());
        }
        if (!report.template().equals(wanted.get("template").asString())) {
            wrong.add("template " + report.template());
        }
        String published = wanted.path("published").asString("");
        if (!m.published().isEmpty() && !m.published().equals(published)) {
            wrong.add("published " + m.published() + " for " + published);
        }
        return wrong;
    }

    private static String plain(String s) {
        return Normalizer.normalize(s, Normalizer.Form.NFKC).replaceAll("\\s+", "");
    }

    private static int cells(Report report, JsonNode wanted, List<String> wrong) {
        Map<String, Observation> found = new HashMap<>();
        report.observations().forEach(o -> found.put(o.table() + "." + o.row() + "." + o.column(), o));
        int cells = 0;
        for (JsonNode cell : wanted.get("observations")) {
            String code = cell.get("table").asString() + "." + cell.get("row").asString() + "."
                    + cell.get("column").asString();
            Observation o = found.remove(code);
            boolean optional = cell.path("optional").asBoolean(false);
            if (!optional || o != null) {
                cells++;
                check(code, cell, Optional.ofNullable(o)).ifPresent(wrong::add);
            }
        }
        found.values().stream()
                .filter(o -> o.value().isPresent())
                .forEach(o -> wrong.add("spurious " + o.table() + "." + o.row() + "." + o.column() + " " + o.raw()));
        return cells;
    }

    private static Optional<String> check(String code, JsonNode cell, Optional<Observation> found) {
        String state = cell.get("state").asString();
        Optional<BigDecimal> value = found.flatMap(Observation::value);
        boolean right = switch (state) {
            case "value" -> value.filter(v -> same(v, cell, found.get())).isPresent();
            case "absent" -> value.isEmpty();
            default ->
                value.isEmpty() && found.filter(o -> o.state() == State.BLANK).isPresent();
        };
        return right
                ? Optional.empty()
                : Optional.of(
                        code + ": expected " + state + " " + cell.path("value").asString("") + ", found "
                                + found.map(o -> o.state() + " “" + o.raw() + "” " + o.value())
                                        .orElse("nothing"));
    }

    private static boolean same(BigDecimal value, JsonNode cell, Observation found) {
        BigDecimal wanted = new BigDecimal(cell.get("value").asString());
        boolean yuan =
                found.unit().equals("元") && !cell.path("unit").asString("").equals("元");
        return value.compareTo(wanted) == 0 || yuan && value.compareTo(wanted.movePointRight(4)) == 0;
    }
}
