package gouji.office.docx;

import gouji.office.Excerpt;
import java.math.BigInteger;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcBorders;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;

/** A table drawn from what was read, as a table of Word; marked cells have a red frame. */
final class ExcerptTable {
    private static final int TEXT_PT = 8;
    private static final String RED = "D20000";
    private static final String PINK = "FFF0F0";
    /** Eighths of a point. */
    private static final BigInteger FRAME = BigInteger.valueOf(18);

    private ExcerptTable() {}

    /** @param writable leaves out what XML cannot hold */
    static void add(XWPFDocument document, Excerpt excerpt, UnaryOperator<String> writable) {
        XWPFTable table = document.createTable(excerpt.rows().size(), 1);
        for (int r = 0; r < excerpt.rows().size(); r++) {
            XWPFTableRow row = table.getRow(r);
            List<Excerpt.Cell> cells = excerpt.rows().get(r);
            for (int c = 0; c < cells.size(); c++) {
                fill(c == 0 ? row.getCell(0) : row.createCell(), cells.get(c), writable);
            }
        }
    }

    private static void fill(XWPFTableCell target, Excerpt.Cell cell, UnaryOperator<String> writable) {
        CTTcPr properties = target.getCTTc().isSetTcPr()
                ? target.getCTTc().getTcPr()
                : target.getCTTc().addNewTcPr();
        if (cell.columnSpan() > 1) {
            properties.addNewGridSpan().setVal(BigInteger.valueOf(cell.columnSpan()));
        }
        if (cell.isCovered() || cell.rowSpan() > 1) {
            properties.addNewVMerge().setVal(cell.isCovered() ? STMerge.CONTINUE : STMerge.RESTART);
        }
        if (cell.isMarked()) {
            mark(target, properties);
        }
        if (!cell.isCovered()) {
            XWPFRun run = target.getParagraphs().get(0).createRun();
            run.setFontFamily("宋体", XWPFRun.FontCharRange.eastAsia);
            run.setFontSize(TEXT_PT);
            run.setBold(cell.isMarked());
            run.setText(writable.apply(cell.text()));
        }
    }

    private static void mark(XWPFTableCell target, CTTcPr properties) {
        target.setColor(PINK);
        CTTcBorders borders = properties.addNewTcBorders();
        for (CTBorder border :
                List.of(borders.addNewTop(), borders.addNewBottom(), borders.addNewLeft(), borders.addNewRight())) {
            border.setVal(STBorder.SINGLE);
            border.setSz(FRAME);
            border.setColor(RED);
        }
    }
}
