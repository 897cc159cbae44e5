package gouji.document.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts a line of a dump into the fields of a table row. */
final class Fields {
    private static final Pattern BAR = Pattern.compile("[|│┃｜]");
    private static final Pattern FRAME = Pattern.compile("[\\s|│┃｜+\\-=─━┌┐└┘├┤┬┴┼╭╮╰╯═╔╗╚╝╠╣╦╩╬:]+");
    /** A run of blanks that parts two fields of an aligned row: two or more, whatever their width. */
    private static final Pattern GAP = Pattern.compile("[ \\u00A0\\u3000]{2,}");

    private Fields() {}

    /** A field and the display column it begins and ends at (a Han character is two columns wide). */
    record Field(String text, int from, int to) {}

    /** Whether the line only draws a frame ({@code |---|---|}, {@code ├──┼──┤}). */
    static boolean isFrame(String line) {
        return FRAME.matcher(line).matches()
                && line.chars().filter(c -> "-=─━═".indexOf(c) >= 0).count() >= 3;
    }

    /** Fields parted by tabs or bars, trimmed; a single field when there is neither. */
    static List<String> delimited(String line) {
        if (line.indexOf('\t') >= 0) {
            return trimmed(line.split("\t", -1));
        }
        if (BAR.matcher(line).find()) {
            return trimmed(withoutOuterBars(line).split(BAR.pattern(), -1));
        }
        return List.of(line.strip());
    }

    private static String withoutOuterBars(String line) {
        String s = line.strip();
        if (BAR.matcher(s).lookingAt()) {
            s = s.substring(1);
        }
        return s.isEmpty() || !BAR.matcher(s.substring(s.length() - 1)).matches() ? s : s.substring(0, s.length() - 1);
    }

    private static List<String> trimmed(String[] parts) {
        List<String> fields = new ArrayList<>(parts.length);
        for (String part : parts) {
            fields.add(strip(part));
        }
        return fields;
    }

    /** Fields parted by runs of blanks, with their display columns. */
    static List<Field> aligned(String line) {
        List<Field> fields = new ArrayList<>();
        var gap = GAP.matcher(line);
        int start = 0;
        while (start < line.length()) {
            boolean found = gap.find(start);
            int end = found ? gap.start() : line.length();
            addField(line, start, end, fields);
            start = found ? gap.end() : line.length();
        }
        return fields;
    }

    private static void addField(String line, int start, int end, List<Field> fields) {
        String text = line.substring(start, end);
        if (!strip(text).isEmpty()) {
            int from = width(line, start) + leading(text);
            fields.add(new Field(strip(text), from, width(line, end)));
        }
    }

    private static int leading(String text) {
        int i = 0;
        int columns = 0;
        while (i < text.length() && isBlank(text.charAt(i))) {
            columns += columnsOf(text.charAt(i++));
        }
        return columns;
    }

    private static int width(String line, int to) {
        int columns = 0;
        for (int i = 0; i < to; i++) {
            columns += columnsOf(line.charAt(i));
        }
        return columns;
    }

    /** Display columns of a character: two for Han, kana, hangul, full-width forms and CJK punctuation. */
    private static int columnsOf(char c) {
        boolean wide = c >= 0x1100 && c <= 0x115F
                || c >= 0x2E80 && c <= 0xA4CF
                || c >= 0xAC00 && c <= 0xD7A3
                || c >= 0xF900 && c <= 0xFAFF
                || c >= 0xFE30 && c <= 0xFE6F
                || c >= 0xFF00 && c <= 0xFF60
                || c >= 0xFFE0 && c <= 0xFFE6
                || c == '“'
                || c == '”'
                || c == '‘'
                || c == '’'
                || c == '—'
                || c == '…';
        return wide ? 2 : 1;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\u00A0' || c == '\u3000' || c == '\t';
    }

    /** Without blanks (no-break and ideographic ones too) at either end. */
    static String strip(String s) {
        int from = 0;
        int to = s.length();
        while (from < to && isBlank(s.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(s.charAt(to - 1))) {
            to--;
        }
        return s.substring(from, to);
    }
}
