package gouji;

import gouji.check.CheckResult;
import gouji.check.CheckedReport;
import gouji.dataset.Extracted;
import gouji.dataset.json.JacksonJson;
import gouji.document.Box;
import gouji.document.Finding;
import gouji.document.Place;
import gouji.profile.BlockTemplate;
import gouji.profile.Label;
import gouji.profile.Node;
import gouji.profile.Profile;
import gouji.profile.TableTemplate;
import gouji.profile.Template;
import gouji.profile.ValueType;
import gouji.profile.Values;
import gouji.report.Metadata;
import gouji.report.NarrativeFigure;
import gouji.report.Observation;
import gouji.report.Report;
import gouji.report.SectionText;
import gouji.report.State;
import gouji.run.WorkerCommand;
import gouji.run.WorkerService;
import gouji.source.FileType;
import gouji.source.Input;
import gouji.source.Reason;
import gouji.source.UnreadableException;
import gouji.table.Cell;
import gouji.table.Table;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * An engine for a family of reports as simple as can be: a text whose first line is {@code report ISSUER YEAR}, then
 * lines {@code ROW A B TOTAL}, where {@code A + B = TOTAL} should hold and {@code -} is a blank cell. Lines {@code
 * crash}, {@code deep}, {@code memory} and {@code sleep} do what they say.
 */
public final class FakeEngine {
    private static final List<String> COLUMNS = List.of("a", "b", "total");
    /** How many inputs were extracted, over all tests. */
    public static final AtomicInteger EXTRACTED = new AtomicInteger();

    private FakeEngine() {}

    public static Engine make(Optional<java.nio.file.Path> profile, int maxPages, Recognition recognition) {
        return new Engine(() -> FakeEngine::extract, Optional.empty(), List.of(profile()), "fake 1");
    }

    /** The same, reading in processes of its own. */
    public static Engine isolated(Optional<java.nio.file.Path> profile, int maxPages, Recognition recognition) {
        WorkerCommand command = new WorkerCommand(FakeEngine.Worker.class.getName(), List.of(), List.of());
        return new Engine(() -> FakeEngine::extract, Optional.of(command), List.of(profile()), "fake 1");
    }

    /** The main of a worker process. */
    public static final class Worker {
        private Worker() {}

        public static void main(String[] arguments) {
            WorkerService.serve(
                    java.nio.file.Path.of(arguments[0]), new JacksonJson(), pages -> FakeEngine::extractInProcess);
        }
    }

    /** What a worker process can do besides: end, fill its memory and hang for ever. */
    private static Extracted extractInProcess(Input input) throws UnreadableException {
        for (String line :
                new String(input.bytes(), StandardCharsets.UTF_8).lines().toList()) {
            switch (line) {
                case "exit" -> Runtime.getRuntime().halt(1);
                case "fill" -> fill();
                case "hang" -> hang();
                default -> {}
            }
        }
        return extract(input);
    }

    private static void fill() {
        List<byte[]> all = new ArrayList<>();
        while (true) {
            all.add(new byte[1 << 20]);
        }
    }

    private static void hang() {
        while (true) {
            Thread.onSpinWait();
        }
    }

    /** The whole command with this engine, for the acceptance scripts: {@code java -cp … gouji.FakeEngine import …}. */
    public static void main(String[] arguments) {
        System.exit(Gouji.commandLine(FakeEngine::make).execute(arguments));
    }

    public static Extracted extract(Input input) throws UnreadableException {
        EXTRACTED.incrementAndGet();
        String text = new String(input.bytes(), StandardCharsets.UTF_8);
        if (!text.startsWith("report ")) {
            if (FileType.of(input) != FileType.TEXT) {
                throw FileType.of(input).unsupported();
            }
            throw new UnreadableException(Reason.NO_REPORT_FOUND);
        }
        List<String> lines = text.lines().toList();
        String[] head = lines.get(0).split(" ");
        List<Observation> observations = new ArrayList<>();
        List<CheckResult> checks = new ArrayList<>();
        List<Cell> cells = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            misbehave(lines.get(i));
            row(lines.get(i).split(" "), i, observations, checks, cells);
        }
        Table table = new Table(
                Math.max(1, lines.size() - 1),
                4,
                cells,
                true,
                List.of(),
                java.util.Collections.nCopies(Math.max(1, lines.size() - 1), 1));
        Report report = new Report(
                "fake",
                "fake-1",
                new Metadata(
                        "=" + head[1] + "年度报告", head[1], Optional.of(Integer.valueOf(head[2])), head[2] + "-01-31"),
                List.of(new SectionText("", "", List.of("总体情况"))),
                List.of(table),
                observations,
                List.of(new NarrativeFigure(
                        "", "t.r1.total", "共", new BigDecimal("12.50"), "件", "共12.50件", Place.at("line 1"), false)),
                List.of(Finding.info("NOTED", "Something was noticed.", Place.UNKNOWN)),
                1,
                "zh-Hans");
        return new Extracted("text", new CheckedReport(report, checks));
    }

    private static void row(
            String[] words, int line, List<Observation> obs, List<CheckResult> checks, List<Cell> cells) {
        cells.add(new Cell(line - 1, 0, 1, 1, words[0], Place.at("line " + line), 1));
        List<Optional<BigDecimal>> values = new ArrayList<>();
        for (int c = 0; c < 3; c++) {
            String raw = words[c + 1];
            Optional<BigDecimal> value = raw.equals("-") ? Optional.empty() : Optional.of(new BigDecimal(raw));
            values.add(value);
            Place place = Place.onPage(1, new Box(c * 10, line * 10, c * 10 + 9.999, line * 10 + 9));
            cells.add(new Cell(line - 1, c + 1, 1, 1, raw, place, 0.999));
            obs.add(new Observation(
                    "fake-1",
                    "t",
                    words[0],
                    COLUMNS.get(c),
                    value,
                    "件",
                    raw,
                    value.isPresent() ? State.READ : State.BLANK,
                    0.987,
                    place));
        }
        boolean known = values.stream().allMatch(Optional::isPresent);
        Optional<BigDecimal> left = values.get(2);
        Optional<BigDecimal> right =
                known ? Optional.of(values.get(0).get().add(values.get(1).get())) : Optional.empty();
        CheckResult.Result result = !known
                ? CheckResult.Result.NOT_ASSESSABLE
                : left.get().compareTo(right.get()) == 0 ? CheckResult.Result.HOLD : CheckResult.Result.FAIL;
        checks.add(new CheckResult(
                "SUM",
                "t",
                words[0],
                "",
                known ? left : Optional.empty(),
                right,
                known ? Optional.of(left.get().subtract(right.get())) : Optional.empty(),
                result,
                "error"));
    }

    private static void misbehave(String line) {
        switch (line) {
            case "crash" -> throw new IllegalStateException("no such thing");
            case "deep" -> deep(0);
            case "memory" -> throw new OutOfMemoryError();
            case "sleep" -> sleep();
            default -> {}
        }
    }

    private static int deep(int n) {
        return n == Integer.MAX_VALUE ? n : deep(n + 1) + 1;
    }

    private static void sleep() {
        try {
            Thread.sleep(60_000);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One table {@code t} of rows r1, r2 and columns a, b, total. */
    public static Profile profile() {
        ValueType pieces = new ValueType(ValueType.Kind.INTEGER, "件", false, false);
        List<Node> rows = List.of(
                new Node("r1", Optional.of(new Label("收到", List.of("新收"), List.of())), Optional.of(pieces), List.of()),
                new Node("r2", Optional.empty(), Optional.of(pieces), List.of()));
        List<Node> columns = COLUMNS.stream()
                .map(c -> new Node(c, Optional.of(new Label(c, List.of(), List.of())), Optional.of(pieces), List.of()))
                .toList();
        BlockTemplate block = new BlockTemplate(Optional.empty(), Optional.empty(), columns, rows);
        Template template =
                new Template("fake-1", List.of(new TableTemplate("t", "", List.of(), List.of(block))), List.of());
        return new Profile(
                "fake",
                "1",
                "zh-Hans",
                new Profile.Recognition(List.of(), List.of()),
                new Profile.Metadata(List.of(), List.of(), List.of(), List.of()),
                new Profile.Normalization(List.of(), Map.of()),
                new Values(Map.of(), List.of(), List.of(), Map.of(), List.of(), Pattern.compile("x")),
                List.of(),
                List.of(template),
                List.of());
    }
}
