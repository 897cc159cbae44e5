package gouji.document.ocr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds the lines of text outside grids: pieces of print that stand side by side at a common height are one line. */
final class ProseFinder {
    private static final double SMALLEST_IN = 0.02;
    private static final double LARGEST_IN = 0.5;
    private static final double CHARACTER_IN = 0.06;
    private static final double GAP_EM = 1.6;

    private final Darkness page;

    ProseFinder(Darkness page) {
        this.page = page;
    }

    /**
     * A line of text.
     *
     * @param quad around it, along its slope
     * @param height of its print in pixels
     */
    record ProseLine(Quad quad, double x0, double x1, double y, double height) {}

    List<ProseLine> find(List<Quad> grids) {
        List<Blob> blobs = page.pieces();
        blobs.removeIf(b -> b.size() < SMALLEST_IN * page.dpi()
                || b.size() > LARGEST_IN * page.dpi()
                || grids.stream().anyMatch(g -> holds(g, b)));
        blobs.sort(Comparator.comparingInt(Blob::x0).thenComparingInt(Blob::y0));
        double em = em(blobs);
        List<ProseLine> lines = new ArrayList<>();
        for (List<Blob> group : LoneCharacters.joined(groups(blobs, em))) {
            if (group.stream().anyMatch(b -> b.height() > CHARACTER_IN * page.dpi())) {
                lines.add(line(group, em));
            }
        }
        lines.sort(Comparator.comparingDouble(ProseLine::y));
        return lines;
    }

    private static boolean holds(Quad g, Blob b) {
        double x = (b.x0() + b.x1()) / 2.0;
        double y = (b.y0() + b.y1()) / 2.0;
        return x >= Math.min(g.ax(), g.dx()) - 6
                && x <= Math.max(g.bx(), g.cx()) + 6
                && y >= Math.min(g.ay(), g.by()) - 6
                && y <= Math.max(g.cy(), g.dy()) + 6;
    }

    private double em(List<Blob> blobs) {
        int[] heights = blobs.stream()
                .mapToInt(Blob::height)
                .filter(h -> h > CHARACTER_IN * page.dpi())
                .sorted()
                .toArray();
        return heights.length == 0 ? 0.15 * page.dpi() : heights[heights.length * 3 / 4] * 1.1;
    }

    private static List<List<Blob>> groups(List<Blob> blobs, double em) {
        int[] parent = new int[blobs.size()];
        Arrays.setAll(parent, i -> i);
        for (int i = 0; i < blobs.size(); i++) {
            Blob a = blobs.get(i);
            for (int j = i + 1; j < blobs.size(); j++) {
                Blob b = blobs.get(j);
                if (b.x0() > a.x0() + 6 * em) {
                    break;
                }
                double tall = Math.max(a.height(), b.height());
                boolean sameLine =
                        a.commonHeight(b) > 0.5 && a.gapAcross(b) < GAP_EM * Math.max(0.6 * em, Math.min(tall, 2 * em));
                boolean above = a.gapAcross(b) < 0 && gapDown(a, b) < 0.12 * em && union(a, b) < 1.25 * em;
                if (sameLine || above) {
                    parent[root(parent, i)] = root(parent, j);
                }
            }
        }
        Map<Integer, List<Blob>> groups = new TreeMap<>();
        for (int i = 0; i < parent.length; i++) {
            groups.computeIfAbsent(root(parent, i), k -> new ArrayList<>()).add(blobs.get(i));
        }
        return new ArrayList<>(groups.values());
    }

    private static int gapDown(Blob a, Blob b) {
        return Math.max(a.y0(), b.y0()) - Math.min(a.y1(), b.y1());
    }

    private static int union(Blob a, Blob b) {
        return Math.max(a.y1(), b.y1()) - Math.min(a.y0(), b.y0());
    }

    private static int root(int[] parent, int i) {
        int r = i;
        while (parent[r] != r) {
            parent[r] = parent[parent[r]];
            r = parent[r];
        }
        return r;
    }

    private ProseLine line(List<Blob> group, double em) {
        double x0 = group.stream().mapToInt(Blob::x0).min().orElseThrow();
        double x1 = group.stream().mapToInt(Blob::x1).max().orElseThrow();
        double slope = x1 - x0 > 4 * em ? slope(group, em) : 0;
        double mx = (x0 + x1) / 2;
        double top = Double.MAX_VALUE;
        double low = -Double.MAX_VALUE;
        for (Blob b : group) {
            double shift = slope * ((b.x0() + b.x1()) / 2.0 - mx);
            top = Math.min(top, b.y0() - shift);
            low = Math.max(low, b.y1() - shift);
        }
        double h = low - top;
        double pad = 0.12 * h;
        double a = x0 - 0.3 * h;
        double b = x1 + 0.3 * h;
        Quad quad = new Quad(
                a,
                top - pad + slope * (a - mx),
                b,
                top - pad + slope * (b - mx),
                b,
                low + pad + slope * (b - mx),
                a,
                low + pad + slope * (a - mx));
        return new ProseLine(quad, x0, x1, (top + low) / 2, h);
    }

    private static double slope(List<Blob> group, double em) {
        double n = 0;
        double sx = 0;
        double sy = 0;
        double sxx = 0;
        double sxy = 0;
        for (Blob b : group) {
            if (b.height() > 0.55 * em) {
                double x = (b.x0() + b.x1()) / 2.0;
                double y = (b.y0() + b.y1()) / 2.0;
                n++;
                sx += x;
                sy += y;
                sxx += x * x;
                sxy += x * y;
            }
        }
        double d = n * sxx - sx * sx;
        return n < 4 || d <= 0 ? 0 : Math.max(-0.1, Math.min(0.1, (n * sxy - sx * sy) / d));
    }
}
