package gouji.document.rtf;

/**
 * One token of RTF.
 *
 * @param kind what it is
 * @param word the control word, or the control symbol
 * @param number parameter of a control word, the byte of a byte token; {@link #NONE} when there is none
 */
record Token(Kind kind, String word, int number) {
    static final int NONE = Integer.MIN_VALUE;

    enum Kind {
        OPEN,
        CLOSE,
        WORD,
        SYMBOL,
        /** A byte of text, bare or as {@code \'hh}. */
        BYTE,
        END
    }

    static final Token OPEN = new Token(Kind.OPEN, "{", NONE);
    static final Token CLOSE = new Token(Kind.CLOSE, "}", NONE);
    static final Token END = new Token(Kind.END, "", NONE);

    /** The parameter, or what it means when it is left out. */
    int orElse(int otherwise) {
        return number == NONE ? otherwise : number;
    }

    /** Whether a switch is on: on without a parameter, off with 0. */
    boolean isOn() {
        return number != 0;
    }
}
