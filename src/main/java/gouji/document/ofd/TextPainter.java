package gouji.document.ofd;

import gouji.document.Box;
import gouji.document.Glyph;
import gouji.source.UnreadableException;
import java.util.Optional;

/** Paints the characters of one text object (clause 11). */
final class TextPainter {
    /** Share of the font size above the baseline; the rest is below. */
    private static final double ASCENT = 0.88;

    private final Canvas canvas;
    private final Transform transform;
    private final double size;
    private final double horizontalScale;
    private final int charDirection;
    private final int readDirection;
    private final String font;
    private double x;
    private double y;

    TextPainter(
            Canvas canvas,
            Transform transform,
            double size,
            double horizontalScale,
            int charDirection,
            int readDirection,
            String font) {
        this.canvas = canvas;
        this.transform = transform;
        this.size = size;
        this.horizontalScale = horizontalScale;
        this.charDirection = charDirection;
        this.readDirection = readDirection;
        this.font = font;
    }

    /** Paints a run; where it states no x or y, those of the run before hold. */
    void paint(String text, Optional<Double> atX, Optional<Double> atY, String deltaX, String deltaY, boolean white)
            throws UnreadableException {
        x = atX.orElse(x);
        y = atY.orElse(y);
        int[] characters = text.codePoints().filter(c -> c != '\n' && c != '\r').toArray();
        double[] dx = Numbers.deltas(deltaX, characters.length);
        double[] dy = Numbers.deltas(deltaY, characters.length);
        boolean stated = !deltaX.isBlank() || !deltaY.isBlank();
        double atCharX = x;
        double atCharY = y;
        for (int i = 0; i < characters.length; i++) {
            double advance = advance(characters[i]);
            boolean follows = i + 1 < characters.length && stated && deltaY.isBlank() && dx[i] > 0;
            glyph(characters[i], atCharX, atCharY, follows ? Math.min(dx[i], advance * 1.2) : advance, white);
            atCharX += stated ? dx[i] : readDirection == 0 ? advance : 0;
            atCharY += stated ? dy[i] : readDirection == 90 ? size : 0;
        }
    }

    /** The widths are in the fonts, which need not be there: a wide character is a square, another half of one. */
    private double advance(int c) {
        boolean wide = c >= 0x2E80 || c >= 0x2010 && c <= 0x2027 || c >= 0x2460 && c <= 0x27BF;
        return size * horizontalScale * (wide ? 1 : 0.5);
    }

    private void glyph(int character, double gx, double gy, double advance, boolean white) throws UnreadableException {
        int angle = transform.angle();
        if (angle < 0 || size <= 0) {
            return;
        }
        int direction = (angle + charDirection) % 360;
        double bx = transform.x(gx, gy);
        double by = transform.y(gx, gy);
        double long1 = advance * transform.widthScale();
        double up = size * ASCENT * transform.heightScale();
        double down = size * (1 - ASCENT) * transform.heightScale();
        double[] b = switch (direction) {
            case 90 -> new double[] {bx - down, by, bx + up, by + long1};
            case 180 -> new double[] {bx - long1, by - down, bx, by + up};
            case 270 -> new double[] {bx - up, by - long1, bx + down, by};
            default -> new double[] {bx, by - up, bx + long1, by + down};
        };
        Box box = new Box(canvas.x(b[0]), canvas.y(b[1]), canvas.x(b[2]), canvas.y(b[3]));
        double baseline = direction % 180 == 0 ? canvas.y(by) : canvas.x(bx);
        double sizePt = size * transform.heightScale() * Canvas.POINTS_PER_MM;
        canvas.glyph(
                new Glyph(new String(Character.toChars(character)), box, baseline, sizePt, direction, font), white);
    }
}
