package gouji.document.ocr;

/** The edge of a picture that goes through a table: of the cells there nobody knows how much is missing. */
final class PictureEdge {
    private static final double NEAR_IN = 0.03;
    /** Print this near to the edge may go on beyond it: half a digit. */
    private static final double DIGIT_IN = 0.06;
    /** Share of a cell's height along which a line is seen where there is one. */
    private static final double RULED = 0.6;
    /** Share of the print's darkness from which on a pixel may be of a line. */
    private static final double DARK = 0.3;

    private static final int SAMPLES = 20;

    private PictureEdge() {}

    /** Whether the cell ends with the picture at its left or right, without a line there. */
    static boolean cuts(Sheet page, Quad cell) {
        double near = Math.max(3, NEAR_IN * page.dpi());
        double left = Math.min(cell.ax(), cell.dx());
        double right = Math.max(cell.bx(), cell.cx());
        int last = page.given().width() - 1;
        return left <= near && !isRuled(page, cell, 0, (int) Math.ceil(left + near))
                || right >= last - near && !isRuled(page, cell, (int) Math.floor(right - near), last);
    }

    /** Whether print of a cell that the edge cuts may go on beyond it. */
    static boolean mayGoOn(Blob print, Patch cell, double dpi) {
        double digit = DIGIT_IN * dpi;
        return print.x0() < digit || print.x1() > cell.width - digit;
    }

    private static boolean isRuled(Sheet page, Quad cell, int x0, int x1) {
        int dark = 0;
        for (int i = 0; i < SAMPLES; i++) {
            int y = (int) Math.round(cell.y(0.5, (i + 0.5) / SAMPLES));
            dark += y >= 0 && y < page.given().height() && isDark(page, x0, x1, y) ? 1 : 0;
        }
        return dark >= RULED * SAMPLES;
    }

    private static boolean isDark(Sheet page, int x0, int x1, int y) {
        for (int x = Math.max(0, x0); x <= Math.min(page.given().width() - 1, x1); x++) {
            double paper = page.tone().paper(x, y);
            if (paper - page.given().at(x, y) > DARK * page.tone().print()) {
                return true;
            }
        }
        return false;
    }
}
