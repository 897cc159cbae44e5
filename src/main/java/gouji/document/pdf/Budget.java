package gouji.document.pdf;

import gouji.source.Reason;

/** Counts what one page costs. */
final class Budget {
    private final PdfLimits limits;
    private final int page;
    private int operators;
    private int glyphs;
    private int forms;
    private int segments;
    private long comparisons;
    private int contentBytes;

    Budget(PdfLimits limits, int page) {
        this.limits = limits;
        this.page = page;
    }

    void operator() {
        if (++operators > limits.operatorsPerPage()) {
            throw exceeded(limits.operatorsPerPage() + " operators");
        }
    }

    void glyph() {
        if (++glyphs > limits.glyphsPerPage()) {
            throw exceeded(limits.glyphsPerPage() + " glyphs");
        }
    }

    void form(int depth) {
        if (++forms > limits.formsPerPage()) {
            throw exceeded(limits.formsPerPage() + " forms");
        }
        if (depth > limits.formDepth()) {
            throw exceeded(limits.formDepth() + " forms within forms");
        }
    }

    void savedStates(int depth) {
        if (depth > limits.savedStates()) {
            throw exceeded(limits.savedStates() + " saved graphics states");
        }
    }

    void segment() {
        if (++segments > limits.segmentsPerPage()) {
            throw exceeded(limits.segmentsPerPage() + " lines and areas");
        }
    }

    void comparison() {
        if (++comparisons > limits.comparisonsPerPage()) {
            throw exceeded(limits.comparisonsPerPage() + " overlaps");
        }
    }

    /** Bytes of content the page may still unpack. */
    int contentBytesLeft() {
        return limits.contentBytesPerPage() - contentBytes;
    }

    void contentBytes(int unpacked) {
        contentBytes += unpacked;
    }

    int operatorsSeen() {
        return operators;
    }

    private LimitExceeded exceeded(String what) {
        return new LimitExceeded(
                Reason.LIMIT_OPERATORS,
                "Page " + page + " draws more than " + what
                        + ", the limit; it looks like a bomb: ask the publisher for another copy.");
    }
}
