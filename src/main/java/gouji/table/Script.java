package gouji.table;

/** What kind of writing a character is, as far as joining text needs to know. */
final class Script {
    private Script() {}

    /** Han characters, kana and the punctuation set with them: written without spaces. */
    static boolean isHan(int c) {
        return c >= 0x2E80 && c <= 0x9FFF
                || c >= 0xF900 && c <= 0xFAFF
                || c >= 0xFE30 && c <= 0xFE4F
                || c >= 0xFF00 && c <= 0xFF0F
                || c >= 0xFF1A && c <= 0xFF5E
                || c >= 0x20000 && c <= 0x3FFFF
                || c >= 0x2018 && c <= 0x201D
                || c == 0x2014
                || c == 0x2026;
    }

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9' || c >= 0xFF10 && c <= 0xFF19;
    }

    static boolean isSpace(int c) {
        return c == ' '
                || c == 0x3000
                || c == 0xA0
                || c >= 0x2000 && c <= 0x200B
                || c == '\t'
                || c == '\n'
                || c == '\r';
    }

    static boolean isBlank(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isSpace(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether the character can stand in a figure: digits, signs, separators. */
    static boolean isOfFigure(int c) {
        return isDigit(c) || ".,-+%/—–－−，．％".indexOf(c) >= 0;
    }

    /** Whether the text is a figure or a dash in place of one. */
    static boolean isFigure(String text) {
        boolean any = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isSpace(c) && !isOfFigure(c)) {
                return false;
            }
            any |= !isSpace(c);
        }
        return any;
    }

    /** Whether the text is nothing but the ordinal of a label whose words stand elsewhere: {@code 4.} {@code 12、}. */
    static boolean isBareOrdinal(String text) {
        String s = squeezed(text);
        return !s.isEmpty() && !isDigit(s.charAt(s.length() - 1)) && beginsWithOrdinal(s) && isFigure(text);
    }

    /** The text without any white space, for comparing. */
    static String squeezed(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (!isSpace(text.charAt(i))) {
                out.append(text.charAt(i));
            }
        }
        return out.toString();
    }

    /** Whether a label begins with an ordinal: {@code 一、} {@code （二）} {@code (3)} {@code 4.} {@code ①}. */
    static boolean beginsWithOrdinal(String label) {
        String s = squeezed(label);
        int i = 0;
        boolean open = !s.isEmpty() && (s.charAt(0) == '（' || s.charAt(0) == '(' || s.charAt(0) == '〔');
        if (open || s.startsWith("第")) {
            i = 1;
        }
        int from = i;
        while (i < s.length() && (isDigit(s.charAt(i)) || "一二三四五六七八九十百⼀⼆⼋⼗".indexOf(s.charAt(i)) >= 0)) {
            i++;
        }
        if (i == from) {
            return !s.isEmpty() && s.charAt(0) >= 0x2460 && s.charAt(0) <= 0x2473;
        }
        return i < s.length() && "、.．)）〕,，条项节章".indexOf(s.charAt(i)) >= 0;
    }
}
