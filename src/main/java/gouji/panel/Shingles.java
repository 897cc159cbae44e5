package gouji.panel;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.apache.commons.codec.digest.MurmurHash3;

/**
 * A text as the set of its pieces of five characters, as hashes; digits, punctuation and white space do not count, so
 * that last year's text with new figures is last year's text.
 */
final class Shingles {
    /** Characters of a piece. */
    static final int LENGTH = 5;

    private final long[] sorted;

    private Shingles(long[] sorted) {
        this.sorted = sorted;
    }

    static Shingles of(String text) {
        String letters = text.replaceAll("[^\\p{L}]+", "");
        Set<Long> hashes = new HashSet<>();
        for (int i = 0; i + LENGTH <= letters.length(); i++) {
            byte[] piece = letters.substring(i, i + LENGTH).getBytes(StandardCharsets.UTF_8);
            hashes.add(MurmurHash3.hash128x64(piece, 0, piece.length, 0)[0]);
        }
        return new Shingles(hashes.stream().mapToLong(Long::longValue).sorted().toArray());
    }

    int size() {
        return sorted.length;
    }

    /** Share of these pieces that stand in the other text too, 0 to 1. */
    double shareIn(Shingles other) {
        int common = 0;
        for (long hash : sorted) {
            common += Arrays.binarySearch(other.sorted, hash) >= 0 ? 1 : 0;
        }
        return sorted.length == 0 ? 0 : (double) common / sorted.length;
    }

    /** The smallest hashes, at most so many: a sample that two texts share as they share their pieces (MinHash). */
    Sketch sketch(int most) {
        return new Sketch(Arrays.copyOf(sorted, Math.min(most, sorted.length)), sorted.length);
    }

    /** A sample of a text's pieces. */
    static final class Sketch {
        private final long[] smallest;
        private final int size;

        private Sketch(long[] smallest, int size) {
            this.smallest = smallest;
            this.size = size;
        }

        int size() {
            return size;
        }

        /** The first of them, by which texts that share much are found. */
        long[] keys(int most) {
            return Arrays.copyOf(smallest, Math.min(most, smallest.length));
        }

        /** Estimated share of this text's pieces that stand in the other, 0 to 1. */
        double shareIn(Sketch other) {
            int k = Math.min(smallest.length, other.smallest.length);
            int i = 0;
            int j = 0;
            int seen = 0;
            int common = 0;
            while (seen < k && i < smallest.length && j < other.smallest.length) {
                seen++;
                if (smallest[i] == other.smallest[j]) {
                    common++;
                    i++;
                    j++;
                } else if (smallest[i] < other.smallest[j]) {
                    i++;
                } else {
                    j++;
                }
            }
            double jaccard = seen == 0 ? 0 : (double) common / seen;
            double both = jaccard * (size + other.size) / (1 + jaccard);
            return size == 0 ? 0 : Math.min(1, both / size);
        }
    }
}
