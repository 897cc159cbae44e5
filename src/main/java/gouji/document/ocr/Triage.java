package gouji.document.ocr;

import gouji.document.Raster;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** How a page lies: its skew by the statistics of its ink, its quarter turn by trying to read some of its lines. */
final class Triage {
    /** Less skew than this is taken up by the warp of each table. */
    private static final double LEAST_SKEW = 3;

    private static final double MOST_SKEW = 14;
    private static final double STEP = 0.25;
    private static final double BIN_IN = 0.012;
    private static final int LINES = 8;
    private static final double LEAST_WIDE = 5;
    private static final double TALLEST_IN = 0.4;
    /** Another turn has to read this much better than none. */
    private static final double MARGIN = 0.15;

    private Triage() {}

    /** The picture rotated so that its lines run level, where they are askew by more than the grid finder takes up. */
    static Raster levelled(Raster picture, Darkness darkness) {
        double skew = skew(darkness);
        return Math.abs(skew) < LEAST_SKEW ? picture : picture.rotated(-skew);
    }

    /**
     * Degrees by which lines fall to the right, clockwise: the angle at which the ink gathers in the fewest rows and
     * columns (Postl's projection profile).
     */
    static double skew(Darkness page) {
        int stride = Math.max(1, (int) Math.round(page.dpi() / 70));
        IntStream.Builder ink = IntStream.builder();
        for (int y = 0; y < page.height(); y += 1) {
            for (int x = (y * 7) % stride; x < page.width(); x += stride) {
                if (page.ink(x, y)) {
                    ink.add(x).add(y);
                }
            }
        }
        int[] xy = ink.build().toArray();
        double best = 0;
        double most = 0;
        for (double a = -MOST_SKEW; a <= MOST_SKEW; a += STEP) {
            double peaks = peaks(xy, a, page);
            if (peaks > most) {
                most = peaks;
                best = a;
            }
        }
        return best;
    }

    /** @param xy column and row of each pixel with ink, one after the other */
    private static double peaks(int[] xy, double degrees, Darkness page) {
        double cos = Math.cos(Math.toRadians(degrees));
        double sin = Math.sin(Math.toRadians(degrees));
        double bin = Math.max(1, BIN_IN * page.dpi());
        int n = (int) ((page.width() + page.height()) / bin) + 2;
        int[] rows = new int[2 * n];
        int[] columns = new int[2 * n];
        for (int i = 0; i < xy.length; i += 2) {
            int x = xy[i];
            int y = xy[i + 1];
            rows[n + (int) ((y * cos - x * sin) / bin)]++;
            columns[n + (int) ((x * cos + y * sin) / bin)]++;
        }
        double sum = 0;
        for (int i = 0; i < rows.length; i++) {
            sum += (double) rows[i] * rows[i] + (double) columns[i] * columns[i];
        }
        return sum;
    }

    /**
     * How a picture has to be turned.
     *
     * @param degrees clockwise: 0, 90, 180 or 270
     * @param sure whether it reads clearly better so than otherwise
     */
    record Turn(int degrees, boolean sure) {}

    /**
     * The turn by which the picture reads best, of those that lay its lines level. Where these run down the page, it is turned in
     * any case.
     */
    static Turn turn(PictureView view, TextModel model) {
        Raster picture = view.picture();
        int[] turns = view.turns();
        int best = turns[0];
        double most = legibility(picture.turned(best), model);
        double second = 0;
        for (int degrees : java.util.Arrays.copyOfRange(turns, 1, turns.length)) {
            double l = legibility(picture.turned(degrees), model);
            if (l > most + (best == 0 ? MARGIN : 0)) {
                second = most;
                most = l;
                best = degrees;
            } else {
                second = Math.max(second, l);
            }
        }
        return new Turn(best, most - second >= MARGIN);
    }

    /** Mean score of some wide lines of print, 0 where there are none. */
    private static double legibility(Raster picture, TextModel model) {
        Darkness darkness = new Darkness(picture);
        List<Quad> lines = new ProseFinder(darkness)
                .find(List.of()).stream()
                        .map(ProseFinder.ProseLine::quad)
                        .filter(q -> q.width() > LEAST_WIDE * q.height() && q.height() < TALLEST_IN * picture.dpi())
                        .sorted(Comparator.comparingDouble(q -> -q.width()))
                        .limit(LINES)
                        .toList();
        List<Patch> patches = lines.stream()
                .map(q -> Patch.line(picture, q, model.lineHeight()))
                .toList();
        return model.read(patches).stream()
                .mapToDouble(s -> s.text().length() < 3 ? 0 : s.score())
                .average()
                .orElse(0);
    }
}
