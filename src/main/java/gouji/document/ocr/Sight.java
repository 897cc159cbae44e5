package gouji.document.ocr;

/**
 * What a model saw in one line.
 *
 * @param text the likeliest text over the whole alphabet
 * @param score least probability of a character of it, 0 for no text
 * @param figures for each step the probabilities of {@link Figures#ALPHABET}'s characters, look-alikes added, and at last
 *     that of nothing
 */
public record Sight(String text, double score, double[][] figures) {}
