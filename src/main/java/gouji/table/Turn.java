package gouji.table;

import gouji.document.Box;
import gouji.document.Glyph;
import gouji.document.Page;
import gouji.document.Ruling;
import java.util.ArrayList;
import java.util.List;

/**
 * A page whose text runs down, up or upside down, turned so that it runs to the right, and the way back.
 *
 * @param angle direction of the text as displayed: 0, 90, 180 or 270 degrees clockwise
 * @param widthPt width of the page as displayed
 * @param heightPt height of the page as displayed
 */
record Turn(int angle, double widthPt, double heightPt) {
    private static final double MOST = 0.6;

    /** The turn that most of the page's glyphs need. */
    static Turn of(Page page) {
        int[] counts = new int[4];
        int all = 0;
        for (Glyph g : page.glyphs()) {
            if (!Ink.isBlank(g)) {
                counts[g.angle() / 90 % 4]++;
                all++;
            }
        }
        int angle = 0;
        for (int i = 1; i < 4; i++) {
            angle = counts[i] > MOST * all ? 90 * i : angle;
        }
        return new Turn(angle, page.widthPt(), page.heightPt());
    }

    boolean isNone() {
        return angle == 0;
    }

    Page upright(Page page) {
        if (isNone()) {
            return page;
        }
        List<Glyph> glyphs = new ArrayList<>(page.glyphs().size());
        for (Glyph g : page.glyphs()) {
            int now = (g.angle() - angle + 360) % 360;
            glyphs.add(new Glyph(g.text(), upright(g.box()), baseline(g, now), g.sizePt(), now, g.font(), g.score()));
        }
        List<Ruling> rulings = new ArrayList<>(page.rulings().size());
        for (Ruling r : page.rulings()) {
            rulings.add(upright(r));
        }
        List<Box> pictures = new ArrayList<>();
        for (Box b : page.pictures()) {
            pictures.add(upright(b));
        }
        boolean swapped = angle != 180;
        return new Page(
                page.number(), swapped ? heightPt : widthPt, swapped ? widthPt : heightPt, glyphs, rulings, pictures);
    }

    private double baseline(Glyph g, int now) {
        boolean ofX = g.angle() == 90 || g.angle() == 270;
        Box point = ofX
                ? new Box(g.baseline(), g.box().y0(), g.baseline(), g.box().y0())
                : new Box(g.box().x0(), g.baseline(), g.box().x0(), g.baseline());
        Box turned = upright(point);
        return now == 90 || now == 270 ? turned.x0() : turned.y0();
    }

    private Ruling upright(Ruling r) {
        Box b = upright(
                r.horizontal() ? new Box(r.from(), r.at(), r.to(), r.at()) : new Box(r.at(), r.from(), r.at(), r.to()));
        boolean horizontal = r.horizontal() == (angle == 180);
        return horizontal
                ? new Ruling(true, b.y0(), b.x0(), b.x1(), r.thicknessPt())
                : new Ruling(false, b.x0(), b.y0(), b.y1(), r.thicknessPt());
    }

    private Box upright(Box b) {
        return switch (angle) {
            case 90 -> new Box(b.y0(), widthPt - b.x1(), b.y1(), widthPt - b.x0());
            case 180 -> new Box(widthPt - b.x1(), heightPt - b.y1(), widthPt - b.x0(), heightPt - b.y0());
            case 270 -> new Box(heightPt - b.y1(), b.x0(), heightPt - b.y0(), b.x1());
            default -> b;
        };
    }

    /** The box on the page as displayed. */
    Box back(Box b) {
        return switch (angle) {
            case 90 -> new Box(widthPt - b.y1(), b.x0(), widthPt - b.y0(), b.x1());
            case 180 -> upright(b);
            case 270 -> new Box(b.y0(), heightPt - b.x1(), b.y1(), heightPt - b.x0());
            default -> b;
        };
    }
}
