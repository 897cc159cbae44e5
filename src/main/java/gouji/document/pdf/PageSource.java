package gouji.document.pdf;

import org.apache.pdfbox.cos.COSDictionary;

/**
 * One page before it is read, with what it inherits from the page tree.
 *
 * @param page the page's dictionary
 * @param resources its own or inherited resources, possibly empty
 * @param x0 left edge of the crop box in the page's own space (y upwards), points
 * @param y0 lower edge
 * @param x1 right edge
 * @param y1 upper edge
 * @param rotation 0, 90, 180 or 270 degrees clockwise
 */
record PageSource(
        COSDictionary page, COSDictionary resources, double x0, double y0, double x1, double y1, int rotation) {
    private boolean lies() {
        return rotation == 90 || rotation == 270;
    }

    double widthPt() {
        return lies() ? y1 - y0 : x1 - x0;
    }

    double heightPt() {
        return lies() ? x1 - x0 : y1 - y0;
    }

    /** From the page's own space to the page as displayed: origin top left, y downwards. */
    Transform toDisplay() {
        return switch (rotation) {
            case 90 -> new Transform(0, 1, 1, 0, -y0, -x0);
            case 180 -> new Transform(-1, 0, 0, 1, x1, -y0);
            case 270 -> new Transform(0, -1, -1, 0, y1, x1);
            default -> new Transform(1, 0, 0, -1, -x0, y1);
        };
    }
}
