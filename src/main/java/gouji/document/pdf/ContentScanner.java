package gouji.document.pdf;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Cuts a content stream into operators with their operands (ISO 32000-1, 7.2 and 7.8.2). PDFBox has such a scanner; this
 * one reads straight from an array and makes no object for a number, which is most of what a page holds. Broken syntax
 * is skipped, never an error.
 */
final class ContentScanner {
    private static final int MOST_NESTED = 64;
    private static final byte[] KIND = kinds();
    private static final int MOST_DECIMALS = 12;
    private static final double[] POWERS_OF_TEN = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12};
    private static final int SPACE = 1;
    private static final int DELIMITER = 2;

    private final byte[] data;
    private final Operands operands = new Operands();
    private int at;

    ContentScanner(byte[] data) {
        this.data = data;
    }

    /** The operands read before the operator that {@link #next} returned. */
    Operands operands() {
        return operands;
    }

    /** The next operator, its letters packed into an int (see {@link #pack}); 0 at the end. */
    int next() {
        operands.clear();
        while (true) {
            skipSpace();
            if (at >= data.length) {
                return 0;
            }
            if (!readOperand(operands, 0)) {
                int operator = readOperator(operands);
                if (operator != 0) {
                    return operator;
                }
            }
        }
    }

    /** Up to four letters as one int, the last one lowest, so that operators can be cases of a switch. */
    static int pack(String operator) {
        int packed = 0;
        for (int i = 0; i < operator.length(); i++) {
            packed = packed << 8 | operator.charAt(i);
        }
        return packed;
    }

    /**
     * Reads the dictionary of an inline image and skips its samples: to be called right after the operator BI.
     */
    Operands inlineImage() {
        Operands dictionary = new Operands();
        while (true) {
            skipSpace();
            if (at >= data.length) {
                return dictionary;
            }
            if (!readOperand(dictionary, 0) && readOperator(dictionary) == ('I' << 8 | 'D')) {
                skipSamples();
                return dictionary;
            }
        }
    }

    /** Goes behind the EI that ends the samples: white space before it and nothing binary after it. */
    private void skipSamples() {
        for (int i = at + 1; i + 1 < data.length; i++) {
            if (data[i] == 'E' && data[i + 1] == 'I' && isSpace(data[i - 1]) && looksLikeContent(i + 2)) {
                at = i + 2;
                return;
            }
        }
        at = data.length;
    }

    private boolean looksLikeContent(int from) {
        if (from < data.length && !isSpace(data[from])) {
            return false;
        }
        for (int i = from; i < Math.min(data.length, from + 12); i++) {
            if (data[i] < 0x20 && !isSpace(data[i]) || data[i] == 0x7f || data[i] == 0) {
                return false;
            }
        }
        return true;
    }

    /** Reads one operand into the list; false when an operator stands here. */
    private boolean readOperand(Operands into, int depth) {
        int c = data[at];
        switch (c) {
            case '/' -> into.add(readName());
            case '(' -> into.add(readLiteral());
            case '<' -> readAngle(into, depth);
            case '[' -> {
                at++;
                into.add(readList(']', depth + 1));
            }
            case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '-', '+', '.' -> into.add(readNumber());
            case ']', '>', ')', '{', '}' -> at++;
            default -> {
                return false;
            }
        }
        return true;
    }

    private void readAngle(Operands into, int depth) {
        if (at + 1 < data.length && data[at + 1] == '<') {
            at += 2;
            into.add(readList('>', depth + 1));
        } else {
            into.add(readHex());
        }
    }

    private Operands readList(char end, int depth) {
        Operands list = new Operands();
        while (true) {
            skipSpace();
            if (at >= data.length) {
                return list;
            }
            if (data[at] == end || depth > MOST_NESTED) {
                at++;
                if (end == '>' && at < data.length && data[at] == '>') {
                    at++;
                }
                return list;
            }
            int start = at;
            if (!readOperand(list, depth) && readOperator(list) != 0) {
                // The end of the list is missing: no list holds operators.
                at = start;
                return list;
            }
        }
    }

    /** An operator; the words true, false and null are operands and give 0. */
    private int readOperator(Operands into) {
        int start = at;
        int packed = 0;
        while (at < data.length && kind(data[at]) == 0) {
            packed = packed << 8 | data[at++] & 0xff;
        }
        if (at == start) {
            at++;
            return 0;
        }
        return switch (at - start) {
            case 1, 2, 3 -> packed;
            default -> readWord(start, into);
        };
    }

    private int readWord(int start, Operands into) {
        String word = new String(data, start, at - start, StandardCharsets.ISO_8859_1);
        switch (word) {
            case "true" -> into.add(1);
            case "false", "null" -> into.add(0);
            default -> {
                return -1;
            }
        }
        return 0;
    }

    private String readName() {
        int start = ++at;
        boolean escaped = false;
        while (at < data.length && kind(data[at]) == 0) {
            escaped |= data[at++] == '#';
        }
        return escaped ? unescapeName(start, at) : new String(data, start, at - start, StandardCharsets.UTF_8);
    }

    private String unescapeName(int start, int end) {
        byte[] name = new byte[end - start];
        int n = 0;
        for (int i = start; i < end; i++) {
            if (data[i] == '#' && i + 2 < end && hex(data[i + 1]) >= 0 && hex(data[i + 2]) >= 0) {
                name[n++] = (byte) (hex(data[i + 1]) << 4 | hex(data[i + 2]));
                i += 2;
            } else {
                name[n++] = data[i];
            }
        }
        return new String(name, 0, n, StandardCharsets.UTF_8);
    }

    /** A number; signs within it and second points are skipped, as other readers do. */
    private double readNumber() {
        boolean negative = data[at] == '-';
        double digits = 0;
        int decimals = -1;
        for (; at < data.length; at++) {
            int c = data[at];
            if (c >= '0' && c <= '9') {
                if (decimals < MOST_DECIMALS) {
                    digits = digits * 10 + (c - '0');
                    decimals += decimals < 0 ? 0 : 1;
                }
            } else if (c == '.') {
                decimals = Math.max(decimals, 0);
            } else if (c != '-' && c != '+') {
                break;
            }
        }
        double value = decimals > 0 ? digits / POWERS_OF_TEN[decimals] : digits;
        return negative ? -value : value;
    }

    private byte[] readHex() {
        at++;
        byte[] bytes = new byte[16];
        int n = 0;
        int high = -1;
        for (; at < data.length && data[at] != '>'; at++) {
            int digit = hex(data[at]);
            if (digit < 0) {
                continue;
            }
            if (high < 0) {
                high = digit;
                continue;
            }
            bytes = n == bytes.length ? Arrays.copyOf(bytes, n * 2) : bytes;
            bytes[n++] = (byte) (high << 4 | digit);
            high = -1;
        }
        at++;
        if (high >= 0) {
            bytes = Arrays.copyOf(bytes, n + 1);
            bytes[n++] = (byte) (high << 4);
        }
        return Arrays.copyOf(bytes, n);
    }

    private byte[] readLiteral() {
        at++;
        byte[] bytes = new byte[32];
        int n = 0;
        int depth = 1;
        while (at < data.length) {
            int c = data[at++];
            if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                break;
            } else if (c == '\\') {
                c = readEscape();
                if (c < 0) {
                    continue;
                }
            } else if (c == '\r') {
                c = '\n';
                skipLineFeed();
            }
            bytes = n == bytes.length ? Arrays.copyOf(bytes, n * 2) : bytes;
            bytes[n++] = (byte) c;
        }
        return Arrays.copyOf(bytes, n);
    }

    /** What a backslash stands for, or -1 for nothing (a line broken in the source). */
    private int readEscape() {
        if (at >= data.length) {
            return -1;
        }
        int c = data[at++];
        switch (c) {
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case '\n':
                return -1;
            case '\r':
                skipLineFeed();
                return -1;
            default:
                return c >= '0' && c <= '7' ? readOctal(c - '0') : c & 0xff;
        }
    }

    private int readOctal(int value) {
        for (int i = 0; i < 2 && at < data.length && data[at] >= '0' && data[at] <= '7'; i++) {
            value = value << 3 | data[at++] - '0';
        }
        return value & 0xff;
    }

    private void skipLineFeed() {
        if (at < data.length && data[at] == '\n') {
            at++;
        }
    }

    private void skipSpace() {
        while (at < data.length) {
            if (data[at] == '%') {
                skipComment();
            } else if (!isSpace(data[at])) {
                return;
            }
            at++;
        }
    }

    private void skipComment() {
        while (at < data.length && data[at] != '\n' && data[at] != '\r') {
            at++;
        }
    }

    private static boolean isSpace(byte b) {
        return kind(b) == SPACE;
    }

    private static int kind(byte b) {
        return KIND[b & 0xff];
    }

    private static int hex(byte b) {
        return Character.digit(b, 16);
    }

    private static byte[] kinds() {
        byte[] kinds = new byte[256];
        for (char c : "\0\t\n\f\r ".toCharArray()) {
            kinds[c] = SPACE;
        }
        for (char c : "()<>[]{}/%".toCharArray()) {
            kinds[c] = DELIMITER;
        }
        return kinds;
    }
}
