package gouji.table;

import gouji.document.Glyph;
import java.util.List;

/** The text of a cell: its lines joined as a reader joins them. */
final class CellText {
    private final LineFinder finder;

    CellText(Tolerances near) {
        this.finder = new LineFinder(near);
    }

    /** @param widthPt width of the cell: a line of digits that fills it goes on in the next line */
    String of(List<Glyph> glyphs, double widthPt) {
        if (glyphs.isEmpty()) {
            return "";
        }
        String text = "";
        TextLine last = null;
        for (TextLine line : finder.lines(glyphs)) {
            text = last != null && isWrappedFigure(last, line, widthPt)
                    ? text + line.text()
                    : TextLine.joined(text, line.text());
            last = line;
        }
        return text;
    }

    private static boolean isWrappedFigure(TextLine first, TextLine second, double widthPt) {
        return Script.isFigure(first.text())
                && Script.isFigure(second.text())
                && Script.isDigit(second.text().codePointAt(0))
                && first.box().widthPt() + 1.2 * first.sizePt() > widthPt
                && second.box().widthPt() < first.box().widthPt() + 0.1;
    }
}
