package gouji.document.sheet;

import gouji.document.SafeXml;
import gouji.source.Reason;
import gouji.source.UnreadableException;
import gouji.source.ZipParts;

/**
 * Looks through the sheets of an XLSX as streams before the whole workbook is built in memory: no document type, no depth
 * without end, no more cells than the limit.
 */
final class SheetParts {
    static final int MAX_CELLS = 200_000;
    private static final long MAX_XML_BYTES = 64L << 20;

    private SheetParts() {}

    static void check(ZipParts parts) throws UnreadableException {
        parts.checkAll();
        long bytes = 0;
        int cells = 0;
        for (String name : parts.names()) {
            if (name.startsWith("xl/") && name.endsWith(".xml")) {
                byte[] part = parts.find(name).orElse(new byte[0]);
                bytes += part.length;
                if (bytes > MAX_XML_BYTES) {
                    throw new UnreadableException(Reason.LIMIT_XML);
                }
                cells += cells(part);
                if (cells > MAX_CELLS) {
                    throw new UnreadableException(Reason.LIMIT_CELLS);
                }
            }
        }
    }

    private static int cells(byte[] part) throws UnreadableException {
        int cells = 0;
        SafeXml xml = SafeXml.of(part);
        while (xml.next() && cells <= MAX_CELLS) {
            cells += xml.isStart("c") || xml.isStart("row") ? 1 : 0;
        }
        return cells;
    }
}
