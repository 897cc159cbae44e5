package bench;

import degraded.Degradation;
import degraded.DegradedReport;
import degraded.DegradedScore;
import degraded.DegradedScore.Score;
import gouji.document.ocr.Patch;
import gouji.document.ocr.PictureRecognizer;
import gouji.document.ocr.Sight;
import gouji.document.ocr.TextModel;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Looks only whether the tables of degraded pages are found with every cell they have; nothing is read, so that many pages
 * can be looked at.
 *
 * <p>Arguments: {@code SEED REPORTS [DEGRADATION,…|all]}. Pages that lie on their side or head are left out: which way is
 * up is told by reading.
 */
final class GridScans {
    private GridScans() {}

    /** Sees the same words everywhere, at no cost. */
    private static final class Blind implements TextModel {
        @Override
        public int lineHeight() {
            return 8;
        }

        @Override
        public List<Sight> read(List<Patch> lines) {
            return lines.stream()
                    .map(l -> new Sight("字字字字", 1, new double[0][]))
                    .toList();
        }
    }

    public static void main(String[] args) {
        long seed = Long.parseLong(args[0]);
        int reports = Integer.parseInt(args[1]);
        List<Degradation> chosen = args.length < 3 || args[2].equals("all")
                ? Arrays.stream(Degradation.values())
                        .filter(d -> !d.name().startsWith("TURN"))
                        .toList()
                : Arrays.stream(args[2].split(","))
                        .map(n -> Degradation.valueOf(n.toUpperCase(Locale.ROOT)))
                        .toList();
        DegradedScore scorer = new DegradedScore(new PictureRecognizer(new Blind()));
        int pages = 0;
        int exact = 0;
        for (Degradation d : chosen) {
            int all = 0;
            int good = 0;
            StringBuilder failed = new StringBuilder();
            for (int i = 0; i < reports; i++) {
                Score score = scorer.of(DegradedReport.of(d, seed + i, false));
                all += score.gridsExact().size();
                good += (int) score.gridsExact().stream().filter(b -> b).count();
                for (int p = 0; p < score.gridsExact().size(); p++) {
                    failed.append(score.gridsExact().get(p) ? "" : " " + (seed + i) + "/" + (p + 1));
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
