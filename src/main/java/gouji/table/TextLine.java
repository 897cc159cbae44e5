package gouji.table;

import gouji.document.Box;
import gouji.document.Glyph;
import java.util.List;

/**
 * Glyphs on one baseline in reading order.
 *
 * @param glyphs at least one that is not blank; in reading order
 * @param text with the spaces that are seen, none at the ends
 * @param box around the glyphs that are not blank
 * @param baseline y of the baseline (x for turned text)
 * @param sizePt size of most of the glyphs
 */
record TextLine(List<Glyph> glyphs, String text, Box box, double baseline, double sizePt) {

    /** The text of two pieces that follow each other: no space where either side is Han. */
    static String joined(String first, String second) {
        if (first.isEmpty() || second.isEmpty()) {
            return first + second;
        }
        int left = first.codePointBefore(first.length());
        int right = second.codePointAt(0);
        boolean tight = Script.isHan(left) || Script.isHan(right);
        return tight ? first + second : first + " " + second;
    }
}
