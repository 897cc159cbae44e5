package tablegen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The measures of one table: column edges, row heights, and the lines of its cells. */
final class Typeset {
    private static final double PITCH = 1.2;
    private static final double LEAST_PT = 4;

    final TableModel model;
    final double[] xs;
    final double[] heights;
    private final Face face;
    private final Look look;
    private final double size;

    /** @throws IllegalArgumentException where the table is too wide for the width even in the smallest type */
    Typeset(TableModel model, Face face, Look look, double left, double width) {
        this.model = model;
        this.face = face;
        this.look = look;
        double s = look.sizePt();
        double[] widths = widths(s);
        while (Arrays.stream(widths).sum() > width) {
            s *= 0.93;
            if (s < LEAST_PT) {
                throw new IllegalArgumentException("too wide: " + model.columns() + " columns in " + width + " points");
            }
            widths = widths(s);
        }
        this.size = s;
        double spare = width - Arrays.stream(widths).sum();
        this.xs = new double[model.columns() + 1];
        xs[0] = left;
        for (int c = 0; c < model.columns(); c++) {
            xs[c + 1] = xs[c] + widths[c] + spare / model.columns();
        }
        this.heights = heights();
    }

    private double[] widths(double s) {
        double[] widths = new double[model.columns()];
        for (Field f : model.fields()) {
            double least = leastWidth(f, s);
            double has = 0;
            for (int c = f.column(); c < f.endColumn(); c++) {
                has += widths[c];
            }
            if (f.columnSpan() == 1) {
                widths[f.column()] = Math.max(widths[f.column()], least);
            } else if (has < least) {
                for (int c = f.column(); c < f.endColumn(); c++) {
                    widths[c] += (least - has) / f.columnSpan();
                }
            }
        }
        return widths;
    }

    private double leastWidth(Field f, double s) {
        double em = f.kind() == Field.Kind.VALUE
                ? face.widthEm(f.text())
                : Math.max(
                        Wrap.widestTokenEm(f.text(), face),
                        Math.min(face.widthEm(f.text()), f.kind() == Field.Kind.STUB ? 6 : 2));
        return em * s + 2 * look.padPt() + 1;
    }

    private double[] heights() {
        double[] h = new double[model.rows()];
        Arrays.fill(h, size * PITCH + 2 * look.padPt() + look.looseRowsPt());
        for (int span = 1; span <= model.rows(); span++) {
            for (Field f : model.fields()) {
                if (f.rowSpan() == span) {
                    stretch(h, f);
                }
            }
        }
        return h;
    }

    private void stretch(double[] h, Field f) {
        double wanted = linesOf(f.text(), widthOf(f), size).size() * size * PITCH + 2 * look.padPt();
        double has = heightOf(f.row(), f.endRow(), h);
        for (int r = f.row(); has < wanted && r < f.endRow(); r++) {
            h[r] += (wanted - has) / f.rowSpan();
        }
    }

    private static double heightOf(int from, int to, double[] h) {
        return Arrays.stream(h, from, to).sum();
    }

    double heightOf(int from, int to) {
        return heightOf(from, to, heights);
    }

    private double widthOf(Field f) {
        return xs[f.endColumn()] - xs[f.column()];
    }

    private List<String> linesOf(String text, double width, double s) {
        return Wrap.lines(text, face, (width - 2 * look.padPt()) / s);
    }

    /** The size in which the text fits into a part of its cell, not more than the table's own. */
    double fittingSize(Field f, String text, double height) {
        double s = size;
        while (linesOf(text, widthOf(f), s).size() * s * PITCH > height - 1 && s > 1) {
            s *= 0.95;
        }
        return s;
    }

    double size() {
        return size;
    }

    /** A cell, or the part of it between two heights, with text in it. */
    Sheet.Cell cell(Field f, String text, double top, double foot) {
        double s = fittingSize(f, text, foot - top);
        List<String> lines = linesOf(text, widthOf(f), s);
        double left = xs[f.column()];
        double right = xs[f.endColumn()];
        double block = lines.size() * s * PITCH;
        double y = look.top() && block + 2 * look.padPt() < foot - top ? top + look.padPt() : (top + foot - block) / 2;
        List<Sheet.Line> placed = new ArrayList<>();
        for (String line : lines) {
            double wide = face.widthEm(line) * s;
            double x = switch (align(f)) {
                case LEFT -> left + look.padPt();
                case RIGHT -> right - look.padPt() - wide;
                case CENTRE -> (left + right - wide) / 2;
            };
            placed.add(new Sheet.Line(x, y + 0.9 * s, s, line));
            y += s * PITCH;
        }
        return new Sheet.Cell(left, top, right, foot, f.kind() == Field.Kind.HEADER, placed);
    }

    private Look.Align align(Field f) {
        return switch (f.kind()) {
            case HEADER -> Look.Align.CENTRE;
            case STUB -> look.stubs();
            case VALUE -> look.values();
        };
    }
}
