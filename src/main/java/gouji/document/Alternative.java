package gouji.document;

import java.util.Objects;

/**
 * One way to read a piece of print.
 *
 * @param text the text, empty for a blank cell
 * @param score 0 to 1: estimated probability of this reading among all
 */
public record Alternative(String text, double score) {
    public Alternative {
        Objects.requireNonNull(text, "text");
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("not a probability: " + score);
        }
    }
}
