package bench;

import degraded.Degradation;
import degraded.DegradedReport;
import gouji.document.Page;
import gouji.document.Raster;
import gouji.document.image.ImageFileReader;
import gouji.document.ocr.GridProbe;
import gouji.document.ocr.onnx.PpOcrModel;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Lays degraded pages on each of their sides and looks which way they are turned.
 *
 * <p>Arguments: {@code SEED REPORTS [DEGRADATION,…|all]}.
 */
final class TurnScans {
    private TurnScans() {}

    public static void main(String[] args) throws Exception {
        long seed = Long.parseLong(args[0]);
        int reports = Integer.parseInt(args[1]);
        List<Degradation> chosen = args.length < 3 || args[2].equals("all")
                ? Arrays.stream(Degradation.values())
                        .filter(d -> !d.name().startsWith("TURN"))
                        .toList()
                : Arrays.stream(args[2].split(","))
                        .map(n -> Degradation.valueOf(n.toUpperCase(Locale.ROOT)))
                        .toList();
        PpOcrModel model = new PpOcrModel();
        model.prepare();
        int[] all = new int[4];
        int[] right = new int[4];
        for (Degradation d : chosen) {
            StringBuilder wrong = new StringBuilder();
            for (int i = 0; i < reports; i++) {
                DegradedReport report = DegradedReport.of(d, seed + i, false);
                for (Page page : new ImageFileReader().read(report.input()).pages()) {
                    Raster picture = page.scans().get(0).pixels().read();
                    for (int quarter = 0; quarter < 4; quarter++) {
                        int turn = GridProbe.turn(picture.turned(90 * quarter), model);
                        boolean upright = Math.floorMod(turn + 90 * quarter, 360) == 0;
                        all[quarter]++;
                        right[quarter] += upright ? 1 : 0;
                        wrong.append(upright ? "" : " " + (seed + i) + "/" + page.number() + "@" + 90 * quarter);
                    }
                }
            }
            System.out.println(d.name().toLowerCase(Locale.ROOT) + " wrong:" + wrong);
        }
        for (int quarter = 0; quarter < 4; quarter++) {
            System.out.printf(
                    Locale.ROOT, "lying at %3d: %d of %d upright%n", 90 * quarter, right[quarter], all[quarter]);
        }
    }
}
