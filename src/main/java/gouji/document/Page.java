package gouji.document;

import java.util.List;

/**
 * One page as displayed.
 *
 * @param number from 1
 * @param widthPt width as displayed, rotation and crop box applied
 * @param heightPt height as displayed
 * @param glyphs the visible glyphs in painting order; hidden, white-on-white and off-page text is left out
 * @param rulings visible lines, in no particular order
 * @param pictures boxes of painted pictures
 * @param scans the pictures whose pixels a recogniser may want
 * @param readings what a recogniser read in the cells of its grids; empty on a born-digital page
 */
public record Page(
        int number,
        double widthPt,
        double heightPt,
        List<Glyph> glyphs,
        List<Ruling> rulings,
        List<Box> pictures,
        List<PagePicture> scans,
        List<CellReading> readings) {
    public Page {
        glyphs = List.copyOf(glyphs);
        rulings = List.copyOf(rulings);
        pictures = List.copyOf(pictures);
        scans = List.copyOf(scans);
        readings = List.copyOf(readings);
    }

    /** A page that nothing was recognised on. */
    public Page(
            int number, double widthPt, double heightPt, List<Glyph> glyphs, List<Ruling> rulings, List<Box> pictures) {
        this(number, widthPt, heightPt, glyphs, rulings, pictures, List.of(), List.of());
    }

    /** The same page with pictures whose pixels can be had. */
    public Page withScans(List<PagePicture> newScans) {
        return new Page(number, widthPt, heightPt, glyphs, rulings, pictures, newScans, readings);
    }
}
