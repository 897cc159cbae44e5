package gouji.document.ofd;

import gouji.document.Box;
import gouji.document.SafeXml;
import gouji.source.UnreadableException;
import java.util.Optional;

/** Walks through the content of one page or template and paints it (clauses 7.7, 8.3, 8.5). */
final class ContentScanner {
    /** Width of a line that states none, in millimetres. */
    private static final double LINE_WIDTH_MM = 0.353;

    private final Canvas canvas;
    private final SafeXml xml;
    private final Resources resources;
    private String layerParam = "";

    /**
     * What every object states.
     *
     * @param transform from the object's own space to the page, in millimetres
     * @param boundary left, top, width and height on the page
     * @param param number of its drawing parameters
     */
    record Graphic(Transform transform, double[] boundary, String param) {}

    ContentScanner(Canvas canvas, byte[] content, Resources resources) throws UnreadableException {
        this.canvas = canvas;
        this.xml = SafeXml.of(content);
        this.resources = resources;
    }

    void scan() throws UnreadableException {
        while (xml.next()) {
            if (!xml.isStart()) {
                continue;
            }
            switch (xml.name()) {
                case "Layer" -> layerParam = xml.attribute("DrawParam").orElse("");
                case "TextObject", "PathObject", "ImageObject", "CompositeObject" -> object(xml.name());
                case "PageBlock" -> {
                    if (!isVisible()) {
                        xml.skip();
                    }
                }
                default -> {}
            }
        }
    }

    private boolean isVisible() {
        return !isFalse("Visible")
                && xml.attribute("Alpha")
                        .flatMap(Numbers::of)
                        .filter(a -> a == 0)
                        .isEmpty();
    }

    private boolean isFalse(String attribute) {
        return xml.attribute(attribute)
                .filter(v -> v.equals("false") || v.equals("0"))
                .isPresent();
    }

    private void object(String name) throws UnreadableException {
        if (!isVisible()) {
            xml.skip();
            return;
        }
        double[] boundary = OfdPackage.box(xml.attribute("Boundary").orElse("")).orElse(new double[4]);
        Transform ctm = Transform.of(xml.attribute("CTM").orElse(""));
        String param = xml.attribute("DrawParam").orElse(layerParam);
        Graphic graphic = new Graphic(ctm.shifted(origin()[0], origin()[1]), boundary, param);
        switch (name) {
            case "TextObject" -> text(graphic);
            case "PathObject" -> path(graphic);
            case "ImageObject" -> {
                picture(graphic, xml.attribute("CTM").isPresent());
                xml.skip();
            }
            default -> {
                canvas.compositeSeen();
                xml.skip();
            }
        }
    }

    /** The boundary's top left corner, also of one without width or height (a line's). */
    private double[] origin() {
        double[] numbers = Numbers.all(xml.attribute("Boundary").orElse(""));
        return numbers.length >= 2 ? numbers : new double[2];
    }

    /** A picture fills the unit square of its space; without a transformation its boundary. */
    private void picture(Graphic g, boolean transformed) throws UnreadableException {
        double[] b = g.boundary();
        String id = xml.attribute("ResourceID").orElse("");
        Transform t = transformed ? g.transform() : new Transform(b[2], 0, 0, b[3], b[0], b[1]);
        double[] xs = {t.x(0, 0), t.x(1, 0), t.x(0, 1), t.x(1, 1)};
        double[] ys = {t.y(0, 0), t.y(1, 0), t.y(0, 1), t.y(1, 1)};
        java.util.Arrays.sort(xs);
        java.util.Arrays.sort(ys);
        canvas.picture(
                new Box(canvas.x(xs[0]), canvas.y(ys[0]), canvas.x(xs[3]), canvas.y(ys[3])), resources.medium(id));
    }

    private void text(Graphic g) throws UnreadableException {
        boolean filled = !isFalse("Fill");
        boolean stroked = xml.attribute("Stroke").filter(v -> v.equals("true")).isPresent();
        TextPainter painter = new TextPainter(
                canvas,
                g.transform(),
                xml.attribute("Size").flatMap(Numbers::of).orElse(0.0),
                xml.attribute("HScale").flatMap(Numbers::of).orElse(1.0),
                xml.number("CharDirection", 0),
                xml.number("ReadDirection", 0),
                resources.font(xml.attribute("Font").orElse("")));
        boolean white = resources.whiteFill(g.param());
        int outside = xml.depth() - 1;
        while (xml.next() && xml.depth() > outside) {
            if (xml.isStart("FillColor")) {
                white = Resources.isWhite(xml);
            } else if (xml.isStart("TextCode")) {
                Optional<Double> x = xml.attribute("X").flatMap(Numbers::of);
                Optional<Double> y = xml.attribute("Y").flatMap(Numbers::of);
                String dx = xml.attribute("DeltaX").orElse("");
                String dy = xml.attribute("DeltaY").orElse("");
                String text = xml.textWithin();
                if (filled || stroked) {
                    painter.paint(text, x, y, dx, dy, white);
                }
            }
        }
    }

    private void path(Graphic g) throws UnreadableException {
        boolean stroked = !isFalse("Stroke");
        boolean filled = xml.attribute("Fill").filter(v -> v.equals("true")).isPresent();
        double width = xml.attribute("LineWidth")
                .flatMap(Numbers::of)
                .or(() -> resources.lineWidth(g.param()))
                .orElse(LINE_WIDTH_MM);
        boolean whiteFill = resources.whiteFill(g.param());
        boolean whiteStroke = resources.whiteStroke(g.param());
        String data = "";
        int outside = xml.depth() - 1;
        while (xml.next() && xml.depth() > outside) {
            if (xml.isStart("FillColor")) {
                whiteFill = Resources.isWhite(xml);
            } else if (xml.isStart("StrokeColor")) {
                whiteStroke = Resources.isWhite(xml);
            } else if (xml.isStart("AbbreviatedData")) {
                data = xml.textWithin();
            }
        }
        PathPainter painter = new PathPainter(canvas, g.transform(), width);
        painter.paint(data, stroked && !whiteStroke, filled, whiteFill);
    }
}
