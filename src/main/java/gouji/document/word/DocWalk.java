package gouji.document.word;

import gouji.document.ColumnEdges;
import gouji.document.Document;
import gouji.document.Finding;
import gouji.document.Flow;
import gouji.document.Place;
import gouji.source.Input;
import gouji.source.UnreadableException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Picture;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.hwpf.usermodel.Table;
import org.apache.poi.hwpf.usermodel.TableCell;
import org.apache.poi.hwpf.usermodel.TableRow;

/**
 * Walks through a DOC file. A cell of it knows its left edge and width in twips (1/1440 inch) and its vertical merge; the
 * grid is made from the set of all edges of a table.
 */
final class DocWalk {
    private static final char FIELD_BEGIN = 0x13;
    private static final char FIELD_SEPARATOR = 0x14;
    private static final char FIELD_END = 0x15;
    private static final char PICTURE = 0x01;
    private static final char DRAWN = 0x08;

    private final HWPFDocument word;
    private final Flow flow = new Flow();
    private final List<Finding> findings = new ArrayList<>();
    /** Pictures of the paragraph at hand. */
    private final List<Input> shown = new ArrayList<>();

    private boolean revised;

    DocWalk(HWPFDocument word) {
        this.word = word;
    }

    Document read() throws UnreadableException {
        blocks(word.getRange(), 0);
        Range boxes = word.getMainTextboxRange();
        if (boxes.numParagraphs() > 0) {
            blocks(boxes, 0);
        }
        if (revised) {
            findings.add(Finding.revisions());
        }
        if (word.getCommentsRange().numParagraphs() > 0) {
            findings.add(Finding.comments());
        }
        return flow.document("doc", findings);
    }

    /** @param level tables around this range */
    private void blocks(Range range, int level) throws UnreadableException {
        int paragraphs = range.numParagraphs();
        for (int p = 0; p < paragraphs; p++) {
            Paragraph paragraph = range.getParagraph(p);
            if (paragraph.isInTable() && paragraph.getTableLevel() > level) {
                int end = end(range, p, level);
                table(range, paragraph, level);
                p = end - 1;
            } else {
                paragraph(paragraph);
            }
        }
    }

    private static int end(Range range, int from, int level) {
        int p = from;
        while (p < range.numParagraphs()
                && range.getParagraph(p).isInTable()
                && range.getParagraph(p).getTableLevel() > level) {
            p++;
        }
        return p;
    }

    private void table(Range range, Paragraph first, int level) throws UnreadableException {
        Table table;
        try {
            table = range.getTable(first);
        } catch (IllegalArgumentException e) {
            // Rows whose ends are missing: their text is kept as prose.
            findings.add(Finding.warning("TABLE_DAMAGED", "A table could not be read as one.", Place.UNKNOWN));
            paragraph(first);
            return;
        }
        ColumnEdges edges = edges(table);
        flow.beginTable();
        for (int r = 0; r < table.numRows(); r++) {
            row(table.getRow(r), edges, level);
        }
        flow.endTableWithKnownColumns();
    }

    private static ColumnEdges edges(Table table) {
        ColumnEdges edges = new ColumnEdges();
        for (int r = 0; r < table.numRows(); r++) {
            TableRow row = table.getRow(r);
            for (int c = 0; c < row.numCells(); c++) {
                TableCell cell = row.getCell(c);
                edges.add(cell.getLeftEdge());
                edges.add(cell.getLeftEdge() + cell.getWidth());
            }
        }
        return edges;
    }

    private void row(TableRow row, ColumnEdges edges, int level) throws UnreadableException {
        flow.beginRow();
        for (int c = 0; c < row.numCells(); c++) {
            TableCell cell = row.getCell(c);
            if (cell.isMerged() && !cell.isFirstMerged()) {
                continue;
            }
            int right = cell.getLeftEdge() + cell.getWidth();
            for (int m = c + 1; cell.isFirstMerged() && m < row.numCells() && isGoneOn(row.getCell(m)); m++) {
                right = row.getCell(m).getLeftEdge() + row.getCell(m).getWidth();
            }
            boolean continued = cell.isVerticallyMerged() && !cell.isFirstVerticallyMerged();
            flow.beginCell(edges.shape(cell.getLeftEdge(), right, continued));
            blocks(cell, level + 1);
            flow.endCell();
        }
    }

    private static boolean isGoneOn(TableCell cell) {
        return cell.isMerged() && !cell.isFirstMerged();
    }

    private void paragraph(Paragraph paragraph) {
        StringBuilder text = new StringBuilder();
        for (int r = 0; r < paragraph.numCharacterRuns(); r++) {
            CharacterRun run = paragraph.getCharacterRun(r);
            revised |= run.isMarkedDeleted() || run.isMarkedInserted();
            if (!run.isMarkedDeleted() && !run.isVanished()) {
                text.append(run.text());
                picture(run);
            }
        }
        speak(withoutFieldCodes(text));
        flow.endParagraph();
        shown.forEach(p -> flow.picture("inside the file", p));
        shown.clear();
    }

    private static String withoutFieldCodes(CharSequence text) {
        StringBuilder shown = new StringBuilder();
        int codes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == FIELD_BEGIN) {
                codes++;
            } else if (c == FIELD_SEPARATOR || c == FIELD_END) {
                codes = Math.max(0, codes - (c == FIELD_SEPARATOR || endsInCode(text, i) ? 1 : 0));
            } else if (codes == 0) {
                shown.append(c);
            }
        }
        return shown.toString();
    }

    /** Whether the field that ends here had no result part, so that its code ends with it. */
    private static boolean endsInCode(CharSequence text, int end) {
        int depth = 0;
        for (int i = end - 1; i >= 0; i--) {
            char c = text.charAt(i);
            if (c == FIELD_END) {
                depth++;
            } else if (c == FIELD_BEGIN && depth-- == 0) {
                return true;
            } else if (c == FIELD_SEPARATOR && depth == 0) {
                return false;
            }
        }
        return false;
    }

    /** A picture in the line of the text: its file is in the data stream. */
    private void picture(CharacterRun run) {
        if (run.text().indexOf(PICTURE) < 0) {
            return;
        }
        try {
            Picture picture = word.getPicturesTable().extractPicture(run, false);
            if (picture != null && picture.getContent().length > 0) {
                shown.add(Input.of("picture", picture.getContent()));
                return;
            }
        } catch (RuntimeException e) {
            findings.add(Finding.warning("PICTURE_DAMAGED", "A picture could not be taken out.", Place.UNKNOWN));
        }
        flow.picture("inside the file", false);
    }

    private void speak(String text) {
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == DRAWN) {
                flow.picture("inside the file", false);
            }
            if (c == 0x0B || c == 0x0C || c == 0x0E) {
                flow.text(clean(text.substring(from, i)));
                flow.endParagraph();
                from = i + 1;
            }
        }
        flow.text(clean(text.substring(from)));
    }

    /** Word's marks become what they show: 0x1E a hyphen that does not break; tabs blanks; the rest nothing. */
    private static String clean(String text) {
        return text.replace('\u001E', '-').replace('\t', ' ').replaceAll("[\\x00-\\x1F]", "");
    }
}
