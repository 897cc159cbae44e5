package gouji.document.ocr;

import gouji.document.Raster;

/**
 * A page prepared for the reading of its cells.
 *
 * @param given as it was scanned
 * @param clean without specks and even grey
 * @param print what its characters are read from: the clean page, softened where hairlines are lost
 * @param noise standard deviation of its grain
 */
record Sheet(Raster given, Raster clean, Raster print, PageTone tone, double noise) {
    /** Below this, hairlines of small print are lost where a pixel is black or white. */
    private static final double COARSE_DPI = 180;

    static Sheet of(Raster page, double noise) {
        PageTone tone = new PageTone(page);
        Raster clean = SealShade.removed(Specks.removed(page, tone), tone, noise);
        return new Sheet(page, clean, losesHairlines(page, tone) ? Softened.of(clean) : clean, tone, noise);
    }

    /** Whether it is of two tones and coarse: thin strokes may be missing, and a 5 without its stem is a clear 3. */
    boolean losesHairlines() {
        return losesHairlines(given, tone);
    }

    private static boolean losesHairlines(Raster page, PageTone tone) {
        return tone.isTwoTone() && page.dpi() < COARSE_DPI;
    }

    double dpi() {
        return given.dpi();
    }
}
