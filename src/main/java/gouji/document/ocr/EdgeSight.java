package gouji.document.ocr;

import java.util.List;

/** Looks along the edges of a table's cells: is there a line. */
final class EdgeSight {
    private static final double PRESENT = 0.66;
    /** No text is dark along more of an edge than this. */
    private static final double BEYOND_TEXT = 0.92;
    /** An edge may be this much less dark along than the lines that span the table. */
    private static final double LESS_THAN_USUAL = 0.12;
    /** This much at the ends of an edge belongs to the lines that cross there. */
    private static final double END_IN = 0.014;

    private static final double LEAST_STEP_IN = 0.09;
    private static final double BESIDE_IN = 0.035;
    private static final double MOST_BESIDE = 0.3;
    /** Lines of one cell lie nearer to each other than twice this; those of two cells do not. */
    private static final double CLEAR_IN = 0.05;
    /** Share of the depth of lines that span the table. */
    private static final double PALEST = 0.55;

    private static final double PRINT_IN2 = 0.0006;

    private final Darkness page;
    private final FoundGrid shape;
    private final double needed;
    private final double strict;
    private final double usualDepth;

    private EdgeSight(Darkness page, FoundGrid shape, double usual, double usualDepth) {
        this.usualDepth = usualDepth;
        this.page = page;
        this.shape = shape;
        this.needed = Math.max(PRESENT, usual - LESS_THAN_USUAL);
        this.strict = Math.max(PRESENT, usual - 0.04);
    }

    /** @param spanning level, begin and end of horizontal lines that span the table: what its lines look like */
    static EdgeSight of(Darkness page, FoundGrid shape, List<double[]> spanning) {
        EdgeSight any = new EdgeSight(page, shape, 0, 0);
        List<Edge> edges =
                spanning.stream().map(l -> any.along(true, l[0], l[1], l[2])).toList();
        double[] shares = edges.stream().mapToDouble(Edge::share).sorted().toArray();
        double[] depths = edges.stream().mapToDouble(Edge::depth).sorted().toArray();
        double usual = shares.length == 0 ? 0 : shares[shares.length / 2];
        return new EdgeSight(page, shape, usual, depths.length == 0 ? 0 : depths[depths.length / 2]);
    }

    /** Lines of a table are at least this far apart, in pixels. */
    double leastStep() {
        return LEAST_STEP_IN * page.dpi();
    }

    /** Whole edges that a level needs: where gaps are bridged, print runs together and makes one now and then. */
    int leastEdges() {
        return page.isBridged() ? 2 : 1;
    }

    /** A line with paper on both sides: strokes of characters have others beside them. */
    boolean isLine(boolean horizontal, double level, double from, double to) {
        Edge edge = along(horizontal, level, from, to);
        return isPresent(edge)
                && edge.share() >= strict
                && edge.depth() >= PALEST * usualDepth
                && isAlone(horizontal, level + edge.offset(), from, to);
    }

    private double share(boolean horizontal, double level, double from, double to) {
        double margin = Math.min((to - from) / 5, 2 * BESIDE_IN * page.dpi());
        int n = (int) Math.max(6, to - from - 2 * margin);
        int dark = 0;
        for (int i = 0; i < n; i++) {
            double s = from + margin + (to - from - 2 * margin) * i / (n - 1);
            double[] p = horizontal ? shape.toPicture(s, level) : shape.toPicture(level, s);
            dark += page.ink((int) Math.round(p[0]), (int) Math.round(p[1])) ? 1 : 0;
        }
        return (double) dark / n;
    }

    /**
     * @param share of the places along it that are dark at the best steady offset
     * @param ends whether both of its ends are dark as well there
     * @param depth mean darkness of two neighbouring rows of pixels, for a thin line may lie between them
     * @param offset where that is, in pixels from the level
     */
    private record Edge(double share, boolean ends, double depth, int offset) {}

    /**
     * Whether enough places along the edge are dark at one steady offset from it. The strokes of a character may pass for
     * a line in a low row, but they keep a distance from the lines above and below: both ends have to be dark as well.
     *
     * @return mean darkness along it, 0 where there is no line; a seal's ring is paler than the lines of a table
     */
    double darkness(boolean horizontal, double level, double from, double to) {
        Edge edge = along(horizontal, level, from, to);
        boolean broken = edge.share() >= PRESENT && isAlone(horizontal, level + edge.offset(), from, to);
        return isPresent(edge) || broken ? Math.max(0.1, edge.depth()) : 0;
    }

    private boolean isPresent(Edge edge) {
        return edge.ends() || edge.share() >= Math.max(needed, BEYOND_TEXT);
    }

    private boolean isAlone(boolean horizontal, double level, double from, double to) {
        double beside = Math.max(3, BESIDE_IN * page.dpi());
        return share(horizontal, level - beside, from, to) < MOST_BESIDE
                && share(horizontal, level + beside, from, to) < MOST_BESIDE;
    }

    /** Whether no print lies across an edge without a line. */
    boolean isClear(boolean horizontal, double level, double from, double to) {
        double reach = CLEAR_IN * page.dpi();
        double clear = 0;
        for (double l = -reach; l <= reach; l++) {
            clear = Math.max(clear, share(horizontal, level + l, from, to));
        }
        return clear < 0.1;
    }

    /** Whether there is print between two levels. */
    boolean hasPrint(boolean horizontal, double level, double next, double from, double to) {
        double margin = 2 * BESIDE_IN * page.dpi();
        double dark = 0;
        for (double l = level + margin; l < next - margin; l++) {
            dark += share(horizontal, l, from, to);
        }
        return dark * (to - from) > PRINT_IN2 * page.dpi() * page.dpi();
    }

    private Edge along(boolean horizontal, double level, double from, double to) {
        double margin = Math.min((to - from) / 5, END_IN * page.dpi());
        int n = (int) Math.max(6, to - from - 2 * margin);
        int zone = (int) Math.max(3, Math.min(0.14 * n, 0.05 * page.dpi()));
        int reach = (int) Math.max(2, Math.round(0.018 * page.dpi()));
        int best = 0;
        int at = -reach;
        boolean ends = false;
        double darkest = 0;
        double before = 0;
        for (int o = -reach; o <= reach; o++) {
            int dark = 0;
            double sum = 0;
            int first = 0;
            int last = 0;
            for (int i = 0; i < n; i++) {
                double s = from + margin + (to - from - 2 * margin) * i / (n - 1);
                boolean ink = isDark(horizontal, s, level, o);
                dark += ink ? 1 : 0;
                sum += depth(horizontal, s, level, o);
                first += ink && i < zone ? 1 : 0;
                last += ink && i >= n - zone ? 1 : 0;
            }
            at = dark > best || dark == best && Math.abs(o) < Math.abs(at) ? o : at;
            best = Math.max(best, dark);
            darkest = Math.max(darkest, (sum + before) / n);
            before = sum;
            ends |= dark >= needed * n && 2 * first >= zone && 2 * last >= zone;
        }
        return new Edge((double) best / n, ends, darkest, at);
    }

    private double depth(boolean horizontal, double along, double level, int offset) {
        double[] p = horizontal ? shape.toPicture(along, level) : shape.toPicture(level, along);
        int x = (int) Math.round(p[0]) + (horizontal ? 0 : offset);
        int y = (int) Math.round(p[1]) + (horizontal ? offset : 0);
        return x >= 0 && y >= 0 && x < page.width() && y < page.height() ? page.at(x, y) : 0;
    }

    private boolean isDark(boolean horizontal, double along, double level, int offset) {
        double[] p = horizontal ? shape.toPicture(along, level) : shape.toPicture(level, along);
        int x = (int) Math.round(p[0]) + (horizontal ? 0 : offset);
        int y = (int) Math.round(p[1]) + (horizontal ? offset : 0);
        return page.lineInk(x, y, horizontal)
                || page.ridge(x, y, horizontal)
                || page.lineInk(horizontal ? x : x + 1, horizontal ? y + 1 : y, horizontal)
                || page.lineInk(horizontal ? x : x - 1, horizontal ? y - 1 : y, horizontal);
    }
}
