package gouji.document.ocr;

import java.util.List;
import java.util.stream.DoubleStream;

/** Looks along the edges of a table's cells: is there a line. */
final class EdgeSight {
    private static final double PRESENT = 0.66;
    private static final double HINT = 0.75;
    /** Strokes are not dark along so much of an edge longer than they are; nothing beside it makes it one. */
    private static final double NO_STROKES = 0.95;

    private static final double LONGER_IN = 0.22;
    /** The same of strokes that stand one below the other for so long that they look like a line. */
    private static final double TWO_TOUCHING = 0.15;
    /** As high as two lines of print. */
    private static final double TWO_LINES_IN = 0.32;
    /** Nearly all of it is at least so deep, in shares of the lines that span the table. */
    private static final double STEADIEST = 0.5;
    /** No text is dark along more of an edge than this. */
    private static final double BEYOND_TEXT = 0.92;
    /** An edge may be this much less dark along than the lines that span the table. */
    private static final double LESS_THAN_USUAL = 0.12;
    /** This much at the ends of an edge belongs to the lines that cross there. */
    private static final double END_IN = 0.014;

    private static final double LEAST_STEP_IN = 0.09;
    private static final double BESIDE_IN = 0.035;
    private static final double MOST_BESIDE = 0.3;
    private static final double TOUCHING_IN = 0.016;
    private static final double MOST_TOUCHING = 0.3;
    /** The same of a line with gaps. */
    private static final double BROKEN_TOUCHING = 0.05;
    /** The same of a line of print that runs together where gaps are bridged; tight labels stand nearly so at a line. */
    private static final double PRINT_TOUCHING = 0.33;

    private static final double LONGEST_DASH_IN = 0.03;
    /** At least so much of a pace (2 at most) a dashed line has; rows of print have a third of it. */
    private static final double STEADY = 0.9;

    /** Lines of one cell lie nearer to each other than twice this; those of two cells do not. */
    private static final double CLEAR_IN = 0.05;
    /** Print may reach so near to the lines at the sides of its cell. */
    private static final double CLEAR_SIDE_IN = 0.018;
    /** Share of the depth of lines that span the table: of lines on screens some are one pixel wide and some two. */
    private static final double PALEST = 0.4;
    /** What is so many times deeper than the lines that span the table and has print at one side is print itself. */
    private static final double DARKEST = 2;
    /** Share of the depth of lines, which is that of three pixels, that print has. */
    private static final double PRINT = 0.2;
    /** What is so much darker than the paper is print however thick the lines are. */
    private static final double MOST_PRINT = 60;
    /** Share of an edge that may be paler than its depth. */
    private static final double PALER = 0.5;

    /** Paler than this share of the usual line, what runs along a streak is the streak. */
    private static final double STREAK = 0.7;
    /** What lies so near to a streak's course is of it. */
    private static final double COURSE_IN = 0.02;

    /** Lines of the other side have less than this share of the contrast of lines that span the table (0.12; hairlines in grain 0.21). */
    private static final double OTHER_SIDE = 0.17;
    /** So much of a line is not so pale. */
    private static final double MOST_OF_IT = 0.8;

    private final Darkness page;
    private final FoundGrid shape;
    private final double needed;
    private final double strict;
    private final double usualDepth;
    private final double usualContrast;
    private final List<Rule> streaks;
    private final PaperBeside beside;

    /** @param usual share, depth and contrast of the lines that span the table */
    private EdgeSight(Darkness page, FoundGrid shape, double[] usual, List<Rule> streaks) {
        this.streaks = streaks;
        this.beside = new PaperBeside(page);
        this.usualDepth = usual[1];
        this.usualContrast = usual[2];
        this.page = page;
        this.shape = shape;
        this.needed = Math.max(PRESENT, usual[0] - LESS_THAN_USUAL);
        this.strict = Math.max(PRESENT, usual[0] - 0.04);
    }

    /**
     * @param spanning level, begin and end of horizontal lines that span the table: what its lines look like
     * @param streaks pale lines down the page that are none of a table
     */
    static EdgeSight of(Darkness page, FoundGrid shape, List<double[]> spanning, List<Rule> streaks) {
        EdgeSight any = new EdgeSight(page, shape, new double[3], List.of());
        List<Edge> edges =
                spanning.stream().map(l -> any.along(true, l[0], l[1], l[2])).toList();
        double share = median(edges.stream().mapToDouble(Edge::share));
        double depth = median(edges.stream().mapToDouble(Edge::depth));
        double contrast =
                median(spanning.stream().mapToDouble(l -> any.beside.contrast(any.inner(true, l[0], l[1], l[2]), 0.5)));
        return new EdgeSight(page, shape, new double[] {share, depth, contrast}, streaks);
    }

    private static double median(DoubleStream of) {
        double[] sorted = of.sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }

    /** Lines of a table are at least this far apart, in pixels. */
    double leastStep() {
        return LEAST_STEP_IN * page.dpi();
    }

    /** Whole edges that a level needs: where gaps are bridged, print runs together and makes one now and then. */
    int leastEdges() {
        return page.isBridged() ? 2 : 1;
    }

    /** Whether the lines around a table may be much darker than those inside: whole ones around dashed ones. */
    boolean frameMayDiffer() {
        return page.isBridged();
    }

    /**
     * How much of a line an edge is, with paper on both sides (strokes of characters have others beside them): 1 for a whole
     * one, a half for one with gaps, 0 for none.
     */
    double line(boolean horizontal, double level, double from, double to) {
        Edge edge = seen(horizontal, level, from, to);
        if (isSure(edge, to - from) && isOfTwoLines(horizontal, level + edge.offset(), from, to)) {
            return 0;
        }
        if (isSure(edge, to - from) || page.isBridged() && isPresent(edge) && isDashed(horizontal, level, from, to)) {
            return 1;
        }
        boolean seen = edge.share() >= PRESENT
                && edge.depth() >= PALEST * usualDepth
                && isAlone(horizontal, level + edge.offset(), from, to);
        boolean whole = isPresent(edge) && edge.share() >= strict;
        if (seen && edge.depth() > DARKEST * usualDepth && usualDepth > 0) {
            double at = level + edge.offset();
            double most = Math.max(touching(horizontal, at, from, to, -1), touching(horizontal, at, from, to, 1));
            seen = most < MOST_TOUCHING;
        }
        double touched = seen ? touched(horizontal, level + edge.offset(), from, to) : 1;
        return touched >= (whole ? MOST_TOUCHING : BROKEN_TOUCHING) ? 0 : whole ? 1 : 0.5;
    }

    /** Whether it may be made of strokes of two lines of print, one below the other, with others on both of its sides. */
    private boolean isOfTwoLines(boolean horizontal, double level, double from, double to) {
        return to - from < TWO_LINES_IN * page.dpi() && touched(horizontal, level, from, to) >= TWO_TOUCHING;
    }

    private double touched(boolean horizontal, double level, double from, double to) {
        return Math.min(touching(horizontal, level, from, to, -1), touching(horizontal, level, from, to, 1));
    }

    /** Share of the places along a line beside which, on one side, print stands: strokes of characters have others at them. */
    private double touching(boolean horizontal, double level, double from, double to, int side) {
        double margin = Math.min((to - from) / 5, 2 * BESIDE_IN * page.dpi());
        EdgePath path = path(horizontal, level, from, to, margin);
        int first = (int) Math.max(2, Math.round(TOUCHING_IN * page.dpi()));
        int last = (int) Math.max(3, BESIDE_IN * page.dpi());
        int print = 0;
        for (int i = 0; i < path.length(); i++) {
            boolean any = false;
            for (int d = first; d <= last && !any; d++) {
                any = page.ink(path.x(i, side * d), path.y(i, side * d));
            }
            print += any ? 1 : 0;
        }
        return (double) print / path.length();
    }

    private double share(boolean horizontal, double level, double from, double to) {
        double margin = Math.min((to - from) / 5, 2 * BESIDE_IN * page.dpi());
        EdgePath path = path(horizontal, level, from, to, margin);
        int dark = 0;
        for (int i = 0; i < path.length(); i++) {
            dark += page.ink(path.x(i, 0), path.y(i, 0)) ? 1 : 0;
        }
        return (double) dark / path.length();
    }

    /** A place a pixel of an edge, so much left out at its ends. */
    private EdgePath path(boolean horizontal, double level, double from, double to, double margin) {
        double length = to - from - 2 * margin;
        return EdgePath.of(shape, horizontal, level, from + margin, length, (int) Math.max(6, length));
    }

    /**
     * @param share of the places along it that are dark at the best steady offset
     * @param ends whether both of its ends are dark as well there
     * @param depth darkness of three neighbouring rows of pixels, for a thin line may wander between them, that is not reached at
     *     half of it: where print lies over a pale line it does not count (the mean where gaps are bridged)
     * @param least the same, reached at nearly all of it: the strokes of two rows of print leave a gap
     * @param mean of two neighbouring rows of pixels, print that lies over them too, how much darker than the paper beside them
     * @param offset where that is, in pixels from the level
     */
    private record Edge(double share, boolean ends, double depth, double least, double mean, int offset) {}

    /**
     * What is seen along an edge.
     *
     * @param darkness mean along it, 0 where there is no line
     * @param depth how dark most of it is
     * @param whole whether it has no gaps
     * @param sure whether it is longer than any stroke of print
     */
    record Line(double darkness, double depth, boolean whole, boolean sure) {}

    /**
     * Whether enough places along the edge are dark at one steady offset from it. The strokes of a character may pass for
     * a line in a low row, but they keep a distance from the lines above and below: both ends have to be dark as well.
     *
     * @return what is there; a seal's ring is paler than the lines of a table
     */
    Line look(boolean horizontal, double level, double from, double to) {
        Edge edge = seen(horizontal, level, from, to);
        boolean print = isPrint(edge, horizontal, level, from, to);
        boolean broken = !print && edge.share() >= PRESENT && isAlone(horizontal, level + edge.offset(), from, to);
        boolean ruled = !print && isPresent(edge);
        return new Line(ruled || broken ? Math.max(0.1, edge.mean()) : 0, edge.depth(), ruled, isSure(edge, to - from));
    }

    /**
     * Whether it is a row of strokes: where gaps are bridged, what has print on both sides and no steady pace; else what has
     * print on one side and is much paler between its strokes (a line of the other side at which print stands).
     */
    private boolean isPrint(Edge edge, boolean horizontal, double level, double from, double to) {
        double at = level + edge.offset();
        if (page.isBridged()) {
            return touched(horizontal, at, from, to) >= PRINT_TOUCHING && !isDashed(horizontal, level, from, to);
        }
        double print = Math.max(touching(horizontal, at, from, to, -1), touching(horizontal, at, from, to, 1));
        return print >= PRINT_TOUCHING
                && beside.contrast(inner(horizontal, at, from, to), MOST_OF_IT) < OTHER_SIDE * usualContrast;
    }

    private boolean isSure(Edge edge, double length) {
        return edge.ends()
                && edge.share() >= NO_STROKES
                && edge.least() >= STEADIEST * usualDepth
                && length >= LONGER_IN * page.dpi()
                && !page.isBridged();
    }

    private boolean isPresent(Edge edge) {
        return edge.ends() || edge.share() >= Math.max(needed, BEYOND_TEXT);
    }

    private boolean isAlone(boolean horizontal, double level, double from, double to) {
        double away = Math.max(3, BESIDE_IN * page.dpi());
        return share(horizontal, level - away, from, to) < MOST_BESIDE
                && share(horizontal, level + away, from, to) < MOST_BESIDE;
    }

    /** Whether it is dark and light by turns at one steady pace, as print is not: a row of dots or dashes. */
    private boolean isDashed(boolean horizontal, double level, double from, double to) {
        int reach = (int) Math.max(1, Math.round(0.012 * page.dpi()));
        int n = (int) Math.max(0, to - from);
        int[] depths = new int[n];
        EdgePath path = EdgePath.of(shape, horizontal, level, from, n - 1.0, n);
        for (int o = -reach; o <= reach; o++) {
            for (int i = 0; i < n; i++) {
                depths[i] = page.darkness(path.x(i, o), path.y(i, o));
            }
            if (DashPace.of(depths, 2 * page.px(LONGEST_DASH_IN)) > STEADY) {
                return true;
            }
        }
        return false;
    }

    /** Whether something like a line is there, gaps and print close to it aside. */
    boolean hints(boolean horizontal, double level, double from, double to) {
        Edge edge = seen(horizontal, level, from, to);
        return edge.share() >= HINT && edge.depth() >= PALEST * usualDepth;
    }

    /** Whether no print lies across an edge without a line. */
    boolean isClear(boolean horizontal, double level, double from, double to) {
        double reach = (horizontal ? CLEAR_IN : CLEAR_SIDE_IN) * page.dpi();
        double clear = 0;
        for (double l = -reach; l <= reach; l++) {
            clear = Math.max(clear, share(horizontal, level + l, from, to));
        }
        return clear < 0.1;
    }

    /** The print of a cell. */
    CellPrint print(double x0, double y0, double x1, double y1) {
        return CellPrint.of(page, Math.min(MOST_PRINT, PRINT * usualDepth), shape, x0, y0, x1, y1);
    }

    double dpi() {
        return page.dpi();
    }

    /** What is along an edge, but nothing where no more than a streak runs. */
    private Edge seen(boolean horizontal, double level, double from, double to) {
        Edge edge = along(horizontal, level, from, to);
        boolean streak =
                !horizontal && edge.depth() < STREAK * usualDepth && isOnStreak(level + edge.offset(), from, to);
        return streak ? new Edge(0, false, 0, 0, 0, 0) : edge;
    }

    private boolean isOnStreak(double level, double from, double to) {
        double[] p = shape.toPicture(level, (from + to) / 2);
        return streaks.stream().anyMatch(s -> Math.abs(s.lineAt(p[1]) - p[0]) <= COURSE_IN * page.dpi());
    }

    /** Without what belongs to the lines that cross at its ends. */
    private EdgePath inner(boolean horizontal, double level, double from, double to) {
        return path(horizontal, level, from, to, Math.min((to - from) / 5, END_IN * page.dpi()));
    }

    private Edge along(boolean horizontal, double level, double from, double to) {
        EdgePath path = inner(horizontal, level, from, to);
        int n = path.length();
        int zone = (int) Math.max(3, Math.min(0.14 * n, 0.05 * page.dpi()));
        int reach = (int) Math.max(2, Math.round(0.018 * page.dpi()));
        int best = 0;
        int at = -reach;
        boolean ends = false;
        double darkest = 0;
        double least = 0;
        double mean = 0;
        double sumBefore = 0;
        int[] depths = new int[n];
        int[] before = new int[n];
        int[] earlier = new int[n];
        int[] paper = beside.paper(path, reach);
        for (int o = -reach; o <= reach; o++) {
            int dark = 0;
            int first = 0;
            int last = 0;
            double sum = 0;
            for (int i = 0; i < n; i++) {
                int x = path.x(i, o);
                int y = path.y(i, o);
                boolean ink = isDark(horizontal, x, y);
                dark += ink ? 1 : 0;
                int depth = page.darkness(x, y);
                depths[i] = depth + before[i] + earlier[i];
                earlier[i] = before[i];
                before[i] = depth;
                sum += Math.max(0, paper[i] - page.grey(x, y));
                first += ink && i < zone ? 1 : 0;
                last += ink && i >= n - zone ? 1 : 0;
            }
            at = dark > best || dark == best && Math.abs(o) < Math.abs(at) ? o : at;
            best = Math.max(best, dark);
            int[] sorted = depths.clone();
            java.util.Arrays.sort(sorted);
            darkest = Math.max(darkest, usual(sorted));
            least = Math.max(least, sorted[n / 20]);
            mean = Math.max(mean, (sum + sumBefore) / n);
            sumBefore = sum;
            ends |= dark >= needed * n && 2 * first >= zone && 2 * last >= zone;
        }
        return new Edge((double) best / n, ends, darkest, least, mean, at);
    }

    private double usual(int[] sorted) {
        return page.isBridged()
                ? java.util.Arrays.stream(sorted).average().orElse(0)
                : sorted[(int) (PALER * sorted.length)];
    }

    private boolean isDark(boolean horizontal, int x, int y) {
        return page.lineInk(x, y, horizontal)
                || page.ridge(x, y, horizontal)
                || page.lineInk(horizontal ? x : x + 1, horizontal ? y + 1 : y, horizontal)
                || page.lineInk(horizontal ? x : x - 1, horizontal ? y - 1 : y, horizontal);
    }
}
