package gouji.document.pdf;

/**
 * A glyph as painted, before it is known whether it can be seen.
 *
 * @param shape what it stands for
 * @param area its advance box
 * @param baseline see {@link gouji.document.Glyph}
 * @param sizePt see {@link gouji.document.Glyph}
 * @param angle see {@link gouji.document.Glyph}
 * @param font name of its font
 * @param rgb its colour
 * @param order place in the painting order of the page
 */
record Mark(Shape shape, Area area, double baseline, double sizePt, int angle, String font, int rgb, int order) {

    /** The middle half of the box each way, where the ink is: boxes of neighbours overlap, inks do not. */
    Area ink() {
        double dx = area.width() / 4;
        double dy = area.height() / 4;
        return new Area(area.x0() + dx, area.y0() + dy, area.x1() - dx, area.y1() - dy);
    }
}
