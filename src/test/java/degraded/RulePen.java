package degraded;

import degraded.Form.FormCell;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Random;

/** Draws the lines of a table. */
final class RulePen {
    private static final Color FILL = new Color(68, 114, 196);

    private final Graphics2D g;
    private final Rules rules;
    private final Random random;

    RulePen(Graphics2D g, Rules rules, Random random) {
        this.g = g;
        this.rules = rules;
        this.random = random;
    }

    void draw(Form form, double[] xs, double[] ys) {
        Color[] inks = {new Color(200, 30, 40), new Color(30, 70, 190)};
        g.setColor(
                rules.style() == Rules.Style.COLOURED
                        ? inks[random.nextInt(inks.length)]
                        : new Color(rules.grey(), rules.grey(), rules.grey()));
        frame(xs, ys);
        g.setStroke(stroke());
        int rows = ys.length - 1;
        int columns = xs.length - 1;
        int[][] owner = owners(form, rows, columns);
        for (int r = 0; r <= rows; r++) {
            int from = -1;
            for (int c = 0; c <= columns; c++) {
                boolean edge = c < columns && (r == 0 || r == rows || owner[r - 1][c] != owner[r][c]);
                boolean lost = edge && r > 0 && r < rows && random.nextDouble() < rules.lost();
                if (edge && !lost) {
                    from = from < 0 ? c : from;
                } else if (from >= 0) {
                    line(xs[from], ys[r], xs[c], ys[r]);
                    from = -1;
                }
            }
        }
        for (int c = 0; c <= columns; c++) {
            boolean end = c == 0 || c == columns;
            int from = -1;
            for (int r = 0; r <= rows; r++) {
                boolean edge = r < rows && (end ? !rules.open() : owner[r][c - 1] != owner[r][c]);
                boolean lost = edge && !end && random.nextDouble() < rules.lost();
                if (edge && !lost) {
                    from = from < 0 ? r : from;
                } else if (from >= 0) {
                    line(xs[c], ys[from], xs[c], ys[r]);
                    from = -1;
                }
            }
        }
    }

    /** The sides that some tables have besides or in place of usual ones. */
    private void frame(double[] xs, double[] ys) {
        double width = xs[xs.length - 1] - xs[0];
        double height = ys[ys.length - 1] - ys[0];
        Rectangle2D sides = new Rectangle2D.Double(xs[0], ys[0], width, height);
        switch (rules.style()) {
            case THICK_FRAME -> g.setStroke(new BasicStroke(2f));
            case WHOLE_FRAME -> g.setStroke(new BasicStroke(0.8f));
            case DOUBLE_FRAME -> {
                g.setStroke(new BasicStroke(0.6f));
                sides.setRect(xs[0] - 2, ys[0] - 2, width + 4, height + 4);
            }
            default -> sides = null;
        }
        if (sides != null) {
            g.draw(sides);
        }
    }

    /** Grey behind the headings, even or of dots; before anything is printed on it. */
    void shade(Form form, double[] xs, double[] ys) {
        int figures = firstFigures(form);
        if (rules.style() == Rules.Style.FILLED) {
            g.setColor(FILL);
            g.fill(new Rectangle2D.Double(xs[0], ys[0], xs[xs.length - 1] - xs[0], ys[figures] - ys[0]));
        }
        if (rules.style() != Rules.Style.SHADED) {
            return;
        }
        boolean dots = random.nextBoolean();
        g.setColor(dots ? new Color(120, 120, 120) : new Color(217, 217, 217));
        for (double y = ys[0]; y < ys[figures]; y += 1.5) {
            for (double x = xs[0]; dots && x < xs[xs.length - 1]; x += 1.5) {
                g.fill(new Rectangle2D.Double(x, y, 0.5, 0.5));
            }
        }
        if (!dots) {
            g.fill(new Rectangle2D.Double(xs[0], ys[0], xs[xs.length - 1] - xs[0], ys[figures] - ys[0]));
        }
    }

    /** The first row that holds figures. */
    static int firstFigures(Form form) {
        return form.cells().stream()
                .filter(FormCell::figure)
                .mapToInt(FormCell::row0)
                .min()
                .orElse(0);
    }

    private BasicStroke stroke() {
        float width = (float) rules.widthPt();
        if (rules.dash() == 0) {
            return new BasicStroke(width, BasicStroke.CAP_SQUARE, BasicStroke.JOIN_MITER);
        }
        float[] dash = {(float) rules.dash(), (float) rules.dash()};
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, dash, 0);
    }

    private static int[][] owners(Form form, int rows, int columns) {
        int[][] owner = new int[rows][columns];
        for (int i = 0; i < form.cells().size(); i++) {
            FormCell cell = form.cells().get(i);
            for (int r = cell.row0(); r < cell.row1(); r++) {
                java.util.Arrays.fill(owner[r], cell.column0(), cell.column1(), i);
            }
        }
        return owner;
    }

    private void line(double x0, double y0, double x1, double y1) {
        double length = Math.hypot(x1 - x0, y1 - y0);
        if (rules.gapShare() == 0 || length < 1) {
            g.draw(new Line2D.Double(x0, y0, x1, y1));
            return;
        }
        double at = 0;
        while (at < length) {
            double drawn = Math.min(length - at, 12 + random.nextDouble() * 40);
            double a = at / length;
            double b = (at + drawn) / length;
            g.draw(new Line2D.Double(x0 + a * (x1 - x0), y0 + a * (y1 - y0), x0 + b * (x1 - x0), y0 + b * (y1 - y0)));
            at += drawn + 2 * rules.gapShare() * 32 * random.nextDouble();
        }
    }
}
