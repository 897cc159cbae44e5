package bench;

import bench.ScanTable.Sum;
import degraded.Degradation;
import degraded.DegradedScore;
import degraded.RenderedReport;
import gouji.document.ocr.PictureRecognizer;
import gouji.document.ocr.onnx.PpOcrModel;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Draws the born-digital fixtures, laid out by browsers and offices and not by us, spoils them and prints what came out.
 *
 * <p>Arguments: {@code SEED DEGRADATION,… [FILE [NAME,…]]}: FILE gets a line for every cell; names of fixtures, all if none.
 */
final class RenderedScans {
    private RenderedScans() {}

    public static void main(String[] args) throws Exception {
        long seed = Long.parseLong(args[0]);
        List<String> names = args.length > 3 ? List.of(args[3].split(",")) : List.of();
        try (PrintWriter lines = new PrintWriter(
                args.length > 2 ? Files.newBufferedWriter(Path.of(args[2])) : PrintWriter.nullWriter())) {
            ScanTable table = new ScanTable(new DegradedScore(new PictureRecognizer(new PpOcrModel())), lines);
            Sum all = new Sum();
            for (String kind : Arrays.asList(args[1].split(","))) {
                Sum sum = new Sum();
                for (Path folder : fixtures()) {
                    if (names.isEmpty() || names.contains(folder.getFileName().toString())) {
                        Sum one = new Sum();
                        Degradation d = Degradation.valueOf(kind.toUpperCase(Locale.ROOT));
                        table.read(RenderedReport.of(folder, d, seed), one);
                        one.print("  " + folder.getFileName());
                        sum.add(one);
                    }
                }
                sum.print(kind);
                all.add(sum);
            }
            all.print("all");
        }
    }

    private static List<Path> fixtures() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("fixtures", "cn-disclosure"))) {
            return files.filter(f -> Files.exists(f.resolve("report.pdf")))
                    .sorted()
                    .toList();
        }
    }
}
