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

/** A recognised table of requests with figures that add up, in which a test plants misreadings. */
final class WornTable {
    static final Profile PROFILE = ProfileLoader.builtIn("cn-disclosure");
    private static final TableTemplate TABLE =
            PROFILE.template("format-2021").findTable("requests").orElseThrow();
    static final List<String> ROWS =
            TABLE.blocks().get(0).leafRows().stream().map(Node::code).toList();
    static final List<String> COLUMNS =
            TABLE.blocks().get(0).leafColumns().stream().map(Node::code).toList();

    private final Random random;
    private final Map<String, Integer> printed = new LinkedHashMap<>();
    private final Map<String, List<Alternative>> readings = new LinkedHashMap<>();

    WornTable(long seed) {
        this.random = new Random(seed);
        fill();
        printed.forEach((code, value) -> readings.put(code, sure(value)));
    }

    private void fill() {
        ROWS.forEach(r -> COLUMNS.forEach(c -> printed.put(r + "." + c, 0)));
        for (String column : COLUMNS) {
            if (column.equals("total")) {
                continue;
            }
            int total = 0;
            for (String row : ROWS) {
                if (row.startsWith("result.") && !row.equals("result.total")) {
                    int value = random.nextInt(10) < 6 ? 0 : random.nextInt(random.nextInt(5) == 0 ? 400 : 20);
                    put(row, column, value);
                    total += value;
                }
            }
            int out = random.nextInt(4) == 0 ? random.nextInt(30) : 0;
            int in = Math.min(total + out, random.nextInt(4) == 0 ? random.nextInt(30) : 0);
            put("result.total", column, total);
            put("carried_out", column, out);
            put("carried_in", column, in);
            put("received_new", column, total + out - in);
        }
    }

    private void put(String row, String column, int value) {
        printed.put(row + "." + column, value);
        printed.merge(row + ".total", value, Integer::sum);
    }

    private List<Alternative> sure(int value) {
        // The page is clean: one reading in fifty is right and yet weak.
        double score = random.nextInt(50) == 0 ? 0.5 + 0.4 * random.nextDouble() : 0.975 + 0.024 * random.nextDouble();
        return List.of(new Alternative(Integer.toString(value), score), new Alternative("" + (value + 3), 0.002));
    }

    List<String> cells() {
        return new ArrayList<>(printed.keySet());
    }

    int printed(String cell) {
        return printed.get(cell);
    }

    /** The page itself prints another figure, and it is read for sure. */
    void misprint(String cell) {
        int value = printed.get(cell) + 1 + random.nextInt(9);
        printed.put(cell, value);
        readings.put(cell, List.of(new Alternative("" + value, 0.985), new Alternative("" + (value + 3), 0.002)));
    }

    /** Recognition reads another figure than is printed. */
    void misread(String cell) {
        String right = Integer.toString(printed.get(cell));
        String wrong = spoilt(right);
        double score = 0.15 + 0.45 * random.nextDouble();
        List<Alternative> seen = new ArrayList<>(List.of(new Alternative(wrong, score)));
        if (random.nextInt(10) < 6) {
            seen.add(new Alternative(right, score * (0.05 + 0.9 * random.nextDouble())));
        }
        seen.add(new Alternative("4" + wrong.charAt(0), 0.01));
        readings.put(cell, seen);
    }

    private String spoilt(String right) {
        String wrong = right;
        while (wrong.equals(right)) {
            int at = random.nextInt(right.length());
            int kind = random.nextInt(3);
            if (kind == 0 && right.length() > 1 && !(at == 0 && right.charAt(1) == '0')) {
                wrong = right.substring(0, at) + right.substring(at + 1);
            } else if (kind == 1 && !right.equals("0")) {
                wrong = right.substring(0, at) + (1 + random.nextInt(9)) + right.substring(at);
            } else {
                wrong = right.substring(0, at)
                        + (at == 0 && right.length() > 1 ? 1 + random.nextInt(9) : random.nextInt(10))
                        + right.substring(at + 1);
            }
        }
        return wrong;
    }

    String anyCell() {
        return cells().get(random.nextInt(printed.size()));
    }

    CheckedReport check() {
        List<Observation> observations = new ArrayList<>();
        for (String row : ROWS) {
            for (String column : COLUMNS) {
                observations.add(observation(row, column));
            }
        }
        Report report = new Report(
                "cn-disclosure",
                "format-2021",
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

    private Observation observation(String row, String column) {
        List<Alternative> seen = readings.get(row + "." + column);
        String raw = seen.get(0).text();
        return new Observation(
                "format-2021",
                "requests",
                row,
                column,
                Optional.of(new BigDecimal(raw)),
                "件",
                raw,
                State.READ,
                seen.get(0).score(),
                Place.UNKNOWN,
                seen);
    }
}
