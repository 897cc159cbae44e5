package bench;

import bench.ScanTable.Sum;
import degraded.Degradation;
import degraded.DegradedReport;
import degraded.DegradedScore;
import gouji.check.Calibration;
import gouji.document.ocr.PictureRecognizer;
import gouji.document.ocr.TextModel;
import gouji.document.ocr.onnx.PpOcrModel;
import gouji.document.ocr.tesseract.TesseractModel;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Prints made reports, spoils them in every way, imports them and prints what came out for each degradation.
 *
 * <p>Arguments: {@code SEED REPORTS [DEGRADATION,…|all [FILE [ENGINE]]]}: reports a degradation; FILE gets a line for every
 * cell; ENGINE is {@code ppocr} (default) or {@code tesseract}.
 */
final class DegradedScans {
    private DegradedScans() {}

    public static void main(String[] args) throws Exception {
        long seed = Long.parseLong(args[0]);
        int reports = Integer.parseInt(args[1]);
        List<Degradation> chosen = args.length < 3 || args[2].equals("all")
                ? List.of(Degradation.values())
                : Arrays.stream(args[2].split(","))
                        .map(n -> Degradation.valueOf(n.toUpperCase(Locale.ROOT)))
                        .toList();
        try (PrintWriter lines = new PrintWriter(
                args.length > 3 ? Files.newBufferedWriter(Path.of(args[3])) : PrintWriter.nullWriter())) {
            String engine = args.length > 4 ? args[4] : "ppocr";
            TextModel model = engine.equals("tesseract") ? new TesseractModel() : new PpOcrModel();
            DegradedScore scorer = new DegradedScore(new PictureRecognizer(model), Calibration.builtIn(engine));
            ScanTable table = new ScanTable(scorer, lines);
            Sum soft = new Sum();
            Sum hard = new Sum();
            for (Degradation d : chosen) {
                Sum sum = new Sum();
                for (int i = 0; i < reports; i++) {
                    table.read(DegradedReport.of(d, seed + i, false), sum);
                }
                sum.print(d.name().toLowerCase(Locale.ROOT));
                (d.isHard() ? hard : soft).add(sum);
            }
            soft.print("150 dpi up");
            hard.print("hard");
        }
    }
}
