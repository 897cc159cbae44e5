package degraded;

import java.util.Locale;

/** The ways in which pages are spoiled, with the resolution they are scanned at. */
public enum Degradation {
    C300(300),
    C200(200),
    C150(150),
    C110(110),
    C100(100),
    JPEG(200),
    SKEW_05(200),
    SKEW_12(200),
    SKEW_20(200),
    SKEW_50(200),
    SKEW_80(200),
    NOISE(200),
    BLUR(200),
    FAINT(200),
    BROKEN(200),
    DOTTED(200),
    OPEN(200),
    LOST(200),
    SEAL(200),
    GREY_SEAL(200),
    HOLES(200),
    PHOTO(200),
    CURL(200),
    FAX(150),
    FAX_200(200),
    THICK(200),
    LOW_CONTRAST(200),
    SHOW_THROUGH(200),
    COMBINED(150),
    BAD(110),
    TURN_90(200),
    TURN_180(200),
    TURN_270(200),
    CROP(200),
    EXIF(200),
    NO_DPI(200),
    /** The table alone, cut out of its page. */
    TABLE_CROP(200),
    /** Two pages beside each other on one A3. */
    A3(200),
    /** A page within a wide window, at the resolution of screens. */
    SCREEN(120),
    /** All pages below each other in one picture. */
    STITCHED(120),
    /** Headings on grey, even or of dots. */
    SHADED(200),
    DOUBLE_FRAME(200),
    THICK_FRAME(200),
    DASHED_INNER(200),
    COLOURED(200),
    SIGNED(200),
    /** A screen at night: light on dark. */
    NIGHT(120),
    /** Headings in white on a fill. */
    FILLED(150),
    /** Figures in blue or red, under a seal in red. */
    INKED(200);

    private final int dpi;

    Degradation(int dpi) {
        this.dpi = dpi;
    }

    public int dpi() {
        return dpi;
    }

    /** Below 150 dpi, of two tones, or stamped in grey: the figures wanted there are lower. */
    public boolean isHard() {
        return dpi < 150 || this == FAX || this == FAX_200 || this == GREY_SEAL;
    }

    Rules rules() {
        return switch (this) {
            case FAINT -> Rules.FAINT;
            case BROKEN -> Rules.BROKEN;
            case DOTTED -> Rules.DOTTED;
            case OPEN -> Rules.OPEN;
            case LOST -> Rules.LOST;
            case SHADED -> Rules.PLAIN.styled(Rules.Style.SHADED);
            case DOUBLE_FRAME -> Rules.PLAIN.styled(Rules.Style.DOUBLE_FRAME);
            case THICK_FRAME -> Rules.PLAIN.styled(Rules.Style.THICK_FRAME);
            case DASHED_INNER -> Rules.DOTTED.styled(Rules.Style.WHOLE_FRAME);
            case FILLED -> Rules.PLAIN.styled(Rules.Style.FILLED);
            case INKED -> Rules.PLAIN.styled(Rules.Style.INKED);
            case COLOURED -> Rules.PLAIN.styled(Rules.Style.COLOURED);
            default -> Rules.PLAIN;
        };
    }

    /** Whether the whole report lies on one page (a picture file that holds only one). */
    boolean onOnePage() {
        return this == EXIF || this == NO_DPI;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
