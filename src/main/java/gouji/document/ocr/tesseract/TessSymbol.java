package gouji.document.ocr.tesseract;

import gouji.document.ocr.Figures;
import java.util.List;

/**
 * A character that Tesseract saw.
 *
 * @param score 0 to 1, its confidence
 */
record TessSymbol(String text, double score) {
    /**
     * The figures in them as the steps of a {@link gouji.document.ocr.Sight}: one for each character of a figure, with
     * nothing between two.
     */
    static double[][] steps(List<TessSymbol> symbols) {
        int classes = Figures.ALPHABET.length() + 1;
        double[][] steps = new double[2 * symbols.size()][classes];
        int n = 0;
        for (TessSymbol s : symbols) {
            int c = s.text().length() == 1 ? Figures.classOf(s.text().charAt(0)) : -1;
            if (c >= 0) {
                steps[2 * n][c] = s.score();
                steps[2 * n][classes - 1] = 1 - s.score();
                steps[2 * n + 1][classes - 1] = 1;
                n++;
            }
        }
        return java.util.Arrays.copyOf(steps, 2 * n);
    }
}
