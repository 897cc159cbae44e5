package gouji.document.pdf;

/**
 * What one document may cost. The budgets are counters, not clocks, so that what becomes of an input does not depend on
 * the machine.
 *
 * @param pages pages of a document
 * @param treeNodes nodes of the page tree looked at, dead branches included
 * @param treeDepth levels of the page tree
 * @param operatorsPerPage operators of a page, those of its forms included
 * @param glyphsPerPage glyphs a page shows, hidden ones included
 * @param formsPerPage times a page draws a form
 * @param formDepth forms drawn within forms
 * @param savedStates graphics states saved and not yet restored
 * @param segmentsPerPage painted line pieces and filled rectangles of a page
 * @param comparisonsPerPage steps spent to find out what covers what
 * @param contentBytesPerPage unpacked bytes of content a page runs through
 */
record PdfLimits(
        int pages,
        int treeNodes,
        int treeDepth,
        int operatorsPerPage,
        int glyphsPerPage,
        int formsPerPage,
        int formDepth,
        int savedStates,
        int segmentsPerPage,
        long comparisonsPerPage,
        int contentBytesPerPage) {

    /** Far above any report: those have under fifty pages and a few thousand glyphs on each. */
    static final PdfLimits STANDARD =
            new PdfLimits(500, 20_000, 64, 5_000_000, 200_000, 10_000, 40, 100_000, 50_000, 100_000_000L, 64 << 20);

    PdfLimits withPages(int most) {
        return new PdfLimits(
                most,
                treeNodes,
                treeDepth,
                operatorsPerPage,
                glyphsPerPage,
                formsPerPage,
                formDepth,
                savedStates,
                segmentsPerPage,
                comparisonsPerPage,
                contentBytesPerPage);
    }
}
