package gouji.document.ocr;

import java.util.List;

/**
 * Tells a picture's resolution from the size of its print where its width misleads: pictures are taken to be as wide as A4, but
 * some are crops, screens, or two pages side by side.
 */
final class Resolution {
    private static final double POINTS = 72;
    /** Height that four fifths of the characters of tables do not exceed, in points; those of prose are up to twice as tall. */
    private static final double PRINT_PT = 8.8;

    private static final double TALLEST = 0.8;
    private static final int LEAST_HEIGHT = 6;
    private static final double FLATTEST = 0.3;
    private static final double EMPTIEST = 0.1;
    /** Two or three specks that meet are smaller; lines of tables and most characters are not. */
    private static final int NO_SPECK = 12;

    private static final int FEWEST = 40;
    /** A picture whose print leaves less at each side than this share of its width is no whole page. */
    private static final double MARGIN = 0.035;
    /** What is so much wider than a page's print is high is a frame: share of the width. */
    private static final double FRAME = 0.25;

    private static final double A3_TO_A4 = 1.414;
    /** Double pages are believed from this misfit on: A4 across in small print comes near to it. */
    private static final double DOUBLE = 1.27;

    private static final double CROP_FINER = 0.8;
    private static final double CROP_COARSER = 1.25;
    private static final double PAGE_FINER = 0.55;
    private static final double PAGE_COARSER = 1.35;

    private Resolution() {}

    /**
     * Pixels an inch.
     *
     * @param pieces of ink of the page
     */
    static double of(Darkness page, List<Blob> pieces) {
        double given = page.dpi();
        List<Blob> frames = pieces.stream()
                .filter(b -> b.width() > FRAME * page.width() && b.height() > 2 * LEAST_HEIGHT)
                .toList();
        double[] all = heights(pieces, List.of());
        double[] framed = heights(pieces, frames);
        double[] heights = frames.isEmpty() || framed.length < FEWEST ? all : framed;
        if (heights.length < FEWEST) {
            return given;
        }
        double print = heights[(int) (TALLEST * heights.length)] * POINTS / PRINT_PT;
        double misfit = given / print;
        boolean lies = page.width() > 1.2 * page.height();
        if (lies && misfit > DOUBLE && misfit < DOUBLE * A3_TO_A4) {
            return given / A3_TO_A4;
        }
        boolean crop = isCrop(page, pieces);
        double least = crop ? CROP_FINER : PAGE_FINER;
        double most = crop ? CROP_COARSER : PAGE_COARSER;
        return misfit < least || misfit > most ? print : given;
    }

    /** Heights of what may be characters, ascending; of those within frames, where there are any. */
    private static double[] heights(List<Blob> pieces, List<Blob> frames) {
        return pieces.stream()
                .filter(b -> b.height() >= LEAST_HEIGHT
                        && b.width() >= FLATTEST * b.height()
                        && b.height() >= FLATTEST * b.width()
                        && b.area() >= EMPTIEST * b.width() * b.height())
                .filter(b -> frames.isEmpty() || frames.stream().anyMatch(f -> holds(f, b)))
                .mapToDouble(Blob::height)
                .sorted()
                .toArray();
    }

    private static boolean holds(Blob frame, Blob b) {
        return frame != b
                && frame.x0() <= b.x0()
                && frame.x1() >= b.x1()
                && frame.y0() <= b.y0()
                && frame.y1() >= b.y1();
    }

    private static boolean isCrop(Darkness page, List<Blob> pieces) {
        List<Blob> large = pieces.stream().filter(b -> b.size() >= NO_SPECK).toList();
        int left = large.stream().mapToInt(Blob::x0).min().orElse(page.width());
        int right = large.stream().mapToInt(Blob::x1).max().orElse(0);
        return left < MARGIN * page.width() && page.width() - right < MARGIN * page.width();
    }
}
