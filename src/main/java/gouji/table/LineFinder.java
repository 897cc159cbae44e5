package gouji.table;

import gouji.document.Box;
import gouji.document.Glyph;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Glyphs to lines of text. */
final class LineFinder {
    private static final Comparator<Glyph> BY_LEFT =
            Comparator.comparingDouble(g -> g.box().x0());
    private static final Comparator<Glyph> BY_TOP =
            Comparator.comparingDouble(g -> g.box().y0());

    private final Tolerances near;

    LineFinder(Tolerances near) {
        this.near = near;
    }

    /** The lines in reading order; turned glyphs after the upright ones. */
    List<TextLine> lines(List<Glyph> glyphs) {
        List<TextLine> lines = new ArrayList<>();
        for (int angle = 0; angle < 360; angle += 90) {
            addLines(written(glyphs, angle), angle, lines);
        }
        return lines;
    }

    private static List<Glyph> written(List<Glyph> glyphs, int angle) {
        List<Glyph> some = new ArrayList<>();
        for (Glyph g : glyphs) {
            if (g.angle() == angle) {
                some.add(g);
            }
        }
        return some;
    }

    /** Lines go down the page; those of text turned clockwise go to the left, the other way round to the right. */
    private void addLines(List<Glyph> glyphs, int angle, List<TextLine> lines) {
        if (glyphs.isEmpty()) {
            return;
        }
        Comparator<Glyph> byLine = Comparator.comparingDouble(Glyph::baseline);
        glyphs.sort(angle == 90 || angle == 180 ? byLine.reversed() : byLine);
        List<Glyph> line = new ArrayList<>();
        double baseline = 0;
        double size = 0;
        for (Glyph g : glyphs) {
            double apart = Math.abs(g.baseline() - baseline);
            if (!line.isEmpty() && apart > near.sameLineEm() * Math.max(size, g.sizePt())) {
                addLine(line, angle, lines);
                line = new ArrayList<>();
                size = 0;
            }
            if (line.isEmpty() || !Ink.isBlank(g) && g.sizePt() > size) {
                baseline = g.baseline();
                size = g.sizePt();
            }
            line.add(g);
        }
        addLine(line, angle, lines);
    }

    private void addLine(List<Glyph> line, int angle, List<TextLine> lines) {
        Comparator<Glyph> along = angle == 90 || angle == 270 ? BY_TOP : BY_LEFT;
        line.sort(angle == 180 || angle == 270 ? along.reversed() : along);
        String text = text(line, angle);
        if (!text.isEmpty()) {
            lines.add(new TextLine(line, text, inkBox(line), mainBaseline(line), mainSize(line)));
        }
    }

    private String text(List<Glyph> line, int angle) {
        StringBuilder out = new StringBuilder();
        Glyph last = null;
        boolean space = false;
        for (Glyph g : line) {
            if (Ink.isBlank(g)) {
                space = true;
                continue;
            }
            if (last != null && (space ? !isKerned(last, g, angle) : isGap(last, g, angle))) {
                out.append(' ');
            }
            out.append(g.text());
            last = g;
            space = false;
        }
        return out.toString();
    }

    /** A blank glyph lies there, but the two stand together: the blank was painted over, or has no width. */
    private static boolean isKerned(Glyph left, Glyph right, int angle) {
        return gapPt(left, right, angle) < 0.05 * right.sizePt();
    }

    private boolean isGap(Glyph left, Glyph right, int angle) {
        int a = left.text().codePointBefore(left.text().length());
        int b = right.text().codePointAt(0);
        double em = Math.max(left.sizePt(), right.sizePt());
        double wide = Script.isHan(a) || Script.isHan(b)
                ? near.hanGapEm()
                : Script.isOfFigure(a) && Script.isOfFigure(b) ? near.numberGapEm() : near.wordGapEm();
        return gapPt(left, right, angle) >= wide * em;
    }

    private static double gapPt(Glyph left, Glyph right, int angle) {
        return switch (angle) {
            case 90 -> right.box().y0() - left.box().y1();
            case 180 -> left.box().x0() - right.box().x1();
            case 270 -> left.box().y0() - right.box().y1();
            default -> right.box().x0() - left.box().x1();
        };
    }

    private static Box inkBox(List<Glyph> line) {
        List<Glyph> ink = new ArrayList<>(line.size());
        for (Glyph g : line) {
            if (!Ink.isBlank(g)) {
                ink.add(g);
            }
        }
        return Ink.around(ink);
    }

    /** The size that most glyphs have (Boyer-Moore majority vote; without a majority some size that occurs often). */
    private static double mainSize(List<Glyph> line) {
        double size = 0;
        int votes = 0;
        for (Glyph g : line) {
            if (Ink.isBlank(g)) {
                continue;
            }
            if (votes == 0) {
                size = g.sizePt();
            }
            votes += Math.abs(g.sizePt() - size) < 0.1 ? 1 : -1;
        }
        return size;
    }

    private static double mainBaseline(List<Glyph> line) {
        Glyph largest = line.get(0);
        for (Glyph g : line) {
            if (!Ink.isBlank(g) && g.sizePt() > largest.sizePt()) {
                largest = g;
            }
        }
        return largest.baseline();
    }
}
