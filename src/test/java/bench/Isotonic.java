package bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The rising curve that fits yes-or-no samples best: pool adjacent violators (Ayer et al. 1955). No library of an open
 * licence that is kept and does not bring a cluster engine with it has it.
 */
final class Isotonic {
    private Isotonic() {}

    /** A score, and whether what was scored was right. */
    record Sample(double score, boolean right) {}

    /** Neighbouring samples taken together. */
    record Block(double scores, double right, int count) {
        Block and(Block o) {
            return new Block(scores + o.scores, right + o.right, count + o.count);
        }

        double score() {
            return scores / count;
        }

        /** Share that is right, as if half a right one and half a wrong one had been seen as well (Jeffreys). */
        double share() {
            return (right + 0.5) / (count + 1);
        }
    }

    /** Blocks by rising score whose shares rise. */
    static List<Block> fit(List<Sample> samples) {
        List<Sample> sorted = new ArrayList<>(samples);
        sorted.sort(Comparator.comparingDouble(Sample::score));
        List<Block> blocks = new ArrayList<>();
        for (Sample s : sorted) {
            Block block = new Block(s.score(), s.right() ? 1 : 0, 1);
            while (!blocks.isEmpty() && violates(blocks.get(blocks.size() - 1), block)) {
                block = blocks.remove(blocks.size() - 1).and(block);
            }
            blocks.add(block);
        }
        return rising(blocks);
    }

    /** Equal shares are pooled as well, and samples of one score are never parted. */
    private static boolean violates(Block left, Block right) {
        return left.right() / left.count() >= right.right() / right.count() || left.score() == right.score();
    }

    /** What few samples say for sure is little: their shares may fall where their plain shares rose. */
    private static List<Block> rising(List<Block> given) {
        List<Block> blocks = new ArrayList<>();
        for (Block next : given) {
            Block block = next;
            while (!blocks.isEmpty() && blocks.get(blocks.size() - 1).share() >= block.share()) {
                block = blocks.remove(blocks.size() - 1).and(block);
            }
            blocks.add(block);
        }
        return blocks;
    }
}
