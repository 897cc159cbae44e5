package bench;

import gouji.ReportPipeline;
import gouji.check.CheckResult;
import gouji.document.image.ImageFileReader;
import gouji.document.ocr.PictureRecognizer;
import gouji.document.ocr.onnx.PpOcrModel;
import gouji.document.pdf.PdfReader;
import gouji.profile.Profile;
import gouji.profile.yaml.ProfileLoader;
import gouji.report.Observation;
import gouji.report.State;
import gouji.source.Input;
import gouji.table.LayoutBuilder;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Reads scans of the shared corpus and counts, against its truth, what is exact, flagged and silently wrong. */
public final class ScanScore {
    private ScanScore() {}

    /** What one file gave. */
    public record Score(String file, int cells, int exact, int flagged, int silent, int missing, double cpuSeconds) {}

    public static ReportPipeline pipeline(Profile profile) {
        return new ReportPipeline(
                List.of(PdfReader.withPictures(), new ImageFileReader()),
                Optional.of(new PictureRecognizer(new PpOcrModel())),
                new LayoutBuilder(),
                List.of(profile));
    }

    public static void main(String[] args) throws Exception {
        Path shared = Path.of(args[0]);
        ReportPipeline pipeline = pipeline(ProfileLoader.builtIn("cn-disclosure"));
        for (int i = 1; i < args.length; i++) {
            System.out.println(score(pipeline, shared, args[i], true));
        }
    }

    public static Score score(ReportPipeline pipeline, Path shared, String file, boolean show) throws Exception {
        String id = file.substring(0, file.indexOf('.'));
        JsonNode truth = new ObjectMapper()
                .readTree(Files.readAllBytes(shared.resolve("corpus/truth/" + id + ".json")))
                .get("reports")
                .get(0);
        long before = cpu();
        Input input = new Input(file, "0".repeat(64), Files.readAllBytes(shared.resolve("corpus/inputs/" + file)));
        gouji.dataset.Extracted extract = pipeline.extract(input);
        double seconds = (cpu() - before) / 1e9;
        Map<String, Observation> read = new HashMap<>();
        extract.checked().report().observations().forEach(o -> read.put(o.code(), o));
        int[] n = new int[5];
        for (JsonNode cell : truth.get("observations")) {
            n[4]++;
            n[judge(cell, read, show)]++;
        }
        if (show) {
            show(extract, truth);
        }
        return new Score(file, n[4], n[0], n[1], n[2], n[3], Math.round(10 * seconds) / 10.0);
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    /** 0 exact, 1 wrong but flagged, 2 silently wrong, 3 missing. */
    private static int judge(JsonNode cell, Map<String, Observation> read, boolean show) {
        String code = cell.get("table").asString() + "." + cell.get("row").asString() + "."
                + cell.get("column").asString();
        Observation o = read.get(code.replace("remedies.remedies.", "remedies."));
        boolean value = cell.get("state").asString().equals("value");
        Optional<BigDecimal> wanted =
                value ? Optional.of(new BigDecimal(cell.get("value").asString())) : Optional.empty();
        int verdict;
        if (o == null
                || o.state() == State.ABSENT
                || o.state() == State.SUSPECT && o.value().isEmpty() && value) {
            verdict = 3;
        } else if (value
                ? o.value().isPresent() && o.value().get().compareTo(wanted.get()) == 0
                : o.value().isEmpty()) {
            verdict = 0;
        } else {
            verdict = o.state() == State.SUSPECT ? 1 : 2;
        }
        if (show && (verdict > 0 || o != null && (o.state() == State.SUSPECT || o.state() == State.REPAIRED))) {
            System.out.println("  "
                    + List.of("ok", "flagged", "SILENT", "missing").get(verdict) + " " + code + " wanted "
                    + wanted.map(BigDecimal::toPlainString).orElse("blank") + " read "
                    + (o == null
                            ? "nothing"
                            : o.raw() + " -> "
                                    + o.value().map(BigDecimal::toPlainString).orElse("-") + " " + o.state() + " "
                                    + Math.round(1000 * o.confidence()) / 1000.0 + " "
                                    + o.alternatives().stream()
                                            .map(a -> a.text() + ":" + Math.round(1000 * a.score()) / 1000.0)
                                            .toList()));
        }
        return verdict;
    }

    private static void show(gouji.dataset.Extracted extract, JsonNode truth) {
        var report = extract.checked().report();
        System.out.println("  " + extract.format() + " | " + report.metadata() + " | figures "
                + report.figures().size() + " of " + truth.get("narrative").size());
        extract.checked().checks().stream()
                .filter(c -> c.result() == CheckResult.Result.FAIL)
                .forEach(c -> System.out.println("  fails " + c.check() + " " + c.row() + " " + c.column() + " "
                        + c.left().orElse(null) + " " + c.right().orElse(null)));
    }
}
