package gouji.document;

import java.util.Objects;

/**
 * One visible glyph of a page, in the order in which the page paints it.
 *
 * @param text the Unicode text of the glyph, as the source maps it (usually one character; never empty)
 * @param box the glyph's advance box: baseline minus ascent to baseline plus descent, in points
 * @param baseline y of the baseline for upright text (x of it for text turned by 90 or 270 degrees)
 * @param sizePt the font size as displayed
 * @param angle direction of writing as displayed: 0, 90, 180 or 270 degrees clockwise
 * @param font name of the font, or the empty string
 * @param score 0 to 1: least probability of a character of the line it was recognised in; 1 where it is printed as text
 */
public record Glyph(String text, Box box, double baseline, double sizePt, int angle, String font, double score) {
    /** Font of glyphs that were recognised in a picture. */
    public static final String RECOGNISED = "recognised";

    public Glyph {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(box, "box");
        Objects.requireNonNull(font, "font");
    }

    /** A glyph that nobody had to recognise. */
    public Glyph(String text, Box box, double baseline, double sizePt, int angle, String font) {
        this(text, box, baseline, sizePt, angle, font, 1);
    }

    public boolean isRecognised() {
        return font.equals(RECOGNISED);
    }
}
