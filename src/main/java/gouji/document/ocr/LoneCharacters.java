package gouji.document.ocr;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The last character of a title that is broken over two lines stands alone on its line, and is larger than most print: where
 * its upper and its lower part do not touch they look like two lines. Together they are as high as the line before.
 */
final class LoneCharacters {
    /** Of a line's height: how far that of the lone character may be from it. */
    private static final double LIKE = 0.25;
    /** From one line to the next, of its height. */
    private static final double NEXT = 1.5;
    /** Width to height of a line that has several characters. */
    private static final double SEVERAL = 4;

    private static final double GAP = 0.2;
    private static final double NARROWEST = 0.5;
    private static final double WIDEST = 1.3;

    private LoneCharacters() {}

    /** Groups of pieces that are lines, the parts of such a character in one. */
    static List<List<Blob>> joined(List<List<Blob>> groups) {
        List<List<Blob>> all = new ArrayList<>(groups);
        List<Blob> bounds = new ArrayList<>();
        all.forEach(g -> bounds.add(g.stream().reduce(Blob::with).orElseThrow()));
        for (Blob line : List.copyOf(bounds)) {
            if (line.width() >= SEVERAL * line.height()) {
                joinBelow(line, all, bounds);
            }
        }
        return all;
    }

    private static void joinBelow(Blob line, List<List<Blob>> all, List<Blob> bounds) {
        List<Integer> parts = IntStream.range(0, all.size())
                .filter(i -> follows(bounds.get(i), line) && bounds.get(i).height() < line.height())
                .boxed()
                .toList();
        for (int i : parts) {
            for (int k : parts) {
                Blob both = bounds.get(i).with(bounds.get(k));
                if (i < k && isCharacter(bounds.get(i), bounds.get(k)) && isLike(both, line)) {
                    List<Blob> pieces = new ArrayList<>(all.get(i));
                    pieces.addAll(all.remove(k));
                    all.set(i, pieces);
                    bounds.remove(k);
                    bounds.set(i, both);
                    return;
                }
            }
        }
    }

    private static boolean follows(Blob part, Blob line) {
        int down = part.y0() - line.y1();
        return down >= 0 && down <= (NEXT + 1) * line.height() && line.gapAcross(part) < 0;
    }

    private static boolean isLike(Blob character, Blob line) {
        return Math.abs(character.height() - line.height()) <= LIKE * line.height()
                && character.y0() - line.y1() <= NEXT * line.height();
    }

    /** One above the other, near, and about as wide as high together. */
    private static boolean isCharacter(Blob a, Blob b) {
        Blob both = a.with(b);
        int gap = Math.max(a.y0(), b.y0()) - Math.min(a.y1(), b.y1());
        return a.gapAcross(b) < 0
                && gap >= 0
                && gap <= GAP * both.height()
                && both.width() >= NARROWEST * both.height()
                && both.width() <= WIDEST * both.height();
    }
}
