package gouji.source;

import java.util.Comparator;

/** Order of names by Unicode code point, the same on every machine (not that of UTF-16 units, not a locale's). */
public final class CodePoints {
    /** The order itself. */
    public static final Comparator<String> ORDER = CodePoints::compare;

    private CodePoints() {}

    private static int compare(String a, String b) {
        int i = 0;
        int end = Math.min(a.length(), b.length());
        while (i < end && a.charAt(i) == b.charAt(i)) {
            i++;
        }
        if (i > 0 && Character.isHighSurrogate(a.charAt(i - 1))) {
            i--;
        }
        if (i == a.length() || i == b.length()) {
            return Integer.compare(a.length(), b.length());
        }
        return Integer.compare(a.codePointAt(i), b.codePointAt(i));
    }
}
