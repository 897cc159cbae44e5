package gouji.source;

/** Why an input did not become a report: the closed list of the ledger's {@code reason} column. */
public enum Reason {
    /** The file has no bytes. */
    EMPTY(Fate.QUARANTINED, "The file is empty (0 bytes): ask the publisher for it again."),
    /** Not a regular file: a device, a pipe, a socket. */
    NOT_REGULAR(Fate.REJECTED, "This is not a regular file; it was not opened."),
    /** A symbolic link; links are not followed. */
    SYMLINK(Fate.REJECTED, "This is a symbolic link; links are not followed. Give the target itself."),
    /** A folder that an import wrote. */
    DATASET(
            Fate.REJECTED,
            "This folder is a dataset that an import wrote; nothing in it was read. Move reports out of it, if there are any."),
    /** The operating system refused to let us read it. */
    UNREADABLE(Fate.QUARANTINED, "The file could not be opened: check its permissions and run again."),
    /** The file changed while it was read. */
    CHANGED_WHILE_READ(Fate.QUARANTINED, "The file changed while it was being read: run again when it is at rest."),
    /** A password is needed. */
    ENCRYPTED(Fate.QUARANTINED, "The file needs a password to open: save an unprotected copy and import that."),
    /** Broken beyond reading. */
    CORRUPT(Fate.QUARANTINED, "The file is damaged and cannot be read: download it again."),
    /** Only the first part of the file is there. */
    TRUNCATED(Fate.QUARANTINED, "The file ends too early; part of it is missing: download it again."),
    /** Readable, but its bytes give no text at all. */
    NOT_READABLE(Fate.QUARANTINED, "No text could be read from the file."),
    /** A known type that this version does not read. */
    TYPE_UNSUPPORTED(Fate.QUARANTINED, "This kind of file is not supported yet: convert it to PDF or text."),
    /** No known type. */
    TYPE_UNKNOWN(Fate.QUARANTINED, "The content is of no known file type, whatever its name says."),
    /** The pages hold no text, only pictures. */
    NO_TEXT(
            Fate.QUARANTINED,
            "The pages hold pictures only, no text: gouji import reads them unless --ocr off is given."),
    /** Understood, and not a report of any known family. */
    NO_REPORT_FOUND(Fate.REJECTED, "This is not a report of a known family: no statistical table of one was found."),
    /** The title names a report of a known family, but none of its tables could be read. */
    TABLE_MISSING(
            Fate.QUARANTINED,
            "The title names a report, but none of its tables was found: look at the file; its tables may be pictures or"
                    + " attached elsewhere."),
    /** A report whose repeated or blank cells were removed by whoever made the text; never filled in. */
    INCOMPLETE_TEXT(
            Fate.QUARANTINED,
            "Cells are missing from the rows of its tables, so figures cannot be told apart: import the original"
                    + " file (PDF, Word, web page) instead."),
    UNSAFE_XML(Fate.QUARANTINED, "The file declares external entities or a document type; it was not read."),
    UNSAFE_PATH(Fate.QUARANTINED, "A name inside the archive leads out of it; the member was not unpacked."),
    LIMIT_BYTES(Fate.QUARANTINED, "The file is larger than the limit."),
    LIMIT_PAGES(Fate.QUARANTINED, "The document has more pages than the limit: run again with a larger --max-pages."),
    LIMIT_OPERATORS(Fate.QUARANTINED, "A page draws more than the limits allow; it looks like a bomb."),
    LIMIT_INFLATE(Fate.QUARANTINED, "The content unpacks to more than the limit allows; it looks like a bomb."),
    LIMIT_XML(
            Fate.QUARANTINED,
            "The markup is nested deeper, or is larger, than the limits allow; it looks like a bomb."),
    LIMIT_PIXELS(Fate.QUARANTINED, "A picture has more pixels than the limit: save a smaller copy of it."),
    LIMIT_CELLS(Fate.QUARANTINED, "The tables have more cells than the limit."),
    LIMIT_MEMBERS(Fate.QUARANTINED, "The archive has more members than the limit."),
    LIMIT_DEPTH(Fate.QUARANTINED, "Archives are nested deeper than the limit."),
    LIMIT_RATIO(Fate.QUARANTINED, "The archive unpacks to far more than its size; it looks like a bomb."),
    TIMEOUT(Fate.QUARANTINED, "Reading took longer than --timeout allows: run again with a larger one."),
    MEMORY(Fate.QUARANTINED, "Reading needed more memory than there is."),
    CRASH(
            Fate.QUARANTINED,
            "Reading failed for a reason of ours: run again, and report it with this file if it stays.");

    /** Whether a person may look at the input, or it is none of our business. */
    public enum Fate {
        REJECTED,
        QUARANTINED
    }

    private final Fate fate;
    private final String sentence;

    Reason(Fate fate, String sentence) {
        this.fate = fate;
        this.sentence = sentence;
    }

    public Fate fate() {
        return fate;
    }

    /** One sentence that a person understands, with the next step. */
    public String sentence() {
        return sentence;
    }
}
