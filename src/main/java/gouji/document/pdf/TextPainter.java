package gouji.document.pdf;

import java.io.IOException;

/** The text object (ISO 32000-1, 9.4): keeps the text matrix and puts glyphs on the canvas. */
final class TextPainter implements Face.Reader {
    /** Writing more than this off the edges of the page, in degrees, is a watermark, not part of the text. */
    private static final double MOST_SLANT_DEGREES = 20;
    /** Smaller than this nothing can be read. */
    private static final double SMALLEST_SIZE_PT = 0.5;

    private static final double FAINTEST_ALPHA = 0.02;
    private static final int MOST_SLANTED_TEXT = 40;

    private final Canvas canvas;
    private final Budget budget;
    private final StringBuilder slanted = new StringBuilder();

    private Transform matrix = Transform.IDENTITY;
    private Transform lineMatrix = Transform.IDENTITY;

    // The string being shown: pen in text space, and the em on the displayed page.
    private GraphicsState state;
    private Transform toPage;
    private double penX;
    private double penY;
    private double alongX;
    private double alongY;
    private double upX;
    private double upY;
    private double sizePt;
    private int angle;
    private boolean isSlanted;
    private boolean hidden;
    private int rgb;

    TextPainter(Canvas canvas, Budget budget) {
        this.canvas = canvas;
        this.budget = budget;
    }

    void begin() {
        matrix = Transform.IDENTITY;
        lineMatrix = Transform.IDENTITY;
    }

    void setMatrix(Transform m) {
        matrix = m;
        lineMatrix = m;
    }

    void moveLine(double x, double y) {
        lineMatrix = lineMatrix.shifted(x, y);
        matrix = lineMatrix;
    }

    /** The shift of a TJ array, in thousandths of an em, against the direction of writing. */
    void adjust(double thousandths, GraphicsState s) {
        double shift = -thousandths / 1000 * s.fontSize;
        matrix = s.face.vertical ? matrix.shifted(0, shift) : matrix.shifted(shift * s.horizontalScale, 0);
    }

    /** The beginning of the slanted writing that was left out. */
    String slantedText() {
        return slanted.toString();
    }

    /** @param layerHidden whether the string belongs to a layer that is switched off */
    void show(byte[] string, GraphicsState s, boolean layerHidden) throws IOException {
        prepare(s, layerHidden);
        s.face.read(string, this);
        matrix = matrix.shifted(penX, penY);
    }

    private void prepare(GraphicsState s, boolean layerHidden) {
        state = s;
        toPage = matrix.then(s.ctm);
        penX = 0;
        penY = 0;
        alongX = toPage.a() * s.fontSize * s.horizontalScale;
        alongY = toPage.b() * s.fontSize * s.horizontalScale;
        upX = toPage.c() * s.fontSize;
        upY = toPage.d() * s.fontSize;
        double length = Math.hypot(alongX, alongY);
        sizePt = length > 0 ? Math.abs(alongX * upY - alongY * upX) / length : 0;
        double degrees = Math.toDegrees(Math.atan2(alongY, alongX));
        long quarters = Math.round(degrees / 90);
        angle = (int) Math.floorMod(quarters * 90, 360L);
        isSlanted = Math.abs(degrees - quarters * 90) > MOST_SLANT_DEGREES;
        rgb = color(s);
        hidden = layerHidden || isInvisible(s) || !(sizePt >= SMALLEST_SIZE_PT);
    }

    /** Rendering modes of 9.3.6: 3 paints nothing, 7 only clips; 1 and 5 stroke the outline, 2 and 6 do both. */
    private static boolean isInvisible(GraphicsState s) {
        return switch (s.textMode) {
            case 3, 7 -> true;
            case 1, 5 -> s.strokeAlpha < FAINTEST_ALPHA;
            default -> s.fillAlpha < FAINTEST_ALPHA;
        };
    }

    private static int color(GraphicsState s) {
        boolean outline = s.textMode == 1 || s.textMode == 5;
        boolean outlineToo = s.textMode == 2 || s.textMode == 6;
        if (outline || outlineToo && Ink.same(s.fill, Ink.WHITE)) {
            return Ink.onPaper(s.stroke, s.strokeAlpha);
        }
        return Ink.onPaper(s.fill, s.fillAlpha);
    }

    @Override
    public void glyph(Shape shape, boolean wordSpace) {
        budget.glyph();
        if (!hidden && !shape.text().isEmpty()) {
            place(shape);
        }
        double spacing = state.charSpacing + (wordSpace ? state.wordSpacing : 0);
        if (state.face.vertical) {
            penY += shape.advanceDown() * state.fontSize + spacing;
        } else {
            penX += (shape.width() * state.fontSize + spacing) * state.horizontalScale;
        }
    }

    private void place(Shape shape) {
        double x = toPage.x(penX, penY + state.rise) + shape.shiftX() * alongX + shape.shiftY() * upX;
        double y = toPage.y(penX, penY + state.rise) + shape.shiftX() * alongY + shape.shiftY() * upY;
        if (isSlanted) {
            keepSlanted(shape);
            return;
        }
        boolean upright = angle % 180 == 0;
        Area area = upright ? uprightBox(x, y, shape.width()) : turnedBox(x, y, shape.width());
        if (isSeen(area)) {
            canvas.glyph(shape, area, upright ? y : x, sizePt, angle, state.face.name, rgb);
        }
    }

    /** The advance box; a slant of the letters (synthetic italics) does not widen it. */
    private Area uprightBox(double x, double y, double width) {
        double x1 = x + width * alongX;
        double y1 = y + width * alongY;
        double top = state.face.ascent * upY;
        double bottom = -state.face.descent * upY;
        return new Area(
                Math.min(x, x1),
                Math.min(y, y1) + Math.min(top, bottom),
                Math.max(x, x1),
                Math.max(y, y1) + Math.max(top, bottom));
    }

    private Area turnedBox(double x, double y, double width) {
        double x1 = x + width * alongX;
        double y1 = y + width * alongY;
        double top = state.face.ascent * upX;
        double bottom = -state.face.descent * upX;
        return new Area(
                Math.min(x, x1) + Math.min(top, bottom),
                Math.min(y, y1),
                Math.max(x, x1) + Math.max(top, bottom),
                Math.max(y, y1));
    }

    /** Whether some of the ink, which ends short of the box, is within the clip. */
    private boolean isSeen(Area area) {
        double dx = area.width() / 10;
        double dy = area.height() / 10;
        Area clip = state.clip;
        return area.x0() + dx <= clip.x1()
                && area.x1() - dx >= clip.x0()
                && area.y0() + dy <= clip.y1()
                && area.y1() - dy >= clip.y0();
    }

    private void keepSlanted(Shape shape) {
        if (slanted.length() < MOST_SLANTED_TEXT) {
            slanted.append(shape.text());
        }
    }
}
