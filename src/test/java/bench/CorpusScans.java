package bench;

import bench.ScanTable.Sum;
import degraded.Degradation;
import degraded.DegradedScore;
import degraded.RenderedReport;
import gouji.check.Calibration;
import gouji.document.ocr.PictureRecognizer;
import gouji.document.ocr.onnx.PpOcrModel;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Draws the born-digital PDFs of a corpus with truth, which others laid out and nothing here was made for, spoils them and
 * prints what came out.
 *
 * <p>Arguments: {@code SEED DEGRADATION,… CORPUS [FILE [NAME,…]]}: CORPUS has the folders {@code inputs} and {@code truth};
 * FILE gets a line for every cell; names of files without ending, all if none.
 */
final class CorpusScans {
    private static final JsonMapper JSON = new JsonMapper();

    private CorpusScans() {}

    public static void main(String[] args) throws Exception {
        long seed = Long.parseLong(args[0]);
        Path corpus = Path.of(args[2]);
        List<String> names = args.length > 4 ? List.of(args[4].split(",")) : List.of();
        try (PrintWriter lines = new PrintWriter(
                args.length > 3 ? Files.newBufferedWriter(Path.of(args[3])) : PrintWriter.nullWriter())) {
            ScanTable table = new ScanTable(
                    new DegradedScore(new PictureRecognizer(new PpOcrModel()), Calibration.builtIn("ppocr")), lines);
            Sum all = new Sum();
            for (String kind : args[1].split(",")) {
                Degradation d = Degradation.valueOf(kind.toUpperCase(Locale.ROOT));
                Sum sum = new Sum();
                for (JsonNode truth : pdfs(corpus)) {
                    Path pdf =
                            corpus.resolve("inputs").resolve(truth.get("file").asString());
                    String name = pdf.getFileName().toString().replaceFirst("\\.pdf$", "");
                    if (names.isEmpty() || names.contains(name)) {
                        Sum one = new Sum();
                        table.read(RenderedReport.of(name, pdf, values(truth), d, seed), one);
                        one.print("  " + name);
                        sum.add(one);
                    }
                }
                sum.print(kind);
                all.add(sum);
            }
            all.print("all");
        }
    }

    /** What is known of each born-digital PDF that holds one report. */
    private static List<JsonNode> pdfs(Path corpus) throws IOException {
        try (Stream<Path> files = Files.list(corpus.resolve("truth"))) {
            return files.filter(f -> f.getFileName().toString().matches("d\\d+\\.json"))
                    .sorted()
                    .map(f -> JSON.readTree(f.toFile()))
                    .filter(t -> t.path("format").asString("").equals("pdf")
                            && t.path("born_digital").asBoolean(false)
                            && t.path("reports").size() == 1)
                    .toList();
        }
    }

    private static Map<String, Optional<BigDecimal>> values(JsonNode truth) {
        Map<String, Optional<BigDecimal>> values = new LinkedHashMap<>();
        for (JsonNode o : truth.get("reports").get(0).get("observations")) {
            String code = o.get("table").asString() + "." + o.get("row").asString() + "."
                    + o.get("column").asString();
            JsonNode value = o.get("value");
            values.put(code, value.isNull() ? Optional.empty() : Optional.of(new BigDecimal(value.asString())));
        }
        return values;
    }
}
