package gouji.document.ocr;

import java.util.Arrays;

/** How much darker the edges of a table are than the paper beside them. */
final class PaperBeside {
    private static final double PAPER_IN = 0.02;

    private final Darkness page;

    PaperBeside(Darkness page) {
        this.page = page;
    }

    /**
     * How much darker than the paper beside it an edge is, two neighbouring rows of pixels together.
     *
     * @param share of its places that are at least so dark
     */
    double contrast(EdgePath path, double share) {
        int n = path.length();
        int[] paper = paper(path, 1);
        int[] dark = new int[n];
        for (int i = 0; i < n; i++) {
            int neighbour = Math.min(grey(path, i, -1), grey(path, i, 1));
            dark[i] = Math.max(0, paper[i] - grey(path, i, 0)) + Math.max(0, paper[i] - neighbour);
        }
        Arrays.sort(dark);
        return dark[(int) ((1 - share) * (n - 1))];
    }

    /**
     * The brightest pixel across each place of an edge: print close by darkens the mean around a line, not this.
     *
     * @param reach pixels that the line itself may lie beside the path
     */
    int[] paper(EdgePath path, int reach) {
        int far = reach + page.px(PAPER_IN);
        int[] paper = new int[path.length()];
        for (int i = 0; i < paper.length; i++) {
            for (int o = -far; o <= far; o++) {
                paper[i] = Math.max(paper[i], grey(path, i, o));
            }
        }
        return paper;
    }

    private int grey(EdgePath path, int i, int across) {
        return page.grey(path.x(i, across), path.y(i, across));
    }
}
