package gouji.document.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gouji.document.Document;
import gouji.document.Drawn;
import gouji.document.Grid;
import gouji.document.Zip;
import gouji.source.Reason;
import gouji.source.UnreadableException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every workbook is made and read in both formats. */
class SheetReaderTest {
    private static final SheetReader READER = new SheetReader();

    @Test
    void readsTextRowsAndTablesOneBelowTheOther() throws UnreadableException, IOException {
        assertThat(read(w -> {
                    Sheet s = w.createSheet("表");
                    row(s, 0, "标题");
                    row(s, 1, "第一段。");
                    row(s, 3, "甲", 1, 2);
                    row(s, 4, "乙", 3);
                    row(s, 6, "丙", 5);
                    row(s, 7, "注：完。");
                }))
                .containsExactly("标题", "第一段。", "|甲|1|2|", "|乙|3||", "|丙|5|", "注：完。");
    }

    @Test
    void readsMergedCells() throws UnreadableException, IOException {
        assertThat(read(w -> {
                    Sheet s = w.createSheet();
                    row(s, 0, "甲", "乙", "");
                    row(s, 1, "", 1, 2);
                    s.addMergedRegion(new CellRangeAddress(0, 1, 0, 0));
                    s.addMergedRegion(new CellRangeAddress(0, 0, 1, 2));
                }))
                .containsExactly("|甲|乙|<|", "|^|1|2|");
    }

    @Test
    void showsFiguresAsDisplayedWithoutLosingDigits() throws UnreadableException, IOException {
        assertThat(read(w -> {
                    Sheet s = w.createSheet();
                    row(s, 0, "a", 148161, 58.99, 1.005, 0.1 + 0.2, 12345678901.0, 0, -3);
                    String[] formats = {
                        "General", "#,##0", "0.0", "0", "General", "General", "#,##0;-#,##0;\"-\"", "0_ "
                    };
                    for (int c = 1; c < formats.length; c++) {
                        CellStyle style = w.createCellStyle();
                        style.setDataFormat(w.createDataFormat().getFormat(formats[c]));
                        s.getRow(0).getCell(c).setCellStyle(style);
                    }
                }))
                .containsExactly("|a|148,161|58.99|1.005|0.3|12345678901|-|-3|");
    }

    @Test
    void takesTheStoredValuesOfFormulas() throws UnreadableException, IOException {
        assertThat(read(w -> {
                    Sheet s = w.createSheet();
                    row(s, 0, "a", 1, 2);
                    Cell cell = s.getRow(0).createCell(3);
                    cell.setCellFormula("B1+C1");
                    cell.setCellValue(42);
                }))
                .containsExactly("|a|1|2|42|");
    }

    @Test
    void leavesOutWhatIsHiddenAndSaysSo() throws UnreadableException, IOException {
        Consumer<Workbook> make = w -> {
            Sheet s = w.createSheet("表");
            row(s, 0, "甲", 9, 1);
            row(s, 1, "坏", 9, 9);
            row(s, 2, "乙", 9, 2);
            s.getRow(1).setZeroHeight(true);
            s.setColumnHidden(1, true);
            row(w.createSheet("藏"), 0, "坏", 1);
            w.setSheetHidden(1, true);
        };
        assertThat(read(make)).containsExactly("|甲|1|", "|乙|2|");
        Document document = READER.read(Drawn.input(bytes(new XSSFWorkbook(), make)));
        assertThat(Drawn.findings(document))
                .containsExactly("HIDDEN_ROWS sheet 表", "HIDDEN_COLUMNS sheet 表", "HIDDEN_SHEET sheet 藏");
        assertThat(((Grid) document.blocks().get(0)).cells().get(3).place().path())
                .isEqualTo("sheet 表!C3");
    }

    @Test
    void refusesDocumentTypes() {
        byte[] xlsx = Zip.of(
                "[Content_Types].xml",
                "<Types/>",
                "xl/workbook.xml",
                "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///x'>]><x>&e;</x>");
        assertThat(READER.reads(Drawn.input(xlsx))).isTrue();
        refuses(xlsx, Reason.UNSAFE_XML);
        refuses(Zip.of("[Content_Types].xml", "<Types/>", "xl/workbook.xml", "<x/>"), Reason.CORRUPT);
    }

    @Test
    @Timeout(30)
    void keepsToItsLimits() {
        refuses(sheet("<c/>".repeat(100_001) + "<c/>".repeat(100_001)), Reason.LIMIT_CELLS);
        refuses(sheet("<c>".repeat(10_000)), Reason.LIMIT_XML);
        refuses(sheet(" ".repeat(70 << 20)), Reason.LIMIT_RATIO);
    }

    private static byte[] sheet(String cells) {
        return Zip.of(
                "[Content_Types].xml",
                "<Types/>",
                "xl/worksheets/sheet1.xml",
                "<worksheet><row>" + cells + "</row></worksheet>");
    }

    private static void row(Sheet sheet, int number, Object... values) {
        for (int c = 0; c < values.length; c++) {
            Cell cell = (c == 0 ? sheet.createRow(number) : sheet.getRow(number)).createCell(c);
            if (values[c] instanceof Number n) {
                cell.setCellValue(n.doubleValue());
            } else {
                cell.setCellValue((String) values[c]);
            }
        }
    }

    private static List<String> read(Consumer<Workbook> make) throws UnreadableException, IOException {
        List<String> xlsx = Drawn.read(READER, bytes(new XSSFWorkbook(), make));
        assertThat(Drawn.read(READER, bytes(new HSSFWorkbook(), make))).isEqualTo(xlsx);
        return xlsx;
    }

    private static byte[] bytes(Workbook workbook, Consumer<Workbook> make) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (workbook) {
            make.accept(workbook);
            workbook.write(bytes);
        }
        return bytes.toByteArray();
    }

    private static void refuses(byte[] bytes, Reason reason) {
        assertThatThrownBy(() -> Drawn.read(READER, bytes))
                .isInstanceOfSatisfying(
                        UnreadableException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }
}
