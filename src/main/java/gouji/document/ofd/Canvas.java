package gouji.document.ofd;

import gouji.document.Box;
import gouji.document.Glyph;
import gouji.document.Page;
import gouji.document.Ruling;
import gouji.source.Reason;
import gouji.source.UnreadableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One page while it is painted. Takes millimetres of the page's own frame, gives points from its top left corner. */
final class Canvas {
    static final double POINTS_PER_MM = 72 / 25.4;
    private static final int MAX_GLYPHS = 200_000;
    private static final int MAX_RULINGS = 50_000;
    private static final int MAX_PICTURES = 10_000;

    private final int number;
    private final double left;
    private final double top;
    private final double width;
    private final double height;
    private final List<Glyph> glyphs = new ArrayList<>();
    private final List<Ruling> rulings = new ArrayList<>();
    private final List<Box> pictures = new ArrayList<>();
    /** Dark areas on which white text can be seen. */
    private final List<Box> dark = new ArrayList<>();

    private final List<Painted> painted = new ArrayList<>();

    /** A picture and its part of the package. */
    record Painted(Box box, String part) {}

    private boolean incomplete;

    Canvas(int number, double[] area) {
        this.number = number;
        this.left = area[0];
        this.top = area[1];
        this.width = area[2] * POINTS_PER_MM;
        this.height = area[3] * POINTS_PER_MM;
    }

    double x(double mm) {
        return (mm - left) * POINTS_PER_MM;
    }

    double y(double mm) {
        return (mm - top) * POINTS_PER_MM;
    }

    void glyph(Glyph glyph, boolean white) throws UnreadableException {
        Box box = glyph.box();
        boolean outside = box.x1() < 0 || box.y1() < 0 || box.x0() > width || box.y0() > height;
        boolean unseen = white && dark.stream().noneMatch(d -> d.contains(box.centerX(), box.centerY()));
        if (outside || unseen || glyph.text().isBlank()) {
            return;
        }
        limit(glyphs.size(), MAX_GLYPHS);
        glyphs.add(glyph);
    }

    void ruling(Ruling ruling) throws UnreadableException {
        limit(rulings.size(), MAX_RULINGS);
        rulings.add(ruling);
    }

    /** @param part where in the package the picture is, if it is known */
    void picture(Box box, Optional<String> part) throws UnreadableException {
        limit(pictures.size(), MAX_PICTURES);
        pictures.add(box);
        part.ifPresent(p -> painted.add(new Painted(box, p)));
    }

    List<Painted> painted() {
        return painted;
    }

    void dark(Box box) throws UnreadableException {
        limit(dark.size(), MAX_PICTURES);
        dark.add(box);
    }

    private static void limit(int size, int most) throws UnreadableException {
        if (size >= most) {
            throw new UnreadableException(Reason.LIMIT_OPERATORS);
        }
    }

    void compositeSeen() {
        incomplete = true;
    }

    boolean incomplete() {
        return incomplete;
    }

    Page page() {
        return new Page(number, width, height, glyphs, rulings, pictures);
    }
}
