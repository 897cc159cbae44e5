package blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every export, read back by another program than the one that wrote it, is the CSV value for value. */
class ExportTest {
    private static final Path DATASET = Path.of("output/cn-disclosure");
    private static final List<String> TABLES = List.of(
            "ledger",
            "reports",
            "observations",
            "checks",
            "narrative",
            "wide-disclosure",
            "wide-requests",
            "wide-remedies",
            "wide-stats",
            "codes",
            "corrections");

    @TempDir
    Path folder;

    @Test
    void jsonLinesAreTheCsv() throws IOException {
        export("jsonl", folder.resolve("out"));

        for (String table : TABLES) {
            List<JsonNode> rows = new ArrayList<>();
            for (String line : Files.readAllLines(folder.resolve("out/" + table + ".jsonl"))) {
                rows.add(new JsonMapper().readTree(line));
            }
            assertThat(objects(rows)).as(table).isEqualTo(csv(table));
        }
    }

    @Test
    void jsonIsTheCsv() throws IOException {
        export("json", folder.resolve("out"));

        for (String table : TABLES) {
            List<JsonNode> rows = new ArrayList<>();
            new JsonMapper()
                    .readTree(Files.readAllBytes(folder.resolve("out/" + table + ".json")))
                    .forEach(rows::add);
            assertThat(objects(rows)).as(table).isEqualTo(csv(table));
        }
    }

    @Test
    void csvForExcelIsTheCsvBehindAByteOrderMark() throws IOException {
        assertThat(Call.gouji("export", DATASET, "--to", "csv", "--bom", "--out", folder.resolve("out"))
                        .status())
                .isZero();

        for (String table : TABLES) {
            String name = table.startsWith("wide-") ? "wide/" + table.substring(5) : table;
            assertThat(Folder.read(folder.resolve("out/" + table + ".csv")))
                    .isEqualTo("\uFEFF" + Folder.read(DATASET.resolve(name + ".csv")));
        }
    }

    @Test
    void workbookReadByPoiIsTheCsv() throws IOException {
        export("xlsx", folder.resolve("out.xlsx"));

        try (InputStream in = Files.newInputStream(folder.resolve("out.xlsx"));
                Workbook book = new XSSFWorkbook(in)) {
            assertThat(book.getSheetName(0)).isEqualTo("README");
            for (String table : TABLES) {
                Sheet sheet = book.getSheet(table);
                assertThat(sheet.getPaneInformation().getHorizontalSplitPosition())
                        .isEqualTo((short) 1);
                assertThat(sheet(sheet, Table.types(DATASET, table))).as(table).isEqualTo(csv(table));
            }
            assertThat(((org.apache.poi.xssf.usermodel.XSSFSheet) book.getSheet("observations"))
                            .getCTWorksheet()
                            .getAutoFilter()
                            .getRef())
                    .isEqualTo("A1:Q" + (csv("observations").size() + 1));
        }
    }

    @Test
    void sqliteFileIsTheCsvWithKeys() throws IOException, SQLException {
        export("sqlite", folder.resolve("out.sqlite"));

        try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("out.sqlite"))) {
            for (String table : TABLES) {
                assertThat(database(db, table)).as(table).isEqualTo(csv(table));
            }
            try (Statement s = db.createStatement()) {
                assertThat(s.executeQuery("PRAGMA foreign_key_check").next()).isFalse();
                ResultSet zeros =
                        s.executeQuery("SELECT count(*) FROM observations WHERE state = 'blank' AND value = 0");
                assertThat(zeros.getInt(1)).isZero();
                ResultSet blanks =
                        s.executeQuery("SELECT count(*) FROM observations WHERE state = 'blank' AND value IS NULL");
                assertThat(blanks.getInt(1)).isPositive();
                assertThat(s.executeQuery(
                                        "SELECT group_concat(name) FROM pragma_table_info('observations') WHERE pk > 0")
                                .getString(1))
                        .isEqualTo("report_id,table,row,column");
            }
        }
    }

    @Test
    void parquetFilesReadByDuckDbAreTheCsv() throws IOException, SQLException {
        export("parquet", folder.resolve("out"));

        try (Connection db = DriverManager.getConnection("jdbc:duckdb:")) {
            for (String table : TABLES) {
                String file = folder.resolve("out/" + table + ".parquet").toString();
                assertThat(query(db, "SELECT * FROM read_parquet('" + file + "')", Table.types(DATASET, table)))
                        .as(table)
                        .isEqualTo(csv(table));
            }
        }
    }

    @Test
    void duckDbFileIsTheCsv() throws IOException, SQLException {
        export("duckdb", folder.resolve("out.duckdb"));

        try (Connection db = DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("out.duckdb"))) {
            for (String table : TABLES) {
                assertThat(database(db, table)).as(table).isEqualTo(csv(table));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "sqlite"})
    void sameDatasetGivesTheSameBytes(String form) throws IOException {
        export(form, folder.resolve("one"));
        export(form, folder.resolve("two"));

        assertThat(Files.mismatch(folder.resolve("one"), folder.resolve("two"))).isEqualTo(-1);
    }

    @Test
    void parquetOfTheSameDatasetHasTheSameBytes() throws IOException {
        export("parquet", folder.resolve("one"));
        export("parquet", folder.resolve("two"));

        assertThat(Folder.snapshot(folder.resolve("one"))).isEqualTo(Folder.snapshot(folder.resolve("two")));
    }

    @Test
    void textsThatLookLikeFormulasStayTexts() throws IOException {
        Path dataset = dataset("'=1+1,12345678901234567890.5");

        Call call = Call.gouji("export", dataset, "--to", "xlsx", "--out", folder.resolve("out.xlsx"));

        assertThat(call.status()).isZero();
        try (InputStream in = Files.newInputStream(folder.resolve("out.xlsx"));
                Workbook book = new XSSFWorkbook(in)) {
            Row row = book.getSheet("t").getRow(1);
            assertThat(row.getCell(0).getCellType()).isEqualTo(CellType.STRING);
            assertThat(row.getCell(0).getStringCellValue()).isEqualTo("=1+1");
            assertThat(row.getCell(1).getStringCellValue()).isEqualTo("12345678901234567890.5");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "parquet"})
    void saysSoWhereAFigureDoesNotFit(String form) throws IOException {
        Path dataset = dataset("a,12345678901234567890123456789012345678901234567890.5");

        Call call = Call.gouji("export", dataset, "--to", form, "--out", folder.resolve("out"));

        assertThat(call.status()).isZero();
        assertThat(call.out()).contains("note: t.number: 1 figures");
    }

    @Test
    void aValueThatIsNotOfItsTypeStopsTheExportAndLeavesNothing() throws IOException {
        Path dataset = dataset("a,many");

        Call call = Call.gouji("export", dataset, "--to", "sqlite", "--out", folder.resolve("x/out.sqlite"));

        assertThat(call.status()).isEqualTo(3);
        assertThat(call.err()).contains("t.csv, row 1");
        assertThat(folder.resolve("x")).isEmptyDirectory();
    }

    @Test
    void neverWritesOverSomethingUnasked() throws IOException {
        Path file = Folder.write(folder.resolve("mine.xlsx"), "mine");

        assertThat(Call.gouji("export", DATASET, "--to", "xlsx", "--out", file).status())
                .isEqualTo(2);
        assertThat(Folder.read(file)).isEqualTo("mine");
        assertThat(Call.gouji("export", DATASET, "--to", "xlsx", "--out", file, "--overwrite")
                        .status())
                .isZero();
    }

    @Test
    void saysWhatWasExpectedOfAWrongCall() {
        assertThat(Call.gouji("export", folder, "--to", "xlsx").err()).contains("datapackage.json");
        assertThat(Call.gouji("export", DATASET, "--to", "xls").err()).contains("expected one of csv, json");
        assertThat(Call.gouji("export", DATASET, "--to", "csv", "--tables", "observation")
                        .err())
                .contains("observations");
    }

    @Test
    void neverReadsAFileOutsideTheDataset() throws IOException {
        Path dataset = dataset("a,1");
        Folder.write(folder.resolve("secret.csv"), "text,number\nsecret,1\n");
        String description = Folder.read(dataset.resolve("datapackage.json"));
        Folder.write(dataset.resolve("datapackage.json"), description.replace("t.csv", "../secret.csv"));

        Call call = Call.gouji("export", dataset, "--to", "csv", "--out", folder.resolve("out"));

        assertThat(call.status()).isEqualTo(2);
        assertThat(call.err()).contains("outside the folder");
    }

    private void export(String form, Path out) {
        Call call = Call.gouji("export", DATASET, "--to", form, "--out", out);
        assertThat(call.status()).as(call.err()).isZero();
        assertThat(call.out()).doesNotContain("note:");
    }

    /** A dataset of one table with a text and a number. */
    private Path dataset(String row) throws IOException {
        Path dataset = folder.resolve("dataset");
        Folder.write(dataset.resolve("t.csv"), "text,number\n" + row + "\n");
        Folder.write(
                dataset.resolve("datapackage.json"),
                "{\"resources\": [{\"name\": \"t\", \"path\": \"t.csv\", \"schema\": {\"fields\": ["
                        + "{\"name\": \"text\", \"type\": \"string\"}, {\"name\": \"number\", \"type\": \"number\"}]}}]}");
        return dataset;
    }

    private static List<Map<String, Object>> csv(String table) throws IOException {
        String name = table.startsWith("wide-") ? "wide/" + table.substring(5) : table;
        return Table.csv(DATASET.resolve(name + ".csv"), Table.types(DATASET, table));
    }

    private static List<Map<String, Object>> objects(List<JsonNode> rows) {
        List<Map<String, Object>> objects = new ArrayList<>();
        for (JsonNode row : rows) {
            Map<String, Object> object = new LinkedHashMap<>();
            row.propertyStream()
                    .forEach(p -> object.put(
                            p.getKey(),
                            p.getValue().isNull()
                                    ? ""
                                    : p.getValue().isNumber()
                                            ? Table.figure(
                                                    new BigDecimal(p.getValue().toString()))
                                            : p.getValue().asString()));
            objects.add(object);
        }
        return objects;
    }

    private static List<Map<String, Object>> sheet(Sheet sheet, Map<String, String> types) {
        List<Map<String, Object>> rows = new ArrayList<>();
        Row header = sheet.getRow(0);
        for (int r = 1; r <= sheet.getLastRowNum(); r++) {
            Map<String, Object> row = new LinkedHashMap<>();
            for (Cell name : header) {
                Cell cell = sheet.getRow(r).getCell(name.getColumnIndex());
                String type = Objects.requireNonNull(types.get(name.getStringCellValue()));
                row.put(name.getStringCellValue(), cell == null ? "" : content(cell, type));
            }
            rows.add(row);
        }
        return rows;
    }

    private static Object content(Cell cell, String type) {
        if (type.equals("date")) {
            assertThat(DateUtil.isCellDateFormatted(cell)).isTrue();
            return cell.getLocalDateTimeCellValue().toLocalDate().toString();
        }
        if (type.equals("string")) {
            return cell.getStringCellValue();
        }
        return Table.figure(BigDecimal.valueOf(cell.getNumericCellValue()));
    }

    private static List<Map<String, Object>> database(Connection db, String table) throws IOException, SQLException {
        return query(db, "SELECT * FROM \"" + table.replace('-', '_') + '"', Table.types(DATASET, table));
    }

    private static List<Map<String, Object>> query(Connection db, String sql, Map<String, String> types)
            throws SQLException {
        List<Map<String, Object>> rows = new ArrayList<>();
        try (Statement statement = db.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            ResultSetMetaData meta = result.getMetaData();
            while (result.next()) {
                Map<String, Object> row = new LinkedHashMap<>();
                for (int c = 1; c <= meta.getColumnCount(); c++) {
                    String text = result.getString(c);
                    row.put(
                            meta.getColumnName(c),
                            text == null ? "" : Table.value(types.get(meta.getColumnName(c)), text));
                }
                rows.add(row);
            }
        }
        return rows;
    }
}
