package gouji.table;

import gouji.document.Box;
import gouji.document.Finding;
import gouji.document.Glyph;
import gouji.document.Page;
import gouji.document.Place;
import java.util.List;

/** Counts what a page prints against what was read of it: no character may be lost in silence. */
final class Ledger {
    private Ledger() {}

    /** Adds a finding where lines and cells hold fewer or more characters than the page. */
    static void check(Page page, PageContent content, List<Finding> findings) {
        int printed = 0;
        for (Glyph g : page.glyphs()) {
            printed += letters(g.text());
        }
        int read = 0;
        for (TextLine line : content.lines()) {
            read += letters(line.text());
        }
        for (Part part : content.parts()) {
            for (Cell cell : part.cells()) {
                read += letters(cell.text());
            }
        }
        if (read != printed) {
            findings.add(Finding.warning(
                    "GLYPHS_LEFT_OVER",
                    "Page " + page.number() + " prints " + printed + " characters, " + read
                            + " of them are in lines and cells: compare the page with what was read.",
                    Place.onPage(page.number(), new Box(0, 0, page.widthPt(), page.heightPt()))));
        }
    }

    private static int letters(String text) {
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            count += Script.isSpace(text.charAt(i)) ? 0 : 1;
        }
        return count;
    }
}
