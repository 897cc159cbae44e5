package gouji.table;

import gouji.document.Box;
import gouji.document.Finding;
import gouji.document.Glyph;
import gouji.document.Page;
import gouji.document.Place;
import java.util.ArrayList;
import java.util.List;

/** Lines of words that were recognised with so low a score that a character of them is likely to be another. */
final class DoubtfulLines {
    static final String CODE = "LINE_IN_DOUBT";
    /** Of lines of scans below this every second holds a wrong character. */
    private static final double DOUBT = 0.6;

    private static final int LEAST_WORDS = 2;

    private DoubtfulLines() {}

    /** One finding for each such line of a page, in painting order. */
    static List<Finding> of(Page page) {
        List<Finding> findings = new ArrayList<>();
        List<Glyph> line = new ArrayList<>();
        for (Glyph glyph : page.glyphs()) {
            if (!line.isEmpty() && !continues(line.get(line.size() - 1), glyph)) {
                add(page, line, findings);
                line.clear();
            }
            if (glyph.score() < DOUBT) {
                line.add(glyph);
            }
        }
        add(page, line, findings);
        return findings;
    }

    private static boolean continues(Glyph a, Glyph b) {
        return a.score() == b.score() && a.baseline() == b.baseline();
    }

    private static void add(Page page, List<Glyph> line, List<Finding> findings) {
        StringBuilder text = new StringBuilder();
        line.forEach(g -> text.append(g.text()));
        if (text.codePoints().filter(Character::isIdeographic).count() < LEAST_WORDS) {
            return;
        }
        Box box = line.stream().map(Glyph::box).reduce(Box::union).orElseThrow();
        findings.add(Finding.info(
                CODE,
                "A character of “" + text + "” may be another: it was recognised with a score of "
                        + Math.round(100 * line.get(0).score()) + " of 100.",
                Place.onPage(page.number(), box)));
    }
}
