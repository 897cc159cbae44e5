package gouji.document.rtf;

/** What a group hands down to the groups in it and takes back at its end. */
final class State {
    /** Nothing here is shown. */
    boolean skipped;
    /** The text goes into a box beside the flow. */
    boolean boxed;
    /** The font table: fonts are noted, nothing is shown. */
    boolean fontTable;
    /** Hidden text. */
    boolean hidden;

    boolean deleted;
    /** The row that is defined here is one of a nested table. */
    boolean nestedRow;
    /** Tables around the paragraph at hand. */
    int level;

    int font = -1;
    /** Characters to jump over after a Unicode one. */
    int fallback = 1;

    State copy() {
        State copy = new State();
        copy.skipped = skipped;
        copy.boxed = boxed;
        copy.fontTable = fontTable;
        copy.hidden = hidden;
        copy.deleted = deleted;
        copy.nestedRow = nestedRow;
        copy.level = level;
        copy.font = font;
        copy.fallback = fallback;
        return copy;
    }

    boolean isShown() {
        return !skipped && !fontTable && !hidden && !deleted;
    }
}
