package gouji.document.pdf;

/**
 * What a character code of a font stands for. Lengths are in em, that is, for a font of size 1.
 *
 * @param text Unicode text; empty for a control character, U+FFFD where nobody knows
 * @param width width of the glyph
 * @param advanceDown for vertical writing the step to the next glyph (negative is down); 0 for horizontal writing
 * @param shiftX for vertical writing, from the pen to the glyph's own origin; 0 for horizontal writing
 * @param shiftY as shiftX, upwards
 * @param doubtful whether the text is private-use or unknown, so that only the picture of the page can say what it is
 */
record Shape(String text, double width, double advanceDown, double shiftX, double shiftY, boolean doubtful) {
    static final String UNKNOWN_TEXT = "\uFFFD";

    static Shape of(String text, double width, double advanceDown, double shiftX, double shiftY) {
        String clean = withoutControls(text);
        return new Shape(clean, width, advanceDown, shiftX, shiftY, isDoubtful(clean));
    }

    private static String withoutControls(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isControl(text.charAt(i))) {
                return text.codePoints()
                        .filter(c -> !isControl(c))
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
            }
        }
        return text;
    }

    /** ISO controls and the characters that have no width and no ink: zero width space, joiners, byte order mark. */
    private static boolean isControl(int c) {
        return Character.isISOControl(c) || c >= 0x200B && c <= 0x200F || c == 0x2060 || c == 0xFEFF;
    }

    private static boolean isDoubtful(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean loneSurrogate = Character.isSurrogate(c) && Character.isSurrogate((char) text.codePointAt(i));
            if (c == 0xFFFD || c >= 0xE000 && c <= 0xF8FF || loneSurrogate) {
                return true;
            }
            if (Character.isHighSurrogate(c)) {
                i++;
            }
        }
        return false;
    }
}
