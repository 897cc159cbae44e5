package gouji.document.sheet;

import gouji.document.Block;
import gouji.document.Document;
import gouji.document.Finding;
import gouji.document.Place;
import gouji.source.Reason;
import gouji.source.UnreadableException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;

/** Walks through the shown sheets of a workbook, in their order. */
final class WorkbookWalk {
    private static final int MAX_CELLS = SheetParts.MAX_CELLS;
    private final Workbook workbook;
    private final CellText texts = new CellText();
    private final List<Block> blocks = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final SheetPictures pictures = new SheetPictures();
    private int cells;

    WorkbookWalk(Workbook workbook) {
        this.workbook = workbook;
    }

    Document read(String format) throws UnreadableException {
        for (int s = 0; s < workbook.getNumberOfSheets(); s++) {
            Sheet sheet = workbook.getSheetAt(s);
            if (workbook.getSheetVisibility(s) != SheetVisibility.VISIBLE) {
                tell("HIDDEN_SHEET", "The sheet " + sheet.getSheetName() + " is hidden and was left out.", sheet);
            } else {
                read(sheet);
            }
        }
        int all = workbook.getAllPictures().size();
        if (all > 0 && pictures.found() == 0) {
            findings.add(Finding.info(
                    "PICTURE_FOUND",
                    "The workbook holds " + all + " pictures; what they show was not read.",
                    Place.UNKNOWN));
        }
        return new Document(format, List.of(), blocks, findings);
    }

    private void tell(String code, String message, Sheet sheet) {
        findings.add(Finding.warning(code, message, Place.at("sheet " + sheet.getSheetName())));
    }

    private void read(Sheet sheet) throws UnreadableException {
        Visible visible = visible(sheet);
        blocks.addAll(new SheetBlocks(visible).of(rows(sheet, visible)));
        blocks.addAll(pictures.of(sheet, findings));
    }

    private Visible visible(Sheet sheet) {
        Visible visible = new Visible();
        int columns = 0;
        for (Row row : sheet) {
            columns = Math.max(columns, row.getLastCellNum());
            if (row.getZeroHeight() || row.getHeight() == 0) {
                visible.hideRow(row.getRowNum());
            }
        }
        for (int c = 0; c < columns; c++) {
            if (sheet.isColumnHidden(c)) {
                visible.hideColumn(c);
            }
        }
        findings.addAll(visible.findings(sheet.getSheetName()));
        return visible;
    }

    /** Shown cells by row, from left to right; rows without any text are missing. */
    private TreeMap<Integer, List<Shown>> rows(Sheet sheet, Visible visible) throws UnreadableException {
        Map<Integer, List<CellRangeAddress>> merged = merged(sheet);
        TreeMap<Integer, List<Shown>> rows = new TreeMap<>();
        for (Row row : sheet) {
            List<Shown> shown = new ArrayList<>();
            for (Cell cell : row) {
                if (++cells > MAX_CELLS) {
                    throw new UnreadableException(Reason.LIMIT_CELLS);
                }
                CellRangeAddress range = merged.getOrDefault(row.getRowNum(), List.of()).stream()
                        .filter(r -> r.isInRange(cell))
                        .findFirst()
                        .orElse(null);
                boolean covered = range != null
                        && (range.getFirstRow() != row.getRowNum() || range.getFirstColumn() != cell.getColumnIndex());
                if (!covered && (!visible.hides(cell.getRowIndex(), cell.getColumnIndex()) || range != null)) {
                    shown.add(shown(sheet, cell, range));
                }
            }
            if (shown.stream().anyMatch(c -> !c.text().isBlank())) {
                rows.put(row.getRowNum(), shown);
            }
        }
        return rows;
    }

    /** Merged regions by the rows they cover. */
    private static Map<Integer, List<CellRangeAddress>> merged(Sheet sheet) throws UnreadableException {
        Map<Integer, List<CellRangeAddress>> merged = new HashMap<>();
        long covered = 0;
        for (CellRangeAddress range : sheet.getMergedRegions()) {
            int last = Math.min(range.getLastRow(), sheet.getLastRowNum());
            for (int row = range.getFirstRow(); row <= last; row++) {
                if (++covered > SheetBlocks.MAX_AREA) {
                    throw new UnreadableException(Reason.LIMIT_CELLS);
                }
                merged.computeIfAbsent(row, r -> new ArrayList<>()).add(range);
            }
        }
        return merged;
    }

    private Shown shown(Sheet sheet, Cell cell, CellRangeAddress range) {
        int row = cell.getRowIndex();
        int column = cell.getColumnIndex();
        String address = new CellReference(row, column).formatAsString();
        Place place = Place.at("sheet " + sheet.getSheetName() + "!" + address);
        int lastRow = range == null ? row : range.getLastRow();
        int lastColumn = range == null ? column : range.getLastColumn();
        return new Shown(row, column, lastRow, lastColumn, texts.of(cell), place);
    }
}
