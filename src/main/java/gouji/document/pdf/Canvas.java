package gouji.document.pdf;

import gouji.document.Box;
import gouji.document.Glyph;
import gouji.document.Ruling;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes down what a page paints, in painting order, and at the end tells what of it is seen. All places are points on
 * the displayed page, already clipped.
 */
final class Canvas {
    /** A painted area no wider than this one way is meant as a line. */
    static final double THICKEST_LINE_PT = 2.5;

    /** Curved or slanting shapes must be this long to pass for lines: outlines of a 一 or 1 are not. */
    private static final double SHORTEST_SHAPED_LINE_PT = 20;

    private final Budget budget;
    private final Fills fills;
    private final List<Mark> marks = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private final List<Box> pictures = new ArrayList<>();
    private int order;

    Canvas(double heightPt, Budget budget) {
        this.budget = budget;
        fills = new Fills(heightPt, budget);
    }

    void glyph(Shape shape, Area area, double baseline, double sizePt, int angle, String font, int rgb) {
        marks.add(new Mark(shape, area, baseline, sizePt, angle, font, rgb, order++));
    }

    /** A filled rectangle. */
    void rectangle(Area area, int rgb, boolean opaque) {
        budget.segment();
        boolean flat = area.height() <= THICKEST_LINE_PT;
        boolean narrow = area.width() <= THICKEST_LINE_PT;
        if (flat || narrow) {
            line(area, flat && (area.width() >= area.height() || !narrow), rgb, opaque);
            if (flat && narrow) {
                // A dot may belong to a dotted line either way; alone it is too short to stay.
                line(area, area.width() < area.height(), rgb, opaque);
            }
        } else {
            fills.add(new Fill(area, rgb, true, opaque, true, order++));
        }
    }

    /** A filled shape of which only the bounds are known. */
    void shape(Area area, int rgb) {
        budget.segment();
        boolean thin = Math.min(area.width(), area.height()) <= THICKEST_LINE_PT;
        if (!thin) {
            fills.add(new Fill(area, rgb, false, false, false, order++));
        } else if (Math.max(area.width(), area.height()) >= SHORTEST_SHAPED_LINE_PT) {
            line(area, area.width() >= area.height(), rgb, false);
        }
    }

    /** A stroke. */
    void stroke(Area area, boolean horizontal, int rgb, boolean opaque) {
        budget.segment();
        line(area, horizontal, rgb, opaque);
    }

    /** A picture that is not just a line. */
    void picture(Area area, boolean opaque) {
        budget.segment();
        pictures.add(area.toBox());
        fills.add(new Fill(area, Ink.UNKNOWN, opaque, opaque, false, order++));
    }

    private void line(Area area, boolean horizontal, int rgb, boolean opaque) {
        lines.add(new Line(horizontal, area, rgb, order));
        if (opaque && Ink.same(rgb, Ink.WHITE)) {
            fills.add(new Fill(area, rgb, true, true, false, order));
        }
        order++;
    }

    List<Box> pictures() {
        return pictures;
    }

    /** The marks that are seen, in painting order, each once. */
    List<Mark> visibleMarks() {
        List<Mark> visible = new ArrayList<>(marks.size());
        Overprints overprints = new Overprints(marks.size());
        for (Mark mark : marks) {
            if (isVisible(mark) && !overprints.repeats(mark)) {
                visible.add(mark);
            }
        }
        return visible;
    }

    private boolean isVisible(Mark mark) {
        if (fills.isEmpty()) {
            return !Ink.same(mark.rgb(), Ink.WHITE);
        }
        boolean swallowed = fills.mayHold(mark.rgb())
                && fills.swallows(mark.rgb(), mark.area().centerX(), mark.area().centerY(), mark.order());
        return !swallowed && !(fills.lastOrder() > mark.order() && fills.hides(mark.ink(), mark.order()));
    }

    static Glyph toGlyph(Mark mark) {
        return new Glyph(
                mark.shape().text(), mark.area().toBox(), mark.baseline(), mark.sizePt(), mark.angle(), mark.font());
    }

    List<Ruling> rulings(double widthPt, double heightPt) {
        List<Ruling> pieces = new ArrayList<>();
        for (Line line : lines) {
            if (!isSwallowed(line)) {
                addVisible(line, pieces);
            }
        }
        List<Ruling> rulings = RulingJoiner.join(pieces);
        List<Ruling> borders = RulingJoiner.join(new ShadeBorders(fills, budget, widthPt, heightPt).find());
        List<Ruling> all = new ArrayList<>(rulings);
        all.addAll(ShadeBorders.without(borders, rulings, budget));
        return all;
    }

    /** Whether the line has the colour of what it is painted on, looked at in three places. */
    private boolean isSwallowed(Line line) {
        if (!fills.mayHold(line.rgb())) {
            return false;
        }
        for (int quarter = 1; quarter <= 3; quarter++) {
            double along = line.from() + (line.to() - line.from()) * quarter / 4;
            double x = line.horizontal() ? along : line.at();
            double y = line.horizontal() ? line.at() : along;
            if (!fills.swallows(line.rgb(), x, y, line.order())) {
                return false;
            }
        }
        return true;
    }

    /** Adds what later paint leaves of the line. */
    private void addVisible(Line line, List<Ruling> pieces) {
        Stretches seen = new Stretches(line.from(), line.to());
        if (fills.lastOrder() > line.order()) {
            for (Fill fill : fills.near(line.area().y0(), line.area().y1())) {
                budget.comparison();
                if (fill.order() > line.order() && fill.hides() && coversAcross(fill.area(), line)) {
                    seen.remove(
                            line.horizontal() ? fill.area().x0() : fill.area().y0(),
                            line.horizontal() ? fill.area().x1() : fill.area().y1());
                }
            }
        }
        seen.forEach((from, to) -> pieces.add(line.between(from, to)));
    }

    private static boolean coversAcross(Area cover, Line line) {
        double slack = 0.05;
        return line.horizontal()
                ? cover.y0() <= line.area().y0() + slack
                        && cover.y1() >= line.area().y1() - slack
                : cover.x0() <= line.area().x0() + slack
                        && cover.x1() >= line.area().x1() - slack;
    }
}
