package gouji.document.ocr;

import gouji.document.Raster;
import java.util.List;

/**
 * A picture before anything is known about it but its ink.
 *
 * @param picture with the resolution that its print shows, dark on light
 * @param darkness of its pixels
 * @param across share of its pieces of print that stand side by side: near 1 where its lines run across, near 0 where they
 *     run down
 */
record PictureView(Raster picture, Darkness darkness, double across) {
    /** Where fewer of the pieces of print stand side by side, the lines run down the page. */
    private static final double ON_ITS_SIDE = 0.35;

    static PictureView of(Raster raw) {
        Raster given = Reversed.righted(raw);
        Darkness darkness = new Darkness(given);
        List<Blob> ink = darkness.pieces();
        double dpi = Resolution.of(darkness, ink);
        double across = LineDirection.across(ink, dpi);
        if (dpi == given.dpi()) {
            return new PictureView(given, darkness, across);
        }
        Raster picture = given.atDpi(dpi);
        return new PictureView(picture, new Darkness(picture), across);
    }

    boolean liesOnItsSide() {
        return across < ON_ITS_SIDE;
    }

    /** Degrees clockwise by which the picture may have to be turned for its lines to run across. */
    int[] turns() {
        if (liesOnItsSide()) {
            return new int[] {90, 270};
        }
        return across > 1 - ON_ITS_SIDE ? new int[] {0, 180} : new int[] {0, 90, 180, 270};
    }
}
