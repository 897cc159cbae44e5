package gouji.document;

/** Digits printed raised, the marks of footnotes: kept apart from the figures before them. */
public final class Raised {
    private static final String DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private Raised() {}

    /** The text with its digits as superscript characters. */
    public static String of(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            out.append(c >= '0' && c <= '9' ? DIGITS.charAt(c - '0') : c);
        }
        return out.toString();
    }
}
