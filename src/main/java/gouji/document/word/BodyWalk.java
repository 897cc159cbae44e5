package gouji.document.word;

import gouji.document.CellShape;
import gouji.document.Document;
import gouji.document.Finding;
import gouji.document.Flow;
import gouji.document.Raised;
import gouji.document.SafeXml;
import gouji.source.Input;
import gouji.source.UnreadableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Walks through the main part of a DOCX (ECMA-376 part 1, clause 17) and says what is displayed: deleted and moved-away
 * text, hidden text, field codes and the fallback twins of drawings are passed over. The text of a text box follows the
 * paragraph that anchors it.
 */
final class BodyWalk {
    /** Elements with nothing to read in them, or nothing that is displayed once changes are accepted. */
    private static final Set<String> LEFT_OUT = Set.of(
            "del",
            "moveFrom",
            "delText",
            "delInstrText",
            "instrText",
            "Fallback",
            "rPrChange",
            "pPrChange",
            "tblPrChange",
            "trPrChange",
            "tcPrChange",
            "sectPrChange",
            "tblGridChange",
            "tblPrExChange",
            "sdtPr",
            "sdtEndPr",
            "sectPr",
            "tblPr",
            "tblGrid",
            "docPartObj",
            "binData",
            "oMathPara",
            "oMath");

    /** Elements of tracked changes. */
    private static final Set<String> REVISED =
            Set.of("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge");

    private final SafeXml xml;
    private final Map<String, Target> targets;
    private final Flow flow = new Flow();
    /** Text boxes of the paragraph at hand, read after it. */
    private final List<String> boxes = new ArrayList<>();

    private boolean revised;
    private boolean commented;
    private boolean raised;

    /** Where a relationship leads. */
    record Target(String location, boolean external, Optional<Input> file) {}

    BodyWalk(byte[] part, Map<String, Target> targets) throws UnreadableException {
        this.xml = SafeXml.of(part);
        this.targets = targets;
    }

    /** @param format name of the format */
    Document read(String format) throws UnreadableException {
        while (next()) {
            if (xml.isStart("body")) {
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
        return flow.document(format, noticed);
    }

    /** Goes on, and notices what says that the text was changed or commented. */
    private boolean next() throws UnreadableException {
        boolean more = xml.next();
        if (more && xml.isStart()) {
            revised |= REVISED.contains(xml.name());
            commented |= xml.name().equals("commentReference");
        }
        return more;
    }

    /** Blocks up to the end of the element that has just started. */
    private void block() throws UnreadableException {
        int outside = xml.depth() - 1;
        while (next() && xml.depth() > outside) {
            if (xml.isStart()) {
                switch (xml.name()) {
                    case "p" -> paragraph();
                    case "tbl" -> table();
                    default -> {
                        if (LEFT_OUT.contains(xml.name())) {
                            xml.skip();
                        }
                    }
                }
            }
        }
    }

    private void paragraph() throws UnreadableException {
        int outside = xml.depth() - 1;
        boolean markDeleted = false;
        while (next() && xml.depth() > outside) {
            if (xml.isStart("pPr")) {
                markDeleted = paragraphMarkDeleted();
            } else if (xml.isStart()) {
                inline();
            }
        }
        if (!markDeleted) {
            flow.endParagraph();
        }
        for (String box : boxes) {
            flow.text(box);
            flow.endParagraph();
        }
        boxes.clear();
    }

    /** A deleted paragraph mark lets the next paragraph go on in this one. */
    private boolean paragraphMarkDeleted() throws UnreadableException {
        int outside = xml.depth() - 1;
        boolean mark = false;
        boolean deleted = false;
        while (next() && xml.depth() > outside) {
            if (xml.isStart("rPr")) {
                mark = true;
            } else if (xml.isEnd("rPr")) {
                mark = false;
            } else if (xml.isStart()) {
                deleted |= mark && (xml.name().equals("del") || xml.name().equals("moveFrom"));
                xml.skip();
            }
        }
        return deleted;
    }

    /** One element inside a paragraph; wrappers (links, fields, insertions, content controls) are walked through. */
    private void inline() throws UnreadableException {
        switch (xml.name()) {
            case "r" -> run();
            case "t" -> flow.text(raised ? Raised.of(xml.textWithin()) : xml.textWithin());
            case "txbxContent" -> boxes.addAll(box());
            case "blip" -> picture("embed", "link");
            case "imagedata" -> picture("id", "href");
            default -> {
                if (LEFT_OUT.contains(xml.name())) {
                    xml.skip();
                }
            }
        }
    }

    private void run() throws UnreadableException {
        int outside = xml.depth() - 1;
        raised = false;
        while (next() && xml.depth() > outside) {
            if (!xml.isStart()) {
                continue;
            }
            switch (xml.name()) {
                case "rPr" -> {
                    if (hidden()) {
                        leave(outside);
                        return;
                    }
                }
                case "tab" -> flow.text(" ");
                case "br", "cr" -> flow.endParagraph();
                case "noBreakHyphen" -> flow.text("-");
                default -> inline();
            }
        }
    }

    private void leave(int outside) throws UnreadableException {
        while (xml.depth() > outside && next()) {
            // the rest of the run is passed over
        }
    }

    private boolean hidden() throws UnreadableException {
        int outside = xml.depth() - 1;
        boolean hidden = false;
        while (next() && xml.depth() > outside) {
            if (xml.isStart("vanish")) {
                hidden = isOn();
            } else if (xml.isStart("vertAlign")) {
                raised = xml.attribute("val").filter("superscript"::equals).isPresent();
            } else if (xml.isStart("rPrChange")) {
                xml.skip();
            }
        }
        return hidden;
    }

    private boolean isOn() {
        return xml.attribute("val")
                .map(v -> !Set.of("0", "false", "off").contains(v))
                .orElse(true);
    }

    /** Paragraphs of a text box; tables in it are read as lines. */
    private List<String> box() throws UnreadableException {
        int outside = xml.depth() - 1;
        List<String> paragraphs = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        while (next() && xml.depth() > outside) {
            if (xml.isStart() && LEFT_OUT.contains(xml.name())) {
                xml.skip();
            } else if (xml.isStart("t")) {
                text.append(xml.textWithin());
            } else if (xml.isEnd("p")) {
                paragraphs.add(text.toString());
                text.setLength(0);
            }
        }
        return paragraphs;
    }

    private void picture(String embedded, String linked) {
        Optional<Target> inside = xml.attribute(embedded).map(targets::get);
        Optional<Target> outside = xml.attribute(linked).map(targets::get);
        outside.filter(t -> inside.isEmpty() || inside.get().file().isEmpty())
                .or(() -> inside)
                .ifPresent(t -> t.file()
                        .ifPresentOrElse(
                                f -> flow.picture(t.location(), f), () -> flow.picture(t.location(), t.external())));
    }

    private void table() throws UnreadableException {
        int outside = xml.depth() - 1;
        flow.beginTable();
        while (next() && xml.depth() > outside) {
            if (xml.isStart("tr")) {
                row();
            } else if (xml.isStart() && LEFT_OUT.contains(xml.name())) {
                xml.skip();
            }
        }
        flow.endTable();
    }

    /** A deleted row is walked through to its end, and nothing of it is kept. */
    private void row() throws UnreadableException {
        int outside = xml.depth() - 1;
        boolean begun = false;
        int column = 0;
        while (next() && xml.depth() > outside) {
            if (xml.isStart("trPr")) {
                RowProperties properties = rowProperties();
                if (properties.gone()) {
                    leave(outside);
                    return;
                }
                column = properties.before();
            } else if (xml.isStart("tc")) {
                if (!begun) {
                    flow.beginRow();
                    begun = true;
                }
                column = cell(column);
            } else if (xml.isStart() && LEFT_OUT.contains(xml.name())) {
                xml.skip();
            }
        }
    }

    /**
     * @param before grid columns left empty before the first cell
     * @param gone whether the row is deleted, or hidden
     */
    private record RowProperties(int before, boolean gone) {}

    private RowProperties rowProperties() throws UnreadableException {
        int outside = xml.depth() - 1;
        int before = 0;
        boolean gone = false;
        while (next() && xml.depth() > outside) {
            if (xml.isStart("gridBefore")) {
                before = Math.max(0, Math.min(xml.number("val", 0), 1000));
            } else if (xml.isStart("del") || xml.isStart("hidden") && isOn()) {
                gone = true;
            }
        }
        return new RowProperties(before, gone);
    }

    /** @return the column after the cell */
    private int cell(int column) throws UnreadableException {
        int outside = xml.depth() - 1;
        CellShape shape = CellShape.at(column, 1, false);
        boolean begun = false;
        while (next() && xml.depth() > outside) {
            if (!xml.isStart()) {
                continue;
            }
            if (xml.name().equals("tcPr") && !begun) {
                Optional<CellShape> stated = shape(column);
                if (stated.isEmpty()) {
                    leave(outside);
                    return column;
                }
                shape = stated.get();
                continue;
            }
            if (!begun) {
                flow.beginCell(shape);
                begun = true;
            }
            cellContent();
        }
        if (!begun) {
            flow.beginCell(shape);
        }
        flow.endCell();
        return column + shape.columnSpan();
    }

    private void cellContent() throws UnreadableException {
        switch (xml.name()) {
            case "p" -> paragraph();
            case "tbl" -> table();
            default -> {
                if (LEFT_OUT.contains(xml.name())) {
                    xml.skip();
                }
            }
        }
    }

    /** The cell's shape; empty when the cell is deleted. */
    private Optional<CellShape> shape(int column) throws UnreadableException {
        int outside = xml.depth() - 1;
        int span = 1;
        boolean continued = false;
        boolean deleted = false;
        while (next() && xml.depth() > outside) {
            if (xml.isStart("gridSpan")) {
                span = Math.max(1, Math.min(xml.number("val", 1), 1000));
            } else if (xml.isStart("vMerge") || xml.isStart("vmerge")) {
                continued = !xml.attribute("val").orElse("continue").equals("restart");
            } else if (xml.isStart("cellDel")) {
                deleted = true;
            } else if (xml.isStart("tcPrChange")) {
                xml.skip();
            }
        }
        return deleted ? Optional.empty() : Optional.of(CellShape.at(column, span, continued));
    }
}
