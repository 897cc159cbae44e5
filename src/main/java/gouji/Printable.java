package gouji;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Text of others (names of files, words of reports) for a terminal or a log: what could steer a terminal or turn the line
 * around is written as its code.
 */
final class Printable {
    private Printable() {}

    /** Control characters, line ends, marks of writing direction and lone surrogates become {@code \\uXXXX}. */
    static String of(String text) {
        if (text.codePoints().noneMatch(Printable::isUnsafe)) {
            return text;
        }
        StringBuilder safe = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (isUnsafe(c)) {
                safe.append(String.format("\\u%04X", c));
            } else {
                safe.appendCodePoint(c);
            }
        });
        return safe.toString();
    }

    /** The same for every text in a value of maps and lists. */
    static Object in(Object value) {
        if (value instanceof String text) {
            return of(text);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Printable::in).toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> safe = new LinkedHashMap<>();
            map.forEach((k, v) -> safe.put(in(k), in(v)));
            return safe;
        }
        return value;
    }

    private static boolean isUnsafe(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || c >= 0x202A && c <= 0x202E
                || c >= 0x2066 && c <= 0x2069
                || c == 0x200E
                || c == 0x200F
                || c == 0x061C;
    }
}
