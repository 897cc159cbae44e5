package gouji.dataset.csv;

import java.util.regex.Pattern;

/**
 * Keeps a spreadsheet from running a text as a formula.
 *
 * <p>A text whose first character is one of {@code = + - @}, their full-width forms, TAB or CR, and that is not a plain
 * number, is written with one apostrophe before it. So that this can be undone, a text that begins with apostrophes
 * followed by one of these characters gets one more: to read a text back, take one apostrophe off whatever matches
 * {@code '+[=+-@＝＋－＠TAB CR]}.
 */
final class FormulaGuard {
    private static final String STARTS = "=+\\-@\uff1d\uff0b\uff0d\uff20\\t\\r";
    private static final Pattern DANGEROUS = Pattern.compile("'*[" + STARTS + "].*", Pattern.DOTALL);
    private static final Pattern GUARDED = Pattern.compile("'+[" + STARTS + "].*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)");

    private FormulaGuard() {}

    static String guard(String text) {
        if (text.isEmpty() || text.charAt(0) > '@' && text.charAt(0) < '\uff00') {
            return text; // nearly all labels: no need to look closer
        }
        return DANGEROUS.matcher(text).matches() && !NUMBER.matcher(text).matches() ? "'" + text : text;
    }

    static String unguard(String written) {
        return GUARDED.matcher(written).matches() ? written.substring(1) : written;
    }
}
