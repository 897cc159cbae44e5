package gouji.table;

import gouji.document.Glyph;
import gouji.document.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lines to paragraphs. A line ends a paragraph when it ends short of the right margin, or when the next is indented, of
 * another size, or further down than lines usually are.
 */
final class Paragraphs {
    private static final double SHORT_EM = 2;
    private static final double INDENT_EM = 1.4;
    private static final double OTHER_SIZE_PT = 0.6;
    private static final double WIDE_PITCH = 1.35;

    /** Edges of the text block on pages of one width. */
    private record Margins(double left, double right) {}

    private final Map<Long, Margins> margins = new HashMap<>();
    private final Map<Integer, Long> pageKeys = new HashMap<>();
    private final double usualPitchPt;

    Paragraphs(List<PageContent> pages, List<Piece> pieces) {
        for (PageContent page : pages) {
            pageKeys.put(page.page(), Math.round(page.widthPt()));
        }
        double body = bodySize(pieces);
        for (Piece piece : pieces) {
            if (piece instanceof Piece.Line line && Math.abs(line.text().sizePt() - body) < OTHER_SIZE_PT) {
                Margins one = new Margins(line.text().box().x0(), line.text().box().x1());
                margins.merge(pageKeys.get(line.page()), one, Paragraphs::wider);
            }
        }
        usualPitchPt = usualPitch(pieces, body);
    }

    private static Margins wider(Margins a, Margins b) {
        return new Margins(Math.min(a.left, b.left), Math.max(a.right, b.right));
    }

    /** The size in which most characters outside tables are set. */
    private static double bodySize(List<Piece> pieces) {
        Map<Long, Integer> counts = new HashMap<>();
        long best = 0;
        int most = 0;
        for (Piece piece : pieces) {
            if (piece instanceof Piece.Line line) {
                long size = Math.round(2 * line.text().sizePt());
                int count = counts.merge(size, line.text().text().length(), Integer::sum);
                if (count > most) {
                    most = count;
                    best = size;
                }
            }
        }
        return best / 2.0;
    }

    private static double usualPitch(List<Piece> pieces, double body) {
        double[] pitches = new double[pieces.size()];
        int count = 0;
        for (int i = 1; i < pieces.size(); i++) {
            if (pieces.get(i - 1) instanceof Piece.Line a
                    && pieces.get(i) instanceof Piece.Line b
                    && a.page() == b.page()
                    && Math.abs(a.text().sizePt() - body) < OTHER_SIZE_PT
                    && Math.abs(b.text().sizePt() - body) < OTHER_SIZE_PT) {
                double pitch = b.text().baseline() - a.text().baseline();
                if (pitch > 0.5 * body && pitch < 4 * body) {
                    pitches[count++] = pitch;
                }
            }
        }
        Arrays.sort(pitches, 0, count);
        return count == 0 ? Double.MAX_VALUE : pitches[count / 3];
    }

    /** The lines from {@code from} on that make one paragraph. */
    List<Piece.Line> paragraph(List<Piece> pieces, int from) {
        List<Piece.Line> lines = new ArrayList<>();
        for (int i = from; i < pieces.size() && pieces.get(i) instanceof Piece.Line line; i++) {
            if (!lines.isEmpty() && isEnd(lines.get(lines.size() - 1), line)) {
                break;
            }
            lines.add(line);
        }
        return lines;
    }

    private boolean isEnd(Piece.Line last, Piece.Line next) {
        TextLine a = last.text();
        TextLine b = next.text();
        double em = Math.max(a.sizePt(), b.sizePt());
        Margins here = margins.get(pageKeys.get(last.page()));
        Margins there = margins.get(pageKeys.get(next.page()));
        return Math.abs(a.sizePt() - b.sizePt()) > OTHER_SIZE_PT
                || here == null
                || there == null
                || isHeading(b.text()) && (isHeading(a.text()) || endsSentence(a.text()))
                || b.box().x0() > there.left() + INDENT_EM * em
                || here.right() - a.box().x1() > Math.max(SHORT_EM * em, firstWordPt(b))
                || last.page() == next.page() && !isNextLine(b.baseline() - a.baseline(), em);
    }

    /** Whether the line begins as a heading of a section does: {@code 一、} {@code （二）}. */
    private static boolean isHeading(String line) {
        return Script.beginsWithOrdinal(line) && !Script.isDigit(line.codePointAt(0)) && line.indexOf('。') < 0;
    }

    private static boolean endsSentence(String line) {
        return "。！？：；:;.".indexOf(line.charAt(line.length() - 1)) >= 0;
    }

    private boolean isNextLine(double pitchPt, double em) {
        return pitchPt <= WIDE_PITCH * usualPitchPt && pitchPt > 0.9 * em;
    }

    /** Width of the first word of a line that begins with Latin letters or digits, else 0. */
    private static double firstWordPt(TextLine line) {
        double from = line.box().x0();
        double to = from;
        for (Glyph g : line.glyphs()) {
            if (Ink.isBlank(g) || Script.isHan(g.text().codePointAt(0))) {
                break;
            }
            to = g.box().x1();
        }
        return to > from ? to - from + 0.5 * line.sizePt() : 0;
    }

    static Prose prose(List<Piece.Line> lines) {
        StringBuilder text = new StringBuilder();
        for (Piece.Line line : lines) {
            String next = line.text().text();
            if (text.length() > 0
                    && !Script.isHan(text.codePointBefore(text.length()))
                    && !Script.isHan(next.codePointAt(0))) {
                text.append(' ');
            }
            text.append(next);
        }
        Piece.Line first = lines.get(0);
        return new Prose(
                text.toString(),
                Place.onPage(first.page(), first.text().box()),
                first.text().sizePt());
    }
}
