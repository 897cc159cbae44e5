package gouji.document.ocr;

import java.util.Arrays;

/** How much darker the edges of a table are than the paper beside them. */
final class PaperBeside {
    private static final double PAPER_IN = 0.02;

    private final Darkness page;
    private final FoundGrid shape;

    PaperBeside(Darkness page, FoundGrid shape) {
        this.page = page;
        this.shape = shape;
    }

    /**
     * How much darker than the paper beside it an edge is, two neighbouring rows of pixels together.
     *
     * @param share of its places that are at least so dark
     */
    double contrast(boolean horizontal, double level, double from, double to, double share) {
        double margin = Math.min((to - from) / 5, EdgeSight.END_IN * page.dpi());
        int n = (int) Math.max(6, to - from - 2 * margin);
        int[] paper = paper(horizontal, level, from + margin, to - margin, n, 1);
        double[] dark = new double[n];
        for (int i = 0; i < n; i++) {
            double s = from + margin + (to - from - 2 * margin) * i / (n - 1);
            int middle = paper[i] - grey(horizontal, s, level, 0);
            int beside = paper[i] - Math.min(grey(horizontal, s, level, -1), grey(horizontal, s, level, 1));
            dark[i] = Math.max(0, middle) + Math.max(0, beside);
        }
        Arrays.sort(dark);
        return dark[(int) ((1 - share) * (n - 1))];
    }

    /** The brightest pixel across each of n places along an edge: print close by darkens the mean around a line, not this. */
    int[] paper(boolean horizontal, double level, double from, double to, int n, int reach) {
        int far = reach + page.px(PAPER_IN);
        int[] paper = new int[n];
        for (int i = 0; i < n; i++) {
            for (int o = -far; o <= far; o++) {
                paper[i] = Math.max(paper[i], grey(horizontal, from + (to - from) * i / (n - 1), level, o));
            }
        }
        return paper;
    }

    int grey(boolean horizontal, double along, double level, int offset) {
        double[] p = horizontal ? shape.toPicture(along, level) : shape.toPicture(level, along);
        return page.grey(
                (int) Math.round(p[0]) + (horizontal ? 0 : offset), (int) Math.round(p[1]) + (horizontal ? offset : 0));
    }
}
