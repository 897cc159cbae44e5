package gouji.check;

import gouji.document.Alternative;
import gouji.document.Place;
import gouji.profile.Node;
import gouji.profile.Profile;
import gouji.profile.TableTemplate;
import gouji.profile.yaml.ProfileLoader;
import gouji.report.Metadata;
import gouji.report.Observation;
import gouji.report.Report;
import gouji.report.State;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * A recognised report whose figures add up, in which misprints and misreadings are planted. Everything follows from the
 * seed. What is printed is known from here; what is read goes the way of a recognised report.
 *
 * <p>Scores are like those of 3,000 cells of scans: of right readings four in five are above 0.97, one in forty is below
 * 0.9, and in half of these another reading is seen as well.
 */
public final class WornReport {
    static final Profile PROFILE = ProfileLoader.builtIn("cn-disclosure");
    private static final String TEMPLATE = "format-2021";
    private static final List<String> BLOCKS = List.of("review", "litigation.direct", "litigation.after_review");
    private static final List<String> OUTCOMES = List.of("upheld", "corrected", "other_result", "pending");
    /** Below this the reader of tables takes a figure for suspect. */
    private static final double BELIEVED = 0.55;

    private final Random random;
    private final boolean zerosBlank;
    private final Map<String, String> printed = new LinkedHashMap<>();
    private final Map<String, List<Alternative>> readings = new LinkedHashMap<>();
    private final Map<String, Long> figures = new LinkedHashMap<>();

    /** How a misreading came about, as measured on scans: half of the cells are not read at all. */
    public enum Kind {
        MISSING,
        SUBSTITUTION,
        DELETION,
        INSERTION
    }

    /**
     * A misreading.
     *
     * @param cell {@code table.row.column}
     * @param listed whether what is printed is among the readings kept
     * @param sure whether the wrong reading has a score that nothing else speaks against
     */
    public record Misreading(String cell, Kind kind, boolean listed, boolean sure) {}

    public WornReport(long seed) {
        this.random = new Random(seed);
        this.zerosBlank = random.nextInt(5) == 0;
        fill();
        figures.forEach((cell, figure) -> printed.put(cell, figure == 0 && zerosBlank ? "" : Long.toString(figure)));
        printed.forEach((cell, text) -> readings.put(cell, right(text)));
    }

    // ---- figures that add up

    private void fill() {
        int size = random.nextInt(4);
        int zeros = new int[] {95, 80, 60, 35}[size];
        int most = new int[] {9, 40, 400, 20_000}[size];
        table("disclosure").forEach(cell -> figures.put(cell, figure(30, most * 10)));
        table("requests").forEach(cell -> figures.put(cell, 0L));
        for (String column : columns()) {
            long results = 0;
            for (String row : rows()) {
                if (row.startsWith("result.") && !row.equals("result.total")) {
                    results += put(row, column, figure(column.equals("natural_person") ? zeros - 30 : zeros, most));
                }
            }
            put("result.total", column, results);
            long out = put("carried_out", column, figure(75, most / 4 + 2));
            long in = put("carried_in", column, Math.min(results + out, figure(75, most / 4 + 2)));
            put("received_new", column, results + out - in);
        }
        for (String block : BLOCKS) {
            long total = 0;
            for (String outcome : OUTCOMES) {
                long figure = figure(zeros - 30, Math.max(5, most / 10));
                figures.put("remedies.values." + block + "." + outcome, figure);
                total += figure;
            }
            figures.put("remedies.values." + block + ".total", total);
        }
    }

    /** 0 in so many of a hundred; else evenly spread over the numbers of digits. */
    private long figure(int zerosInHundred, int most) {
        return random.nextInt(100) < zerosInHundred
                ? 0
                : Math.max(1, Math.round(Math.exp(random.nextDouble() * Math.log(most))));
    }

    private long put(String row, String column, long figure) {
        figures.put("requests." + row + "." + column, figure);
        figures.merge("requests." + row + ".total", figure, Long::sum);
        return figure;
    }

    private static List<String> table(String id) {
        TableTemplate table = PROFILE.template(TEMPLATE).findTable(id).orElseThrow();
        List<String> cells = new ArrayList<>();
        table.blocks()
                .forEach(b -> b.leafRows()
                        .forEach(r -> b.leafColumns().forEach(c -> cells.add(id + "." + r.code() + "." + c.code()))));
        return cells;
    }

    private static List<String> rows() {
        return PROFILE.template(TEMPLATE).findTable("requests").orElseThrow().blocks().get(0).leafRows().stream()
                .map(Node::code)
                .toList();
    }

    private static List<String> columns() {
        return PROFILE.template(TEMPLATE).findTable("requests").orElseThrow().blocks().get(0).leafColumns().stream()
                .map(Node::code)
                .filter(c -> !c.equals("total"))
                .toList();
    }

    // ---- misprints

    /** The page itself prints another figure in a cell; it is read as it is. Returns the cell. */
    public String misprint() {
        return misprint(anyCell(random.nextInt(10) < 8 ? "requests." : "remedies.", true));
    }

    public String misprint(String cell) {
        String before = printed.get(cell);
        String text = before;
        while (text.equals(before)) {
            text = Long.toString(
                    switch (random.nextInt(3)) {
                        case 0 -> Math.max(0, figures.get(cell) + random.nextInt(19) - 9);
                        case 1 -> figures.get(anyCell(cell.substring(0, 8), false));
                        default -> Long.parseLong(substituted(before.isEmpty() ? "0" : before));
                    });
        }
        printed.put(cell, text);
        readings.put(cell, right(text));
        return cell;
    }

    // ---- what is read

    private List<Alternative> right(String text) {
        int luck = random.nextInt(1000);
        double score = luck < 800
                ? between(0.97, 0.999)
                : luck < 973 ? between(0.9, 0.97) : luck < 993 ? between(0.6, 0.9) : between(0.2, 0.6);
        if (text.isEmpty()) {
            return List.of(new Alternative("", random.nextInt(50) == 0 ? 0.5 : 0.97));
        }
        double ratio = score < 0.9 && random.nextBoolean() ? likeness(0.03) : between(0.0002, 0.01);
        return withOthers(
                List.of(new Alternative(text, score)), substituted(text), Math.min(ratio, (1 - score) / score));
    }

    /** Recognition reads another figure than is printed, in a cell with a figure. Empty where a kind cannot be. */
    public Optional<Misreading> misread() {
        String table = List.of(
                        "disclosure.", "requests.", "requests.", "requests.", "requests.", "requests.", "requests.")
                .get(random.nextInt(7));
        return misread(anyCell(random.nextInt(14) == 0 ? "remedies." : table, random.nextBoolean()));
    }

    public Optional<Misreading> misread(String cell) {
        int luck = random.nextInt(100);
        Kind kind =
                luck < 50 ? Kind.MISSING : luck < 80 ? Kind.SUBSTITUTION : luck < 93 ? Kind.DELETION : Kind.INSERTION;
        return misread(cell, kind, random.nextBoolean());
    }

    public Optional<Misreading> misread(String cell, Kind kind, boolean listed) {
        String right = printed.get(cell);
        if (right.isEmpty() || kind == Kind.DELETION && right.length() == 1) {
            return Optional.empty();
        }
        if (kind == Kind.MISSING) {
            int luck = random.nextInt(10);
            double score = luck < 6 ? between(0, 0.1) : luck < 7 ? 0.5 : 0.97;
            readings.put(cell, List.of(new Alternative("", score)));
            return Optional.of(new Misreading(cell, kind, false, score > 0.9));
        }
        String wrong = switch (kind) {
            case SUBSTITUTION -> substituted(right);
            case DELETION -> deleted(right);
            default -> inserted(right);
        };
        boolean sure = random.nextInt(7) == 0;
        double score = sure ? between(0.9, 0.999) : between(0.1, 0.85);
        double most = Math.min(1, (1 - score) / score);
        List<Alternative> seen = new ArrayList<>(List.of(new Alternative(wrong, score)));
        if (listed) {
            seen.add(new Alternative(right, score * Math.min(most, likeness(random.nextInt(7) == 0 ? 0.01 : 0.15))));
        }
        String other = substituted(wrong);
        readings.put(cell, withOthers(seen, other.equals(right) ? "" : other, Math.min(most, likeness(0.005))));
        return Optional.of(new Misreading(cell, kind, listed, sure));
    }

    /** The page prints this in a cell, and it is read so for sure. */
    public void prints(String cell, String text) {
        printed.put(cell, text);
        reads(cell, text, 0.99);
    }

    /** Recognition sees this in a cell, whatever is printed. */
    public void reads(String cell, String text, double score) {
        readings.put(cell, List.of(new Alternative(text, score)));
    }

    public void reads(String cell, String text, double score, String other, double otherScore) {
        readings.put(cell, List.of(new Alternative(text, score), new Alternative(other, otherScore)));
    }

    private static List<Alternative> withOthers(List<Alternative> seen, String other, double ratio) {
        List<Alternative> all = new ArrayList<>(seen);
        if (!other.isEmpty()) {
            all.add(new Alternative(other, seen.get(0).score() * ratio));
        }
        all.sort((a, b) -> Double.compare(b.score(), a.score()));
        return all;
    }

    /** From least to 1, evenly spread over the orders of magnitude. */
    private double likeness(double least) {
        return Math.exp(random.nextDouble() * Math.log(least));
    }

    private double between(double from, double to) {
        return from + random.nextDouble() * (to - from);
    }

    private String substituted(String right) {
        int at = random.nextInt(right.length());
        String wrong = right;
        while (wrong.equals(right)) {
            int least = at == 0 && right.length() > 1 ? 1 : 0;
            wrong = right.substring(0, at) + (least + random.nextInt(10 - least)) + right.substring(at + 1);
        }
        return wrong;
    }

    private String deleted(String right) {
        int at = random.nextInt(right.length());
        String wrong = right.substring(0, at) + right.substring(at + 1);
        return wrong.startsWith("0") && wrong.length() > 1 ? right.substring(0, right.length() - 1) : wrong;
    }

    private String inserted(String right) {
        int at = random.nextInt(right.length() + 1);
        return right.equals("0")
                ? (1 + random.nextInt(9)) + "0"
                : right.substring(0, at) + (1 + random.nextInt(9)) + right.substring(at);
    }

    private String anyCell(String table, boolean withFigure) {
        List<String> cells =
                figures.keySet().stream().filter(c -> c.startsWith(table)).toList();
        List<String> positive = cells.stream().filter(c -> figures.get(c) > 0).toList();
        List<String> choice = withFigure && !positive.isEmpty() ? positive : cells;
        return choice.get(random.nextInt(choice.size()));
    }

    // ---- what comes of it

    public List<String> cells() {
        return List.copyOf(printed.keySet());
    }

    /** What the page says in a cell; empty for a blank. */
    public String printed(String cell) {
        return printed.get(cell);
    }

    /** What recognition saw first. */
    public String read(String cell) {
        return readings.get(cell).get(0).text();
    }

    public CheckedReport check() {
        List<Observation> observations = new ArrayList<>();
        for (TableTemplate table : PROFILE.template(TEMPLATE).tables()) {
            table.blocks()
                    .forEach(b -> b.leafRows()
                            .forEach(r -> b.leafColumns()
                                    .forEach(c -> observations.add(observation(table.id(), r.code(), c.code())))));
        }
        Report report = new Report(
                "cn-disclosure",
                TEMPLATE,
                new Metadata("", "", Optional.empty(), ""),
                List.of(),
                List.of(),
                observations,
                List.of(),
                List.of(),
                1,
                "zh-Hans");
        return new Checker(PROFILE).check(report);
    }

    private Observation observation(String table, String row, String column) {
        List<Alternative> seen = readings.get(table + "." + row + "." + column);
        String raw = seen.get(0).text();
        double score = seen.get(0).score();
        State state = raw.isEmpty() ? State.BLANK : score < BELIEVED ? State.SUSPECT : State.READ;
        Optional<BigDecimal> value =
                raw.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(raw.replace(",", "")));
        return new Observation(TEMPLATE, table, row, column, value, "件", raw, state, score, Place.UNKNOWN, seen);
    }
}
