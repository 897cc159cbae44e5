package tablegen;

import org.apache.pdfbox.cos.COSDictionary;

/** A typeface of one document: gives each character a code in one of its fonts. */
interface Face {
    /**
     * One character as it is shown.
     *
     * @param font name of the font among the page's resources
     * @param hex the code, two digits a byte
     * @param widthEm how far the pen moves on
     */
    record Code(String font, String hex, double widthEm) {}

    Code code(int character);

    /** Puts all fonts used into a dictionary, when all pages are drawn. */
    void finish(COSDictionary fonts);

    default double widthEm(String text) {
        return text.codePoints().mapToDouble(c -> code(c).widthEm()).sum();
    }
}
