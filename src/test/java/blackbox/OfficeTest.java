package blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Roster, aggregate and compare over datasets written by hand. */
class OfficeTest {
    @TempDir
    Path folder;

    @Test
    void rosterSaysWhoHasFiledWhoHasNotAndWhoIsLate() throws IOException {
        Path dataset = new SmallDataset(folder.resolve("d"))
                .report("a", "甲市人民政府", 2024, "2025-01-20", "")
                .report("b", "甲市 水利局", 2024, "2025-02-03", "")
                .report("c", "甲市财政局", 2024, "", "")
                .report("d", "乙市财政局", 2024, "2025-01-20", "")
                .report("e", "甲市公安局", 2023, "2024-01-20", "")
                .input("b copy.pdf", "duplicate", "b")
                .input("bad.pdf", "quarantined", "")
                .write();
        Path bodies = Folder.write(folder.resolve("bodies.csv"), "\uFEFF机构名称\n甲市\n甲市水利局\n甲市财政局\n甲市公安局\n甲市人民政府办公室\n\n");

        Call call = Call.gouji(
                "roster", dataset, "--bodies", bodies, "--due", "2025-01-31", "--out", folder.resolve("r.csv"));

        assertThat(call.status()).as(call.err()).isZero();
        assertThat(Folder.read(folder.resolve("r.csv"))).isEqualTo("""
                        body,code,year,status,late,published,files,report_id,input,other_inputs
                        甲市,,2024,filed,no,2025-01-20,1,a,a.pdf,
                        甲市水利局,,2024,filed,yes,2025-02-03,2,b,b.pdf,b copy.pdf
                        甲市财政局,,2024,filed,unknown,,1,c,c.pdf,
                        甲市公安局,,2024,missing,,,0,,,
                        甲市人民政府办公室,,2024,missing,,,0,,,
                        乙市财政局,,2024,not-listed,no,2025-01-20,1,d,d.pdf,
                        """);
        assertThat(call.out().replaceAll(" +", " "))
                .contains("must report 5", "have not 2", "late 1", "without a date 1", "quarantined inputs 1")
                .contains("missing: 甲市公安局");
    }

    @Test
    void aBodyIsFoundByItsKeyWhateverItIsCalled() throws IOException {
        Path dataset = new SmallDataset(folder.resolve("d"))
                .report("a", "甲市政府", 2024, "2025-01-20", "210600")
                .write();
        Path bodies = Folder.write(folder.resolve("bodies.csv"), "name,code\n甲市人民政府,210600\n");

        Call.gouji("roster", dataset, "--bodies", bodies, "--out", folder.resolve("r.csv"));

        assertThat(Folder.read(folder.resolve("r.csv"))).contains("甲市人民政府,210600,2024,filed");
    }

    @Test
    void membersAreAddedUpAndTheOneLeftOutIsNamed() throws IOException {
        Path dataset = members()
                .cell("p", "12", "read")
                .cell("x", "5", "read")
                .cell("y", "7", "read")
                .cell("z", "3", "read")
                .write();

        List<String> rows = aggregate(dataset);

        assertThat(rows)
                .containsExactly("甲市,2024,requests,received_new,total,received_new,total,件,3,3,0,0,0,15,12,-3,"
                        + "差额等于该单位数据(疑似漏计):丙县");
    }

    @Test
    void aBlankMemberIsCountedAndNotTakenForZero() throws IOException {
        Path dataset = members()
                .cell("p", "12", "read")
                .cell("x", "5", "read")
                .cell("y", "7", "read")
                .cell("z", "", "blank")
                .write();

        assertThat(aggregate(dataset))
                .containsExactly("甲市,2024,requests,received_new,total,received_new,total,件,3,2,1,0,0,12,12,0,");
    }

    @Test
    void whereAllMembersAreBlankTheSumIsBlankToo() throws IOException {
        Path dataset = members()
                .cell("p", "0", "read")
                .cell("x", "", "blank")
                .cell("y", "", "blank")
                .cell("z", "9", "suspect")
                .write();

        assertThat(aggregate(dataset))
                .containsExactly("甲市,2024,requests,received_new,total,received_new,total,件,3,0,2,1,0,,0,,");
    }

    @Test
    void aMemberWithoutAReportIsSaid() throws IOException {
        Path dataset = new SmallDataset(folder.resolve("d"))
                .report("p", "甲市", 2024, "", "")
                .report("x", "乙县", 2024, "", "")
                .cell("p", "12", "read")
                .cell("x", "5", "read")
                .write();

        assertThat(aggregate(dataset))
                .containsExactly(
                        "甲市,2024,requests,received_new,total,received_new,total,件,3,1,0,0,2,5,12,7,成员数据不全:1/3");
    }

    @Test
    void yearsAreComparedAndJumpsAreFlagged() throws IOException {
        Path dataset = new SmallDataset(folder.resolve("d"))
                .report("a", "甲市", 2023, "", "")
                .report("b", "甲市人民政府", 2024, "", "")
                .report("c", "甲市", 2021, "", "")
                .cell("a", "carried_in", "10", "件", "read")
                .cell("b", "carried_in", "12", "件", "read")
                .cell("a", "received_new", "20", "件", "read")
                .cell("b", "received_new", "120", "件", "read")
                .cell("a", "fee", "1.5", "万元", "read")
                .cell("b", "fee", "15000", "万元", "read")
                .cell("a", "none", "0", "件", "read")
                .cell("b", "none", "3", "件", "read")
                .cell("a", "gone", "7", "件", "read")
                .cell("b", "gone", "", "件", "blank")
                .write();

        Call call = Call.gouji("compare", dataset, "--out", folder.resolve("c.csv"));

        assertThat(call.out().replaceAll(" +", " ")).contains("pairs of years 1", "flagged 2");
        assertThat(Folder.read(folder.resolve("c.csv")).lines().skip(1).map(l -> l.replaceFirst(".*元?,2024,2023,", "")))
                .containsExactly(
                        "12,10,2,20.0,",
                        "15000,1.5,14998.5,999900.0,unit",
                        ",7,,,blank-now",
                        "3,0,3,,",
                        "120,20,100,500.0,jump");
    }

    @Test
    void realYearsAreComparedWithPrintedLabels() throws IOException {
        Call call = Call.gouji("compare", "output/cn-disclosure", "--out", folder.resolve("c.csv"));

        assertThat(call.status()).isZero();
        assertThat(Folder.read(folder.resolve("c.csv")))
                .contains("321300,宿迁市,requests,received_new,total,一、本年新收政府信息公开申请数量,总计,件,2024,2023,3525,3511,14,0.4,");
    }

    @Test
    void aSheetCanBeAWorkbook() throws IOException {
        Path dataset = members().cell("p", "12", "read").cell("x", "5", "read").write();
        Path members = Folder.write(folder.resolve("m.csv"), "parent,member\n甲市,乙县\n");

        Call.gouji("aggregate", dataset, "--members", members, "--out", folder.resolve("a.xlsx"));

        try (InputStream in = Files.newInputStream(folder.resolve("a.xlsx"));
                XSSFWorkbook book = new XSSFWorkbook(in)) {
            assertThat(book.getSheet("aggregate").getRow(1).getCell(13).getNumericCellValue())
                    .isEqualTo(5);
        }
    }

    @Test
    void saysWhatAListLacks() throws IOException {
        Path dataset = members().write();
        Path list = Folder.write(folder.resolve("list.csv"), "谁\n甲市\n");

        Call call = Call.gouji("roster", dataset, "--bodies", list, "--out", folder.resolve("r.csv"));

        assertThat(call.status()).isEqualTo(2);
        assertThat(call.err()).contains("expected a column name (or", "in the first row, found 谁");
        assertThat(folder.resolve("r.csv")).doesNotExist();
    }

    private SmallDataset members() {
        return new SmallDataset(folder.resolve("d"))
                .report("p", "甲市", 2024, "", "")
                .report("x", "乙县", 2024, "", "")
                .report("y", "甲市水利局", 2024, "", "")
                .report("z", "丙县", 2024, "", "");
    }

    private List<String> aggregate(Path dataset) throws IOException {
        Path members = Folder.write(folder.resolve("m.csv"), "parent,member\n甲市,乙县\n甲市,甲市水利局\n甲市,丙县\n");
        Call call = Call.gouji("aggregate", dataset, "--members", members, "--out", folder.resolve("a.csv"));
        assertThat(call.status()).as(call.err()).isZero();
        return Folder.read(folder.resolve("a.csv")).lines().skip(1).toList();
    }
}
