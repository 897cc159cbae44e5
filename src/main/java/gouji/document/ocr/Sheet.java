package gouji.document.ocr;

import gouji.document.Raster;

/**
 * A page prepared for the reading of its cells.
 *
 * @param given as it was scanned
 * @param clean without specks and even grey
 * @param noise standard deviation of its grain
 */
record Sheet(Raster given, Raster clean, PageTone tone, double noise) {
    /** Below this, hairlines of small print are lost where a pixel is black or white. */
    private static final double COARSE_DPI = 180;

    static Sheet of(Raster page, double noise) {
        PageTone tone = new PageTone(page);
        return new Sheet(page, SealShade.removed(Specks.removed(page, tone), tone, noise), tone, noise);
    }

    /** Whether it is of two tones and coarse: thin strokes may be missing, and a 5 without its stem is a clear 3. */
    boolean losesHairlines() {
        return tone.isTwoTone() && dpi() < COARSE_DPI;
    }

    double dpi() {
        return given.dpi();
    }
}
