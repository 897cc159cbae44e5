package gouji.document.ocr.tesseract;

import gouji.document.ocr.Figures;
import java.util.List;

/**
 * A character that Tesseract saw.
 *
 * @param score 0 to 1, its confidence
 */
record TessSymbol(String text, double score) {
    static String text(List<TessSymbol> symbols) {
        StringBuilder text = new StringBuilder();
        symbols.forEach(s -> text.append(s.text()));
        return text.toString();
    }

    /** What is a figure or looks like one, as characters of {@link Figures#ALPHABET}; the rest is dropped. */
    static String figure(List<TessSymbol> symbols) {
        StringBuilder figure = new StringBuilder();
        for (char c : text(symbols).toCharArray()) {
            if (Figures.classOf(c) >= 0) {
                figure.append(Figures.ALPHABET.charAt(Figures.classOf(c)));
            }
        }
        return figure.toString();
    }

    /** The least of their confidences; 0 where there are none. */
    static double score(List<TessSymbol> symbols) {
        return symbols.stream().mapToDouble(TessSymbol::score).min().orElse(0);
    }
}
