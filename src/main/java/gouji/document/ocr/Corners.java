package gouji.document.ocr;

/**
 * Lines inside a table of rectangular cells never end in the open and never just turn a corner: where they do, a stretch of
 * line was lost. Put back is the one that mends the most such places and crosses no print.
 */
final class Corners {
    private static final int MOST = 60;

    private final FoundGrid grid;
    private final boolean[][] across;
    private final boolean[][] down;
    private final EdgeSight sight;
    private final CellSplit split;

    private Corners(FoundGrid grid, boolean[][] across, boolean[][] down, EdgeSight sight) {
        this.grid = grid;
        this.across = across;
        this.down = down;
        this.sight = sight;
        this.split = new CellSplit(grid, across, down, sight);
    }

    /**
     * @param across [row level][column step], changed in place
     * @param down [column level][row step], changed in place
     */
    static void mend(FoundGrid grid, boolean[][] across, boolean[][] down, EdgeSight sight) {
        Corners corners = new Corners(grid, across, down, sight);
        int mended = 0;
        while (mended < MOST && corners.mendOne()) {
            mended++;
        }
    }

    private boolean mendOne() {
        int[] best = new int[3];
        int most = 0;
        for (int side = 0; side < 2; side++) {
            boolean[][] edges = side == 0 ? across : down;
            for (int i = 1; i + 1 < edges.length; i++) {
                for (int s = 0; s < edges[i].length; s++) {
                    int gain = edges[i][s] ? 0 : gain(side == 0, i, s);
                    if (gain > most && isClear(side == 0, i, s)) {
                        most = gain;
                        best = new int[] {side, i, s};
                    }
                }
            }
        }
        if (most > 0) {
            (best[0] == 0 ? across : down)[best[1]][best[2]] = true;
            split.changed();
        }
        return most > 0;
    }

    /** Whether no print lies there, and none is cut off from its cell. */
    private boolean isClear(boolean horizontal, int level, int step) {
        double[] levels = horizontal ? grid.ys() : grid.xs();
        double[] steps = horizontal ? grid.xs() : grid.ys();
        return sight.isClear(horizontal, levels[level], steps[step], steps[step + 1])
                && !split.spoils(horizontal, level, step);
    }

    /** Impossible places before, less those after the stretch is put back. */
    private int gain(boolean horizontal, int level, int step) {
        boolean[][] edges = horizontal ? across : down;
        int before = wrongEnds(horizontal, level, step);
        edges[level][step] = true;
        int after = wrongEnds(horizontal, level, step);
        edges[level][step] = false;
        return before - after;
    }

    private int wrongEnds(boolean horizontal, int level, int step) {
        int wrong = 0;
        for (int end = step; end <= step + 1; end++) {
            wrong += horizontal ? wrong(level, end) : wrong(end, level);
        }
        return wrong;
    }

    /** Whether at an inner crossing a line ends in the open or turns. */
    private int wrong(int row, int column) {
        if (row == 0 || column == 0 || row == across.length - 1 || column == down.length - 1) {
            return 0;
        }
        boolean left = across[row][column - 1];
        boolean right = across[row][column];
        boolean up = down[column][row - 1];
        boolean low = down[column][row];
        int lines = (left ? 1 : 0) + (right ? 1 : 0) + (up ? 1 : 0) + (low ? 1 : 0);
        return lines == 1 || lines == 2 && left != right ? 1 : 0;
    }
}
