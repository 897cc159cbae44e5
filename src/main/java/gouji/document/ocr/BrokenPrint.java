package gouji.document.ocr;

import gouji.document.Alternative;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Print that lost its thin strokes: how to tell it, and what its signs may have been. A 5 without its stem is a clear 3, a 4
 * without its bar a clear 1; no look at what is left tells them apart, so the other is kept as a reading.
 */
final class BrokenPrint {
    /** Pieces a digit from which on print is broken; whole digits are one piece each. */
    private static final double PIECES = 1.3;
    /** Smaller pieces are grain, in square inches. */
    private static final double LEAST_PIECE_IN2 = 0.00012;
    /** How likely a sign that may have lost a stroke is the other one, beside what was seen. */
    private static final double LOST = 0.25;

    /** Signs that remain where a stroke is lost, and what they were; the first also where the rest of the print is whole. */
    private static final String SEEN = "31";

    private static final String WAS = "54";
    private static final int KEPT = 8;

    private int pieces;
    private int digits;

    /** Counts a cell with a figure in. */
    void add(Patch cell, Blob line, double threshold, double dpi, int signs) {
        List<Blob> blobs = Blobs.of((x, y) -> cell.at(x, y) < threshold, cell.width, cell.height, 0);
        pieces += (int) blobs.stream()
                .filter(b -> b.area() >= LEAST_PIECE_IN2 * dpi * dpi)
                .filter(b -> b.x0() < line.x1() && line.x0() < b.x1() && b.commonHeight(line) > 0)
                .count();
        digits += signs;
    }

    boolean isBroken() {
        return pieces > PIECES * digits;
    }

    /**
     * Whether a figure that reads so may be another with a stroke lost.
     *
     * @param coarse whether strokes may be lost even where the print is not broken; of broken print any may be, else only those
     *     of signs that are known to lose one
     */
    static boolean mayBeAnother(String text, boolean broken, boolean coarse) {
        return broken && coarse || remains(broken).chars().anyMatch(c -> text.indexOf(c) >= 0);
    }

    private static String remains(boolean broken) {
        return broken ? SEEN : SEEN.substring(0, 1);
    }

    /** The readings, and after them what they are with one stroke lost. */
    static List<Alternative> withLost(List<Alternative> read, boolean broken) {
        String remains = remains(broken);
        Map<String, Double> all = new LinkedHashMap<>();
        read.forEach(a -> all.put(a.text(), a.score()));
        for (Alternative a : read) {
            for (int i = 0; i < a.text().length(); i++) {
                int seen = remains.indexOf(a.text().charAt(i));
                if (seen >= 0) {
                    String was = a.text().substring(0, i)
                            + WAS.charAt(seen)
                            + a.text().substring(i + 1);
                    all.merge(was, LOST * a.score(), Math::max);
                }
            }
        }
        List<Alternative> kept = new ArrayList<>();
        all.entrySet().stream()
                .map(e -> new Alternative(e.getKey(), e.getValue()))
                .sorted(Comparator.comparingDouble(Alternative::score)
                        .reversed()
                        .thenComparing(Alternative::text))
                .limit(KEPT)
                .forEach(kept::add);
        return kept;
    }
}
