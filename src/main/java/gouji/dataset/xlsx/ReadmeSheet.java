package gouji.dataset.xlsx;

import gouji.dataset.Field;
import gouji.dataset.Schema;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The first sheet: what every sheet and column means. */
final class ReadmeSheet {
    private static final List<String> HEADER = List.of("sheet", "column", "type", "meaning", "values");
    private static final int[] WIDTHS = {20, 40, 10, 90, 60};

    private ReadmeSheet() {}

    static void write(Workbook book, String title, String version, List<Schema> tables) throws IOException {
        Worksheet sheet = book.newWorksheet("README");
        for (int c = 0; c < WIDTHS.length; c++) {
            sheet.width(c, WIDTHS[c]);
        }
        sheet.inlineString(0, 0, TableXlsx.writable(title));
        sheet.style(0, 0).bold().fontSize(14).set();
        sheet.inlineString(1, 0, "Written by gouji " + version + ". An empty cell is no value, never 0.");
        int row = 3;
        row = line(sheet, row, HEADER, true);
        for (Schema table : tables) {
            row = line(sheet, row, List.of(table.name(), "", "", table.description(), ""), true);
            for (Field f : table.fields()) {
                String type = f.type().name().toLowerCase(Locale.ROOT);
                String values = String.join(", ", f.codes());
                row = line(sheet, row, List.of(table.name(), f.name(), type, f.description(), values), false);
            }
        }
        sheet.finish();
    }

    private static int line(Worksheet sheet, int row, List<String> cells, boolean bold) {
        for (int c = 0; c < cells.size(); c++) {
            if (!cells.get(c).isEmpty()) {
                sheet.inlineString(row, c, TableXlsx.writable(cells.get(c)));
                if (bold) {
                    sheet.style(row, c).bold().set();
                }
            }
        }
        return row + 1;
    }
}
