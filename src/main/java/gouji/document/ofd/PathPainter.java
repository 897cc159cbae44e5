package gouji.document.ofd;

import gouji.document.Box;
import gouji.document.Ruling;
import gouji.source.Reason;
import gouji.source.UnreadableException;
import java.util.ArrayList;
import java.util.List;

/** Paints the straight lines and thin areas of one path (clause 9.1, AbbreviatedData). */
final class PathPainter {
    /** Largest drift from straight across or straight down, in points. */
    private static final double STRAIGHT_PT = 0.6;
    /** An area not thicker than this is meant as a line, in points. */
    private static final double THIN_PT = 3;
    /** Shorter lines are dots, in points. */
    private static final double SHORTEST_PT = 1;

    private static final int MAX_WORDS = 500_000;

    private final Canvas canvas;
    private final Transform transform;
    private final double widthPt;
    /** Corners in points, one list for each figure that is begun anew. */
    private final List<List<double[]>> figures = new ArrayList<>();

    PathPainter(Canvas canvas, Transform transform, double lineWidthMm) {
        this.canvas = canvas;
        this.transform = transform;
        this.widthPt = lineWidthMm * transform.heightScale() * Canvas.POINTS_PER_MM;
    }

    void paint(String data, boolean stroke, boolean fill, boolean whiteFill) throws UnreadableException {
        read(data);
        for (List<double[]> figure : figures) {
            if (fill) {
                area(figure, whiteFill);
            }
            if (stroke) {
                lines(figure);
            }
        }
    }

    /** S and M begin a figure, L is a line, Q, B and A are curves (their end points are kept), C closes. */
    private void read(String data) throws UnreadableException {
        String[] words = data.strip().split("[\\s,]+");
        if (words.length > MAX_WORDS) {
            throw new UnreadableException(Reason.LIMIT_OPERATORS);
        }
        int w = 0;
        while (w < words.length) {
            String operator = words[w++];
            int operands = operands(operator);
            if (operands < 0 || w + operands > words.length) {
                continue;
            }
            double[] n = new double[operands];
            for (int i = 0; i < operands; i++) {
                n[i] = Numbers.of(words[w++]).orElse(0.0);
            }
            step(operator, n);
        }
    }

    private static int operands(String operator) {
        return switch (operator) {
            case "S", "M", "L" -> 2;
            case "Q" -> 4;
            case "B" -> 6;
            case "A" -> 7;
            case "C" -> 0;
            default -> -1;
        };
    }

    private void step(String operator, double[] n) {
        switch (operator) {
            case "S", "M" -> {
                figures.add(new ArrayList<>());
                corner(n[0], n[1], false);
            }
            case "C" -> {
                if (!figures.isEmpty() && !current().isEmpty()) {
                    double[] first = current().get(0);
                    current().add(new double[] {first[0], first[1], 0});
                }
            }
            default -> corner(n[n.length - 2], n[n.length - 1], !operator.equals("L"));
        }
    }

    private List<double[]> current() {
        return figures.get(figures.size() - 1);
    }

    private void corner(double x, double y, boolean curve) {
        if (figures.isEmpty()) {
            figures.add(new ArrayList<>());
        }
        double px = canvas.x(transform.x(x, y));
        double py = canvas.y(transform.y(x, y));
        current().add(new double[] {px, py, curve ? 1 : 0});
    }

    private void lines(List<double[]> figure) throws UnreadableException {
        for (int i = 1; i < figure.size(); i++) {
            double[] a = figure.get(i - 1);
            double[] b = figure.get(i);
            if (b[2] == 0) {
                line(a, b);
            }
        }
    }

    private void line(double[] a, double[] b) throws UnreadableException {
        double dx = Math.abs(a[0] - b[0]);
        double dy = Math.abs(a[1] - b[1]);
        if (dy <= STRAIGHT_PT && dx >= SHORTEST_PT) {
            canvas.ruling(new Ruling(true, (a[1] + b[1]) / 2, Math.min(a[0], b[0]), Math.max(a[0], b[0]), widthPt));
        } else if (dx <= STRAIGHT_PT && dy >= SHORTEST_PT) {
            canvas.ruling(new Ruling(false, (a[0] + b[0]) / 2, Math.min(a[1], b[1]), Math.max(a[1], b[1]), widthPt));
        }
    }

    private void area(List<double[]> figure, boolean white) throws UnreadableException {
        if (figure.size() < 3 || white) {
            return;
        }
        double x0 = figure.stream().mapToDouble(p -> p[0]).min().orElseThrow();
        double x1 = figure.stream().mapToDouble(p -> p[0]).max().orElseThrow();
        double y0 = figure.stream().mapToDouble(p -> p[1]).min().orElseThrow();
        double y1 = figure.stream().mapToDouble(p -> p[1]).max().orElseThrow();
        if (y1 - y0 <= THIN_PT && x1 - x0 > y1 - y0) {
            canvas.ruling(new Ruling(true, (y0 + y1) / 2, x0, x1, y1 - y0));
        } else if (x1 - x0 <= THIN_PT && y1 - y0 > x1 - x0) {
            canvas.ruling(new Ruling(false, (x0 + x1) / 2, y0, y1, x1 - x0));
        } else {
            canvas.dark(new Box(x0, y0, x1, y1));
        }
    }
}
