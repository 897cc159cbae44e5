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
 */
public record Page(
        int number, double widthPt, double heightPt, List<Glyph> glyphs, List<Ruling> rulings, List<Box> pictures) {
    public Page {
        glyphs = List.copyOf(glyphs);
        rulings = List.copyOf(rulings);
        pictures = List.copyOf(pictures);
    }
}
