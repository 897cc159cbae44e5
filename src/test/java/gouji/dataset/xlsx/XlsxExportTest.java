package gouji.dataset.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.dataset.Export;
import gouji.dataset.Schemas;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XlsxExportTest {
    @Test
    void aTableOfMoreRowsThanASheetHoldsGoesOnInTheNextSheet(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("out.xlsx");
        write(file);

        try (XSSFWorkbook book = new XSSFWorkbook(file.toFile())) {
            assertThat(book.getSheet("corrections").getLastRowNum()).isEqualTo(2);
            assertThat(book.getSheet("corrections (2)").getLastRowNum()).isEqualTo(1);
            assertThat(book.getSheet("corrections (2)").getRow(0).getCell(0).getStringCellValue())
                    .isEqualTo("report_id");
            assertThat(book.getSheet("corrections (2)").getRow(1).getCell(0).getStringCellValue())
                    .isEqualTo("c");
        }
        assertThat(folder.resolve("out.xlsx.part")).doesNotExist();
    }

    private static void write(Path file) throws IOException {
        try (Export export = new XlsxExport(file, "t", "1.0", List.of(Schemas.CORRECTIONS), 3)) {
            try (Export.Table table = export.open(Schemas.CORRECTIONS)) {
                for (String id : List.of("a", "b", "c")) {
                    table.row(List.of(id, "", "", "", "1", "", "", "", ""));
                }
            }
            export.finish();
        }
    }
}
