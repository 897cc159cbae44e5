package gouji.document.pdf;

/** The part of the graphics and text state (ISO 32000-1, 8.4 and 9.3) that decides where and how visibly things stand. */
final class GraphicsState {
    /** User space to displayed page. */
    Transform ctm;
    /** Bounding box of the clipping path on the displayed page. */
    Area clip;

    InkSpace fillSpace = InkSpace.GRAY;
    InkSpace strokeSpace = InkSpace.GRAY;
    int fill = Ink.BLACK;
    int stroke = Ink.BLACK;
    double fillAlpha = 1;
    double strokeAlpha = 1;
    /** Whether a blend mode mixes with what lies beneath. */
    boolean blends;
    /** Whether a soft mask lets what lies beneath show through. */
    boolean masked;

    double lineWidth = 1;
    boolean buttCap = true;

    Face face;
    double fontSize;
    double charSpacing;
    double wordSpacing;
    /** 1 for 100 percent. */
    double horizontalScale = 1;

    double leading;
    double rise;
    int textMode;

    GraphicsState(Transform ctm, Area clip, Face face) {
        this.ctm = ctm;
        this.clip = clip;
        this.face = face;
    }

    GraphicsState copy() {
        GraphicsState copy = new GraphicsState(ctm, clip, face);
        copy.fillSpace = fillSpace;
        copy.strokeSpace = strokeSpace;
        copy.fill = fill;
        copy.stroke = stroke;
        copy.fillAlpha = fillAlpha;
        copy.strokeAlpha = strokeAlpha;
        copy.blends = blends;
        copy.masked = masked;
        copy.lineWidth = lineWidth;
        copy.buttCap = buttCap;
        copy.fontSize = fontSize;
        copy.charSpacing = charSpacing;
        copy.wordSpacing = wordSpacing;
        copy.horizontalScale = horizontalScale;
        copy.leading = leading;
        copy.rise = rise;
        copy.textMode = textMode;
        return copy;
    }

    /** Whether paint of alpha 1 hides what lies beneath. */
    boolean isPlain() {
        return !blends && !masked;
    }

    /** Painted thickness of a line that runs horizontally across the display. */
    double horizontalLineWidthPt() {
        return lineWidth * Math.hypot(ctm.b(), ctm.d());
    }

    /** Painted thickness of a line that runs down the display. */
    double verticalLineWidthPt() {
        return lineWidth * Math.hypot(ctm.a(), ctm.c());
    }
}
