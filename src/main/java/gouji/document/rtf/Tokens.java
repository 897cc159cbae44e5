package gouji.document.rtf;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Cuts RTF into tokens. Line ends are nothing; data after {@code \bin} is jumped over, and had by {@link #binary}. */
final class Tokens {
    private static final int LONGEST_WORD = 32;
    private static final int LONGEST_NUMBER = 10;

    private final byte[] bytes;
    private int at;
    private int binaryFrom;

    Tokens(byte[] bytes) {
        this.bytes = bytes;
    }

    Token next() {
        while (at < bytes.length && (bytes[at] == '\r' || bytes[at] == '\n' || bytes[at] == 0)) {
            at++;
        }
        if (at >= bytes.length) {
            return Token.END;
        }
        int b = bytes[at++] & 0xFF;
        return switch (b) {
            case '{' -> Token.OPEN;
            case '}' -> Token.CLOSE;
            case '\\' -> control();
            default -> new Token(Token.Kind.BYTE, "", b);
        };
    }

    private Token control() {
        if (at >= bytes.length) {
            return Token.END;
        }
        if (isLetter(bytes[at])) {
            return word();
        }
        char symbol = (char) (bytes[at++] & 0xFF);
        if (symbol == '\'') {
            return hex();
        }
        boolean lineEnd = symbol == '\r' || symbol == '\n';
        return lineEnd
                ? new Token(Token.Kind.WORD, "par", Token.NONE)
                : new Token(Token.Kind.SYMBOL, "" + symbol, Token.NONE);
    }

    private Token hex() {
        int high = at < bytes.length ? Character.digit(bytes[at], 16) : -1;
        int low = at + 1 < bytes.length ? Character.digit(bytes[at + 1], 16) : -1;
        if (high < 0 || low < 0) {
            return new Token(Token.Kind.SYMBOL, "'", Token.NONE);
        }
        at += 2;
        return new Token(Token.Kind.BYTE, "", high * 16 + low);
    }

    private Token word() {
        int from = at;
        while (at < bytes.length && at - from < LONGEST_WORD && isLetter(bytes[at])) {
            at++;
        }
        String word = new String(bytes, from, at - from, StandardCharsets.US_ASCII);
        int number = number();
        if (at < bytes.length && bytes[at] == ' ') {
            at++;
        }
        if (word.equals("bin") && number > 0) {
            binaryFrom = at;
            at = (int) Math.min(bytes.length, (long) at + number);
        }
        return new Token(Token.Kind.WORD, word, number);
    }

    /** The data of the word {@code bin} that was just given. */
    byte[] binary() {
        return Arrays.copyOfRange(bytes, binaryFrom, at);
    }

    private int number() {
        int from = at;
        int digits = at < bytes.length && bytes[at] == '-' ? at + 1 : at;
        int end = digits;
        while (end < bytes.length && bytes[end] >= '0' && bytes[end] <= '9') {
            end++;
        }
        if (end == digits) {
            return Token.NONE;
        }
        at = end;
        int length = Math.min(end, digits + LONGEST_NUMBER) - from;
        long number = Long.parseLong(new String(bytes, from, length, StandardCharsets.US_ASCII));
        return (int) Math.max(Integer.MIN_VALUE + 1, Math.min(Integer.MAX_VALUE, number));
    }

    private static boolean isLetter(byte b) {
        return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z';
    }
}
