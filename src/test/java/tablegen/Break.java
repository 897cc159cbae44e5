package tablegen;

/**
 * A page break within a table.
 *
 * @param afterRow rows on the page before; 0 for no break but where the page is full
 * @param headerRepeated whether the header stands again on the next page
 * @param label where a label that spans the break is printed
 * @param rowCut whether the break goes through the last row: its label is cut, its values stand above
 */
record Break(int afterRow, boolean headerRepeated, LabelOn label, boolean rowCut) {
    static final Break NONE = new Break(0, true, LabelOn.FIRST, false);

    /** Where a label that spans the break is printed. */
    enum LabelOn {
        FIRST,
        SECOND,
        BOTH,
        CUT
    }
}
