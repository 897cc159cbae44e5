package gouji.report;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.source.UnreadableException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Reports with a different number in every cell, spoiled at random from a seed. Whatever was done to labels, blanks
 * and rows, a number may be missing or marked, but it must never stand under another cell's code.
 */
class SpoiledReportTest {
    private static final int REPORTS = 400;

    static List<Integer> seeds() {
        return new Random(20260101L).ints(REPORTS, 0, Integer.MAX_VALUE).boxed().toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @DisplayName("no number stands under another cell's code")
    void noNumberStandsUnderAnotherCellsCode(int seed) {
        Random random = new Random(seed);
        String template = random.nextBoolean() ? "format-2021" : "format-2019";
        String table = List.of("disclosure", "requests", "remedies").get(random.nextInt(3));
        List<List<String>> rows = DrawnReport.rows(template, table);
        Map<String, String> truth = truth(template, rows, table);
        boolean exact = random.nextBoolean();
        List<List<String>> spoiled = spoil(rows, random, exact);
        DrawnReport drawn = new DrawnReport();
        Report report;
        try {
            report = (exact ? drawn.exact(spoiled) : drawn.ragged(spoiled)).read();
        } catch (UnreadableException e) {
            return;
        }
        List<String> wrong = report.observations().stream()
                .filter(o -> o.value().isPresent() && o.state() == State.READ)
                .filter(o -> !o.row().startsWith("local."))
                .filter(o -> !o.code().equals(truth.get(o.value().get().toPlainString())))
                .map(o -> o.code() + " = " + o.value().get() + ", which is "
                        + truth.get(o.value().get().toPlainString()))
                .toList();
        assertThat(wrong)
                .as("seed %d %s %s exact %s: %s", seed, template, table, exact, spoiled)
                .isEmpty();
    }

    /** Which code each number belongs to, from a report read unspoiled; NormalizerTest checks that reading. */
    private static Map<String, String> truth(String template, List<List<String>> rows, String table) {
        Map<String, String> truth = new HashMap<>();
        int figure = 1;
        for (var block : DrawnReport.PROFILE.template(template).tables().stream()
                .filter(t -> t.id().equals(table))
                .findFirst()
                .orElseThrow()
                .blocks()) {
            for (var row : block.leafRows()) {
                for (var column : block.leafColumns()) {
                    truth.put(String.valueOf(figure++), table + "." + row.code() + "." + column.code());
                }
            }
        }
        return truth;
    }

    private static List<List<String>> spoil(List<List<String>> rows, Random random, boolean exact) {
        int kinds = 1 + random.nextInt(3);
        List<List<String>> spoiled = new ArrayList<>();
        rows.forEach(r -> spoiled.add(new ArrayList<>(r)));
        boolean moved = random.nextBoolean();
        for (int k = 0; k < kinds; k++) {
            switch (exact ? random.nextInt(5) : random.nextInt(7)) {
                case 0 -> damageLabels(spoiled, random);
                case 1 -> spoiled.remove(random.nextInt(spoiled.size()));
                case 2 -> spoiled.add(random.nextInt(spoiled.size()), unknownRow(random));
                case 3 -> blankCells(spoiled, random);
                case 4 -> breakLabels(spoiled, random);
                case 5 -> spoiled.add(random.nextInt(spoiled.size()), new ArrayList<>(List.of("三、本年度办理结果")));
                default -> {
                    // A lost cell and an added blank in one row make up for each other: nobody could tell.
                    if (moved) {
                        spoiled.forEach(r -> moveFigures(r, random));
                    } else {
                        dropCell(spoiled, random);
                    }
                }
            }
        }
        return spoiled;
    }

    private static void damageLabels(List<List<String>> rows, Random random) {
        for (List<String> row : rows) {
            if (random.nextInt(4) == 0 && row.get(0).length() > 3) {
                StringBuilder label = new StringBuilder(row.get(0));
                label.deleteCharAt(random.nextInt(label.length()));
                row.set(0, label.toString());
            }
        }
    }

    private static List<String> unknownRow(Random random) {
        List<String> row = new ArrayList<>(List.of("其他需要说明的情形"));
        for (int c = 0; c < 7; c++) {
            row.add(String.valueOf(9000 + random.nextInt(900)));
        }
        return row;
    }

    private static void blankCells(List<List<String>> rows, Random random) {
        for (List<String> row : rows) {
            for (int c = 1; c < row.size(); c++) {
                if (random.nextInt(5) == 0 && row.get(c).matches("[0-9]+")) {
                    row.set(c, random.nextBoolean() ? "" : "-");
                }
            }
        }
    }

    private static void breakLabels(List<List<String>> rows, Random random) {
        for (List<String> row : rows) {
            if (row.get(0).length() > 4) {
                int at = 1 + random.nextInt(row.get(0).length() - 2);
                row.set(0, row.get(0).substring(0, at) + " " + row.get(0).substring(at));
            }
        }
    }

    private static void moveFigures(List<String> row, Random random) {
        for (int n = random.nextInt(3); n > 0 && row.size() > 1; n--) {
            row.add(1, "");
        }
        if (random.nextBoolean()) {
            row.add("");
        }
    }

    private static void dropCell(List<List<String>> rows, Random random) {
        List<String> row = rows.get(random.nextInt(rows.size()));
        if (row.size() > 2) {
            row.remove(1 + random.nextInt(row.size() - 1));
        }
    }
}
