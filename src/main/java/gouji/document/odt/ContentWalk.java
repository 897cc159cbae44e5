package gouji.document.odt;

import gouji.document.CellShape;
import gouji.document.Document;
import gouji.document.Finding;
import gouji.document.Flow;
import gouji.document.OpenDocument;
import gouji.document.SafeXml;
import gouji.source.Input;
import gouji.source.UnreadableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Walks through the {@code content.xml} of a text document. */
final class ContentWalk {
    private static final Set<String> LEFT_OUT = Set.of(
            "tracked-changes",
            "note",
            "annotation",
            "annotation-end",
            "forms",
            "sequence-decls",
            "variable-decls",
            "user-field-decls",
            "ruby-text",
            "hidden-text",
            "hidden-paragraph",
            "object",
            "object-ole",
            "title",
            "desc",
            "event-listeners",
            "alphabetical-index-source",
            "table-of-content-source",
            "scripts",
            "font-face-decls",
            "automatic-styles",
            "table-column",
            "table-columns",
            "table-header-columns",
            "shapes");
    /** Cells or rows that one element may stand for. */
    private static final int MAX_REPEATED = 1000;

    private static final int MAX_SPACES = 100;

    private final SafeXml xml;
    private final OpenDocument.Parts parts;
    private final Flow flow = new Flow();
    private boolean revised;
    private boolean commented;
    /** Texts of the frames anchored in the paragraph at hand, read after it. */
    private final List<String> boxes = new ArrayList<>();

    ContentWalk(byte[] content, OpenDocument.Parts parts) throws UnreadableException {
        this.parts = parts;
        this.xml = SafeXml.of(content);
    }

    Document read() throws UnreadableException {
        while (next()) {
            if (xml.isStart()) {
                block();
            }
        }
        List<Finding> noticed = new ArrayList<>();
        if (revised) {
            noticed.add(Finding.revisions());
        }
        if (commented) {
            noticed.add(Finding.comments());
        }
        return flow.document("odt", noticed);
    }

    /** Goes on, and notices what says that the text was changed or commented. */
    private boolean next() throws UnreadableException {
        boolean more = xml.next();
        if (more && xml.isStart()) {
            revised |= xml.name().equals("changed-region") || xml.name().equals("tracked-changes");
            commented |= xml.name().equals("annotation");
        }
        return more;
    }

    /** The element that has just started, outside of a paragraph. */
    private void block() throws UnreadableException {
        switch (xml.name()) {
            case "p", "h" -> paragraph();
            case "table" -> table();
            case "image" -> picture();
            default -> {
                if (LEFT_OUT.contains(xml.name())) {
                    xml.skip();
                }
            }
        }
    }

    private void paragraph() throws UnreadableException {
        int outside = xml.depth() - 1;
        boolean blank = true;
        while (next() && xml.depth() > outside) {
            if (xml.isText()) {
                String text = collapsed(xml.text(), blank);
                flow.text(text);
                blank = text.isEmpty() ? blank : text.endsWith(" ");
            } else if (xml.isStart()) {
                blank = inline(blank);
            }
        }
        flow.endParagraph();
        for (String box : boxes) {
            flow.text(box);
            flow.endParagraph();
        }
        boxes.clear();
    }

    /** White space is one blank; none after another one (OpenDocument 1.2 part 1, clause 6.1.2). */
    private static String collapsed(String text, boolean afterBlank) {
        String one = text.replaceAll("[ \\t\\r\\n]+", " ");
        return afterBlank && one.startsWith(" ") ? one.substring(1) : one;
    }

    /** One element inside a paragraph; says whether a blank is the last thing shown. */
    private boolean inline(boolean blank) throws UnreadableException {
        switch (xml.name()) {
            case "s" -> {
                flow.text(" ".repeat(Math.max(0, Math.min(MAX_SPACES, xml.number("c", 1)))));
                return true;
            }
            case "tab" -> {
                flow.text(" ");
                return true;
            }
            case "line-break" -> {
                flow.endParagraph();
                return true;
            }
            case "text-box" -> boxes.addAll(box());
            case "image" -> picture();
            default -> {
                if (LEFT_OUT.contains(xml.name())) {
                    xml.skip();
                }
            }
        }
        return blank;
    }

    private List<String> box() throws UnreadableException {
        int outside = xml.depth() - 1;
        List<String> paragraphs = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        while (next() && xml.depth() > outside) {
            if (xml.isStart() && LEFT_OUT.contains(xml.name())) {
                xml.skip();
            } else if (xml.isText()) {
                text.append(xml.text());
            } else if (xml.isEnd("p") || xml.isEnd("h")) {
                paragraphs.add(text.toString());
                text.setLength(0);
            }
        }
        return paragraphs;
    }

    private void picture() throws UnreadableException {
        String location = xml.attribute("href").orElse("");
        if (!location.isEmpty()) {
            Optional<Input> file = OpenDocument.picture(location, parts);
            if (file.isPresent()) {
                flow.picture(location, file.get());
                return;
            }
            flow.picture(location, location.matches("(?i)^(?:[a-z][a-z0-9+.-]*:)?//.*|^(?:https?|ftp):.*"));
        }
    }

    private void table() throws UnreadableException {
        int outside = xml.depth() - 1;
        flow.beginTable();
        while (next() && xml.depth() > outside) {
            if (xml.isStart("table-row")) {
                row();
            } else if (xml.isStart() && LEFT_OUT.contains(xml.name())) {
                xml.skip();
            }
        }
        flow.endTable();
    }

    /** Rows said once for several times hold blanks in text documents: they are read once. */
    private void row() throws UnreadableException {
        if (xml.attribute("visibility").filter(v -> !v.equals("visible")).isPresent()) {
            xml.skip();
            return;
        }
        int outside = xml.depth() - 1;
        flow.beginRow();
        while (next() && xml.depth() > outside) {
            if (xml.isStart("table-cell")) {
                cell();
            } else if (xml.isStart()) {
                // A covered cell: the cell that covers it says so itself.
                xml.skip();
            }
        }
    }

    private void cell() throws UnreadableException {
        int outside = xml.depth() - 1;
        int columns = Math.max(1, xml.number("number-columns-spanned", 1));
        int rows = Math.max(1, xml.number("number-rows-spanned", 1));
        int repeated = Math.max(1, Math.min(MAX_REPEATED, xml.number("number-columns-repeated", 1)));
        flow.beginCell(CellShape.spanning(columns, rows));
        while (next() && xml.depth() > outside) {
            if (xml.isStart()) {
                block();
            }
        }
        flow.endCell();
        // Cells said once for several times are alike; those with text are not repeated by any writer.
        for (int i = 1; i < repeated; i++) {
            flow.beginCell(CellShape.spanning(columns, rows));
            flow.endCell();
        }
    }
}
