package gouji.document.ocr;

import gouji.document.Raster;

/**
 * A line of print of a cell, to be cut out of its page with some room around it. Where print stands close to a border the room
 * reaches over it: the border goes, it would be read as a 1.
 *
 * @param quad the line with its room, in pixels of the page
 * @param cell the part of it, in shares, that lies within the cell
 * @param paper grey of the cell's paper
 * @param dark grey of its darkest print
 */
record LineCut(Quad quad, Shares cell, double paper, double dark) {
    private static final double TOP_EM = 0.15;
    private static final double LEAST_LINE_IN = 0.075;
    /** Share of the way from paper to print from which a pixel may be of a border. */
    private static final double FAINT = 0.12;
    /** The same for print. */
    private static final double PRINT = 0.5;
    /** Share of its pixels by which a column is known as a border's. */
    private static final double WHOLE = 0.95;

    /** Shares of width and height, from the left and the top; below 0 and above 1 outside. */
    record Shares(double x0, double y0, double x1, double y1) {}

    /**
     * @param inner the cell within its borders
     * @param patch the cell as it was cut out of the page
     * @param line bounds of the line in it
     * @param sideEm room at its sides, in heights of the line
     */
    static LineCut of(Quad inner, Patch patch, Blob line, CellInk ink, double dpi, double sideEm) {
        double height = Math.max(line.height(), LEAST_LINE_IN * dpi);
        double middle = (line.y0() + line.y1()) / 2.0;
        double half = height / 2 + TOP_EM * height;
        double side = sideEm * height;
        Shares cut = new Shares(
                (line.x0() - side) / patch.width,
                (middle - half) / patch.height,
                (line.x1() + side) / patch.width,
                (middle + half) / patch.height);
        double width = cut.x1() - cut.x0();
        double tall = cut.y1() - cut.y0();
        Shares cell = new Shares(-cut.x0() / width, -cut.y0() / tall, (1 - cut.x0()) / width, (1 - cut.y0()) / tall);
        return new LineCut(
                inner.part(cut.x0(), cut.y0(), cut.x1(), cut.y1()), cell, ink.paper(), ink.paper() - ink.depth());
    }

    /** Cut out of the page at the given height, in pixels, without borders. */
    Patch of(Raster page, int height) {
        Patch cut = Patch.line(page, quad, height);
        int left = border(cut, true, 0, (int) Math.round(cell.x0() * cut.width), 1);
        int right = border(cut, true, cut.width - 1, (int) Math.round(cell.x1() * cut.width) - 1, -1);
        int top = border(cut, false, 0, (int) Math.round(cell.y0() * cut.height), 1);
        int low = border(cut, false, cut.height - 1, (int) Math.round(cell.y1() * cut.height) - 1, -1);
        return left < 0 && top < 0 && right >= cut.width && low >= cut.height
                ? cut
                : cut.within(left + 1, top + 1, right, low, (float) paper);
    }

    /** Whether paper lies between the print and a border seen at that side: the print is whole, however close it stands. */
    boolean isApart(Raster page, int height, boolean left) {
        Patch cut = Patch.line(page, quad, height);
        int end = left ? 0 : cut.width - 1;
        int step = left ? 1 : -1;
        int cellBegins = (int) Math.round((left ? cell.x0() : cell.x1()) * cut.width) - (left ? 0 : 1);
        int border = border(cut, true, end, cellBegins, step);
        return border != end - step && dark(cut, true, border + step, PRINT) == 0;
    }

    /** The innermost column (row) of a border, going from an end of the cut to where the cell begins; outside it if there is none. */
    private int border(Patch cut, boolean column, int end, int cellBegins, int step) {
        int innermost = end - step;
        for (int i = end; step * (cellBegins - i) > 0; i += step) {
            innermost = isBorder(cut, column, i) ? i : innermost;
        }
        return innermost;
    }

    private boolean isBorder(Patch cut, boolean column, int at) {
        return dark(cut, column, at, FAINT) >= WHOLE * (column ? cut.height : cut.width);
    }

    /** Pixels of a column (row) that are darker than a share of the way from paper to print. */
    private int dark(Patch cut, boolean column, int at, double share) {
        double least = paper - share * (paper - dark);
        int seen = 0;
        for (int i = 0; i < (column ? cut.height : cut.width); i++) {
            seen += (column ? cut.at(at, i) : cut.at(i, at)) < least ? 1 : 0;
        }
        return seen;
    }
}
