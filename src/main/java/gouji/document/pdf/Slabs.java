package gouji.document.pdf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts a filled right-angled path, whatever its shape (a frame of two rectangles, a comb, a ring), into rectangles:
 * between every two neighbouring corner heights the filled stretches are rectangles.
 */
final class Slabs {
    /** Paths with more corners than this are not cut; their pieces are taken one by one. */
    static final int MOST_CORNERS = 400;

    private static final double THINNEST_PT = 0.01;

    private final List<double[]> sides = new ArrayList<>();
    private final boolean evenOdd;

    private Slabs(boolean evenOdd) {
        this.evenOdd = evenOdd;
    }

    static List<Area> cut(List<Contour> contours, boolean evenOdd) {
        Slabs slabs = new Slabs(evenOdd);
        contours.forEach(slabs::addVerticalSides);
        return slabs.cut();
    }

    /** Keeps x, upper y, lower y, winding (+1 down, -1 up) of every upright side. */
    private void addVerticalSides(Contour c) {
        for (int i = 0; i < c.size(); i++) {
            int next = (i + 1) % c.size();
            double y0 = c.y(i);
            double y1 = c.y(next);
            if (Math.abs(y1 - y0) > THINNEST_PT) {
                double x = (c.x(i) + c.x(next)) / 2;
                sides.add(new double[] {x, Math.min(y0, y1), Math.max(y0, y1), y1 > y0 ? 1 : -1});
            }
        }
        sides.sort((a, b) -> Double.compare(a[0], b[0]));
    }

    private List<Area> cut() {
        double[] heights = sides.stream()
                .flatMapToDouble(s -> Arrays.stream(new double[] {s[1], s[2]}))
                .sorted()
                .distinct()
                .toArray();
        List<Area> areas = new ArrayList<>();
        for (int i = 0; i + 1 < heights.length; i++) {
            if (heights[i + 1] - heights[i] > THINNEST_PT) {
                addSlab(heights[i], heights[i + 1], areas);
            }
        }
        return areas;
    }

    private void addSlab(double y0, double y1, List<Area> areas) {
        double middle = (y0 + y1) / 2;
        int winding = 0;
        double from = 0;
        for (double[] side : sides) {
            if (side[1] < middle && side[2] > middle) {
                boolean before = isInside(winding);
                winding += evenOdd ? 1 : (int) side[3];
                if (!before && isInside(winding)) {
                    from = side[0];
                } else if (before && !isInside(winding)) {
                    join(new Area(from, y0, side[0], y1), areas);
                }
            }
        }
    }

    private boolean isInside(int winding) {
        return evenOdd ? (winding & 1) != 0 : winding != 0;
    }

    /** Adds the piece, or lengthens the one it continues downwards. */
    private static void join(Area piece, List<Area> areas) {
        for (int i = areas.size() - 1; i >= 0; i--) {
            Area above = areas.get(i);
            boolean continues = Math.abs(above.y1() - piece.y0()) <= THINNEST_PT
                    && Math.abs(above.x0() - piece.x0()) <= THINNEST_PT
                    && Math.abs(above.x1() - piece.x1()) <= THINNEST_PT;
            if (continues) {
                areas.set(i, new Area(above.x0(), above.y0(), above.x1(), piece.y1()));
                return;
            }
        }
        areas.add(piece);
    }
}
