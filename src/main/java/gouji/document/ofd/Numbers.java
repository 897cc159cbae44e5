package gouji.document.ofd;

import java.util.ArrayList;
import java.util.List;

/** The lists of numbers of OFD attributes. Anything that is no number is passed over, as viewers do. */
final class Numbers {
    private static final int MOST = 1_000_000;

    private Numbers() {}

    static double[] all(String text) {
        List<Double> numbers = new ArrayList<>();
        for (String word : text.strip().split("[\\s,]+")) {
            of(word).ifPresent(numbers::add);
        }
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    static java.util.Optional<Double> of(String word) {
        try {
            double number = Double.parseDouble(word);
            return Double.isFinite(number) && Math.abs(number) < MOST
                    ? java.util.Optional.of(number)
                    : java.util.Optional.empty();
        } catch (NumberFormatException e) {
            return java.util.Optional.empty();
        }
    }

    /**
     * Distances between characters (clause 11.3): numbers, and {@code g n v} for n times v.
     *
     * @param most as many as are needed; what is more is not unfolded
     */
    static double[] deltas(String text, int most) {
        double[] deltas = new double[most];
        String[] words = text.strip().split("\\s+");
        int n = 0;
        for (int w = 0; w < words.length && n < most; w++) {
            if (words[w].equals("g") && w + 2 < words.length) {
                int times =
                        (int) Math.min(most - n, Math.max(0, of(words[w + 1]).orElse(0.0)));
                double value = of(words[w + 2]).orElse(0.0);
                for (int i = 0; i < times; i++) {
                    deltas[n++] = value;
                }
                w += 2;
            } else {
                deltas[n++] = of(words[w]).orElse(0.0);
            }
        }
        // Fewer than needed: the last one goes on.
        for (int i = n; i < most && n > 0; i++) {
            deltas[i] = deltas[n - 1];
        }
        return deltas;
    }
}
