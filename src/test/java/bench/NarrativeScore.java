package bench;

import gouji.CsvRows;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Precision and recall of narrative.csv against a truth.
 *
 * <p>Arguments: the folder of truths, the dataset. Recall: of the figures the truth lists, those found with value and
 * naming words. Precision: of the figures found, those that are true. The truth does not list every figure, so one it
 * does not list counts as true only if something else says it: its digits stand in its own words right behind what
 * names it, and where its code is a cell, the true cell has its value. All others are printed.
 */
public final class NarrativeScore {
    private final Map<String, List<CSVRecord>> found = new HashMap<>();
    private int listed;
    private int recalled;
    private int right;
    private int coded;
    private int all;
    private int confirmed;

    private NarrativeScore() {}

    public static void main(String[] args) throws IOException {
        System.setOut(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        NarrativeScore score = new NarrativeScore();
        Path dataset = Path.of(args[1]);
        Map<String, String> ids = new HashMap<>();
        CsvRows.of(dataset.resolve("reports.csv")).forEach(r -> ids.put(r.get("sha256"), r.get("report_id")));
        CsvRows.of(dataset.resolve("narrative.csv"))
                .forEach(r -> score.found
                        .computeIfAbsent(r.get("report_id"), k -> new ArrayList<>())
                        .add(r));
        try (Stream<Path> files = Files.list(Path.of(args[0]))) {
            for (Path file : files.filter(f -> f.getFileName().toString().startsWith("d"))
                    .sorted()
                    .toList()) {
                for (JsonNode report : JsonMapper.shared().readTree(file).get("reports")) {
                    String id = ids.get(report.get("sha256").asString());
                    if (id != null) {
                        score.report(report, score.found.getOrDefault(id, List.of()));
                    }
                }
            }
        }
        System.out.printf(
                "recall     %d of %d, %.2f %%%n", score.recalled, score.listed, percent(score.recalled, score.listed));
        System.out.printf("code right %d of %d%n", score.right, score.coded);
        System.out.printf(
                "precision  %d of %d, %.2f %%%n", score.confirmed, score.all, percent(score.confirmed, score.all));
    }

    private static double percent(int part, int whole) {
        return 100.0 * part / whole;
    }

    private void report(JsonNode truth, List<CSVRecord> figures) {
        Set<CSVRecord> listedOnes = new HashSet<>();
        for (JsonNode said : truth.get("narrative")) {
            listed++;
            List<CSVRecord> hits = figures.stream().filter(f -> names(said, f)).toList();
            recalled += hits.isEmpty() ? 0 : 1;
            String code = said.get("code").asString();
            if (!code.isEmpty()) {
                coded++;
                right += hits.stream().anyMatch(f -> f.get("code").equals(code)) ? 1 : 0;
            }
            hits.stream()
                    .filter(f -> code.isEmpty() || f.get("code").equals(code))
                    .forEach(listedOnes::add);
            if (hits.isEmpty()) {
                System.out.println("missed     " + truth.get("input").asString() + " "
                        + said.get("phrase").asString() + " "
                        + said.get("value").asString());
            }
        }
        Map<String, BigDecimal> cells = cells(truth);
        for (CSVRecord figure : figures) {
            all++;
            if (listedOnes.contains(figure) || isTrue(figure, cells)) {
                confirmed++;
            } else {
                System.out.println("not proven " + truth.get("input").asString() + " " + figure.get("code") + " "
                        + figure.get("value") + " " + figure.get("raw"));
            }
        }
    }

    private static boolean names(JsonNode said, CSVRecord figure) {
        String words = compact(figure.get("phrase") + figure.get("raw"));
        return new BigDecimal(figure.get("value"))
                                .compareTo(new BigDecimal(said.get("value").asString()))
                        == 0
                && said.get("keywords").valueStream().anyMatch(k -> words.contains(k.asString()));
    }

    private static boolean isTrue(CSVRecord figure, Map<String, BigDecimal> cells) {
        BigDecimal value = new BigDecimal(figure.get("value"));
        BigDecimal cell = cells.get(figure.get("code"));
        if (figure.get("period").equals("this-year") && cell != null) {
            return cell.compareTo(value) == 0;
        }
        String raw = compact(figure.get("raw"));
        String phrase = compact(figure.get("phrase"));
        return figure.get("negated").equals("no")
                && raw.contains(phrase)
                && raw.substring(raw.indexOf(phrase)).contains(figure.get("value"));
    }

    private static Map<String, BigDecimal> cells(JsonNode truth) {
        Map<String, BigDecimal> cells = new HashMap<>();
        for (JsonNode o : truth.get("observations")) {
            String value = o.path("value").asString("");
            if (!value.isEmpty()) {
                cells.put(
                        o.get("table").asString() + "." + o.get("row").asString() + "."
                                + o.get("column").asString(),
                        new BigDecimal(value));
            }
        }
        return cells;
    }

    private static String compact(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s", "");
    }
}
