package bench;

import degraded.Degradation;
import degraded.DegradedReport;
import gouji.document.Page;
import gouji.document.PagePicture;
import gouji.document.image.ImageFileReader;
import gouji.document.ocr.GridProbe;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;

/**
 * Looks only whether the tables of degraded pages are found with every cell they have; nothing is read, so that many pages
 * can be looked at.
 *
 * <p>Arguments: {@code SEED REPORTS [DEGRADATION,…|all [DIR]]}: pages that are not exact are drawn into DIR. Pages that lie
 * on their side or head are left out: which way is up is told by reading.
 */
final class GridScans {
    private GridScans() {}

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
        int pages = 0;
        int exact = 0;
        for (Degradation d : chosen) {
            int all = 0;
            int good = 0;
            StringBuilder failed = new StringBuilder();
            for (int i = 0; i < reports; i++) {
                DegradedReport report = DegradedReport.of(d, seed + i, false);
                List<Page> read = new ImageFileReader().read(report.input()).pages();
                for (int p = 0; p < read.size(); p++) {
                    PagePicture scan = read.get(p).scans().get(0);
                    GridProbe probe = GridProbe.of(scan.pixels().read());
                    boolean right = probe.tables().equals(report.cells().get(p));
                    all++;
                    good += right ? 1 : 0;
                    if (!right) {
                        failed.append(" ").append(seed + i).append("/").append(p + 1);
                        if (args.length > 3) {
                            String name = d.name().toLowerCase(Locale.ROOT) + "-" + (seed + i) + "-" + (p + 1) + ".png";
                            ImageIO.write(
                                    probe.drawn(), "png", Path.of(args[3], name).toFile());
                        }
                    }
                }
            }
            System.out.printf(
                    Locale.ROOT, "%-13s %4d of %4d%s%n", d.name().toLowerCase(Locale.ROOT), good, all, failed);
            pages += all;
            exact += good;
        }
        System.out.printf(Locale.ROOT, "%-13s %4d of %4d%n", "all", exact, pages);
    }
}
