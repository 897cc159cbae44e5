package blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The command {@code gouji tables}, called as a user calls it. */
class TablesTest {
    @TempDir
    Path folder;

    Path out;

    @BeforeEach
    void begin() {
        out = folder.resolve("out");
    }

    /**
     * A PDF of so many pages, each with one table:
     * <pre>
     * | Region | Persons     |   the head over two columns
     * |        | 2022 | 2023 |
     * | North  | =1+p | 007  |   p is the page
     * | South  | 41   | 42   |
     * </pre>
     */
    private Path pdf(String name, int pages) throws IOException {
        Path file = folder.resolve(name);
        try (PDDocument pdf = drawn(pages)) {
            pdf.save(file.toFile());
        }
        return file;
    }

    private static PDDocument drawn(int pages) throws IOException {
        PDDocument pdf = new PDDocument();
        PDType1Font font = new PDType1Font(FontName.HELVETICA);
        for (int p = 1; p <= pages; p++) {
            PDPage page = new PDPage();
            pdf.addPage(page);
            try (PDPageContentStream c = new PDPageContentStream(pdf, page)) {
                rules(c);
                String[][] texts = {
                    {"72", "682", "Region"},
                    {"200", "692", "Persons"},
                    {"172", "672", "2022"},
                    {"272", "672", "2023"},
                    {"72", "652", "North"},
                    {"172", "652", "=1+" + p},
                    {"272", "652", "007"},
                    {"72", "632", "South"},
                    {"172", "632", "41"},
                    {"272", "632", "42"},
                    {"72", "500", "A line below, number " + p + ", that keeps the tables of two pages apart."}
                };
                for (String[] t : texts) {
                    c.beginText();
                    c.setFont(font, 10);
                    c.newLineAtOffset(Float.parseFloat(t[0]), Float.parseFloat(t[1]));
                    c.showText(t[2]);
                    c.endText();
                }
            }
        }
        return pdf;
    }

    private static void rules(PDPageContentStream c) throws IOException {
        float[][] rules = {
            {60, 705, 360, 705},
            {160, 685, 360, 685},
            {60, 665, 360, 665},
            {60, 645, 360, 645},
            {60, 625, 360, 625},
            {60, 625, 60, 705},
            {160, 625, 160, 705},
            {260, 625, 260, 685},
            {360, 625, 360, 705}
        };
        for (float[] r : rules) {
            c.moveTo(r[0], r[1]);
            c.lineTo(r[2], r[3]);
            c.stroke();
        }
    }

    private List<String> written() throws IOException {
        try (Stream<Path> files = Files.list(out)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    // ---- formats

    @Test
    void writesCsvWhereNothingElseIsAskedFor() throws IOException {
        Call call = Call.gouji("tables", pdf("a.pdf", 1), "--out", out);

        assertThat(call.status()).isZero();
        assertThat(call.err()).isEmpty();
        assertThat(call.out())
                .contains("documents   1")
                .contains("pages       1")
                .contains("tables      1")
                .contains("unreadable  0");
        assertThat(written()).containsExactly("a-1.csv");
        assertThat(Folder.read(out.resolve("a-1.csv"))).isEqualTo("""
                        c1,c2,c3
                        Region,Persons,
                        "",2022,2023
                        North,'=1+1,007
                        South,41,42
                        """);
    }

    @Test
    void writesJsonWithSpansHeadersPathsAndPlaces() throws IOException {
        Call.gouji("tables", pdf("a.pdf", 1), "--out", out, "--format", "json");

        JsonNode root = new ObjectMapper().readTree(Files.readAllBytes(out.resolve("a.json")));
        assertThat(root.path("doc").asString()).isEqualTo("a");
        assertThat(root.path("pages").asInt()).isEqualTo(1);
        assertThat(root.path("findings")).isEmpty();
        assertThat(root.has("error")).isFalse();
        JsonNode table = root.path("tables").path(0);
        assertThat(table.path("page").asInt()).isEqualTo(1);
        assertThat(table.path("header_rows").asInt()).isEqualTo(2);
        assertThat(table.path("stub_columns").asInt()).isEqualTo(1);
        JsonNode box = table.path("bbox");
        double[] frame = {60, 792 - 705, 360, 792 - 625};
        for (int i = 0; i < 4; i++) {
            assertThat(box.path(i).asDouble()).isBetween(frame[i] - 1, frame[i] + 1);
        }
        JsonNode region = cell(table, 0, 0);
        assertThat(region.path("rowspan").asInt()).isEqualTo(2);
        assertThat(region.path("header").asBoolean()).isTrue();
        assertThat(cell(table, 0, 1).path("colspan").asInt()).isEqualTo(2);
        JsonNode value = cell(table, 3, 2);
        assertThat(value.path("text").asString()).isEqualTo("42");
        assertThat(value.path("header").asBoolean()).isFalse();
        assertThat(value.path("row_path").toString()).isEqualTo("[\"South\"]");
        assertThat(value.path("column_path").toString()).isEqualTo("[\"Persons\",\"2023\"]");
    }

    private static JsonNode cell(JsonNode table, int row, int column) {
        for (JsonNode cell : table.path("cells")) {
            if (cell.path("row").asInt() == row && cell.path("col").asInt() == column) {
                return cell;
            }
        }
        throw new AssertionError("no cell at row " + row + " column " + column + " in " + table);
    }

    @Test
    void writesHtmlWithSpansAndHeaders() throws IOException {
        Call.gouji("tables", pdf("a & b.pdf", 1), "--out", out, "--format", "html");

        assertThat(Folder.read(out.resolve("a & b.html")))
                .contains("<title>a &amp; b</title>")
                .contains("<th scope=\"col\" rowspan=\"2\">Region</th><th scope=\"col\" colspan=\"2\">Persons</th>")
                .contains("<tr><th scope=\"row\">South</th><td>41</td><td>42</td></tr>")
                .endsWith("</html>\n");
    }

    @Test
    void writesXlsxWithMergedCellsAndNoFormula() throws IOException {
        Call.gouji("tables", pdf("a.pdf", 1), "--out", out, "--format", "xlsx");

        String sheet = part(out.resolve("a.xlsx"), "xl/worksheets/sheet1.xml");
        assertThat(sheet)
                .contains("<mergeCell ref=\"A1:A2\"/>")
                .contains("<mergeCell ref=\"B1:C1\"/>")
                .contains("<v>42</v>")
                .doesNotContain("<f>")
                .doesNotContain("<v>7</v>");
        assertThat(part(out.resolve("a.xlsx"), "xl/sharedStrings.xml"))
                .contains("=1+1")
                .contains("007");
    }

    private static String part(Path xlsx, String name) throws IOException {
        try (ZipFile zip = new ZipFile(xlsx.toFile());
                InputStream in = zip.getInputStream(zip.getEntry(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void writesSeveralFormatsAtOnce() throws IOException {
        Call.gouji("tables", pdf("a.pdf", 2), "--out", out, "--format", "csv,json,html,xlsx");

        assertThat(written()).containsExactly("a-1.csv", "a-2.csv", "a.html", "a.json", "a.xlsx");
    }

    @Test
    void givesTheSameBytesAgain() throws IOException {
        Path pdf = pdf("a.pdf", 2);
        Call.gouji("tables", pdf, "--out", out, "--format", "csv,json,html,xlsx");
        Path again = folder.resolve("again");
        Call second = Call.gouji("tables", pdf, "--out", again, "--format", "csv,json,html,xlsx");

        assertThat(second.status()).isZero();
        assertThat(Folder.snapshot(again)).isEqualTo(Folder.snapshot(out));
    }

    // ---- pages

    @Test
    void readsThePagesAskedFor() throws IOException {
        Call call = Call.gouji("tables", pdf("a.pdf", 4), "--out", out, "--pages", "2,4-");

        assertThat(call.out()).contains("pages       2").contains("tables      2");
        assertThat(Folder.read(out.resolve("a-1.csv"))).contains("'=1+2");
        assertThat(Folder.read(out.resolve("a-2.csv"))).contains("'=1+4");
    }

    @Test
    void saysWhichPagesAreNotThere() throws IOException {
        Path pdf = pdf("a.pdf", 3);

        Call none = Call.gouji("tables", pdf, "--out", out, "--pages", "99,101-");
        assertThat(none.status()).isEqualTo(1);
        assertThat(none.out())
                .contains("unreadable  1")
                .contains(pdf + "  has 3 pages, so there is no page 99, 101-: give --pages up to 3.")
                .doesNotContain("CORRUPT");

        Call some = Call.gouji("tables", pdf, "--out", out, "--pages", "2,4");
        assertThat(some.status()).isZero();
        assertThat(some.out())
                .contains("unreadable  0")
                .contains("pages       1")
                .contains(pdf + "  has 3 pages: there is no page 4.");
    }

    @Test
    void readsTablesOfOtherDocuments() throws IOException {
        Path page = Folder.write(
                folder.resolve("p.html"),
                "<table><tr><th rowspan=2>Region<th colspan=2>Persons<tr><th>2022<th>2023<tr><th>North<td>=1+1<td>007"
                        + "<tr><th>South<td>41<td>42</table>");
        Folder.write(folder.resolve("s.csv"), "Region,2022,2023\nNorth,1,\"2\n3\"\nSouth,3,4\nWest,5,6\n");

        Call call = Call.gouji("tables", folder, "--out", out, "--format", "csv,json,html", "--pages", "1");

        assertThat(call.status()).isZero();
        assertThat(call.out())
                .contains("documents   2")
                .contains("tables      2")
                .contains(page + "  has no pages, so all of it was read.");
        assertThat(Folder.read(out.resolve("p-1.csv"))).isEqualTo("""
                        c1,c2,c3
                        Region,Persons,
                        "",2022,2023
                        North,'=1+1,007
                        South,41,42
                        """);
        assertThat(Folder.read(out.resolve("s-1.csv"))).isEqualTo("""
                        c1,c2,c3
                        Region,2022,2023
                        North,1,23
                        South,3,4
                        West,5,6
                        """);
        JsonNode table = new ObjectMapper()
                .readTree(Files.readAllBytes(out.resolve("p.json")))
                .path("tables")
                .path(0);
        assertThat(cell(table, 3, 2).path("path").asString()).isEqualTo("table 1 / row 4 / cell 3");
        assertThat(cell(table, 3, 2).path("column_path").toString()).isEqualTo("[\"Persons\",\"2023\"]");
        assertThat(Folder.read(out.resolve("p.html"))).contains("rowspan=\"2\"").doesNotContain("page 0");
    }

    @ParameterizedTest
    @CsvSource({
        "'', EMPTY: The file is empty",
        "'PK\3\4nothing', 'TYPE_UNSUPPORTED: This is a ZIP file, which is not supported yet'",
        "'Rar!\u001A\u0007\u0001\0', TYPE_UNSUPPORTED: This is a RAR archive",
        "'\1\2\3\4', TYPE_UNKNOWN: The content is of no known file type",
        "'\u0089PNG\1\2', NO_TEXT: The pages hold pictures only"
    })
    void givesTheReasonThatImportGives(String content, String message) throws IOException {
        Path file = folder.resolve("x.pdf");
        Files.write(file, content.getBytes(StandardCharsets.ISO_8859_1));

        Call call = Call.gouji("tables", file, "--out", out);

        assertThat(call.status()).isEqualTo(1);
        assertThat(call.out()).contains(file + "  " + message);
    }

    @Test
    void drawsEachPageWithATable() throws IOException {
        Call.gouji("tables", pdf("a.pdf", 2), "--out", out, "--debug-pages");

        assertThat(written()).containsExactly("a-1.csv", "a-2.csv", "a-page1.png", "a-page2.png");
        assertThat(ImageIO.read(out.resolve("a-page2.png").toFile()).getWidth()).isPositive();
    }

    // ---- several documents

    @Test
    void readsTheDocumentsOfAFolder() throws IOException {
        Files.createDirectories(folder.resolve("in/x"));
        Files.createDirectories(folder.resolve("in/y"));
        pdf("in/x/a.PDF", 1);
        pdf("in/y/a.pdf", 1);
        Folder.write(folder.resolve("in/notes.txt"), "no PDF");

        Call call = Call.gouji("tables", folder.resolve("in"), "--out", out);

        assertThat(call.out()).contains("documents   2");
        assertThat(written()).containsExactly("a-1.csv", "a~2-1.csv");
    }

    @Test
    void namesADocumentThatCannotBeReadAndReadsTheOthers() throws IOException {
        Path bad = Folder.write(folder.resolve("bad.pdf"), "%PDF-1.7\nnothing of a PDF");

        Call call = Call.gouji("tables", bad, pdf("good.pdf", 1), "--out", out, "--format", "json");

        assertThat(call.status()).isZero();
        assertThat(call.out()).contains("unreadable  1").contains(bad + "  CORRUPT: ");
        assertThat(written()).containsExactly("bad.json", "good.json");
        assertThat(Folder.read(out.resolve("bad.json")))
                .contains("\"tables\":[]")
                .contains("\"error\":\"CORRUPT: ");
    }

    @Test
    void saysThatADocumentIsLocked() throws IOException {
        Path file = folder.resolve("locked.pdf");
        try (PDDocument pdf = drawn(1)) {
            pdf.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            pdf.save(file.toFile());
        }

        Call call = Call.gouji("tables", file, "--out", out);

        assertThat(call.status()).isEqualTo(1);
        assertThat(call.out()).contains("locked.pdf  ENCRYPTED: The file needs a password to open");
        assertThat(written()).isEmpty();
    }

    @Test
    void saysThatADocumentIsCutShort() throws IOException {
        byte[] whole = Files.readAllBytes(pdf("a.pdf", 1));
        Path cut = folder.resolve("cut.pdf");
        Files.write(cut, java.util.Arrays.copyOf(whole, 40));

        Call call = Call.gouji("tables", cut, "--out", out);

        assertThat(call.status()).isEqualTo(1);
        assertThat(call.out()).contains("CORRUPT: The file ends too early").contains("download it again");
    }

    // ---- wrong calls

    @ParameterizedTest
    @CsvSource({
        "x, expected page numbers such as",
        "0, expected page numbers such as",
        "3-1, expected the smaller page first",
        "'1,,2', expected page numbers such as"
    })
    void refusesPagesThatAreNone(String pages, String message) throws IOException {
        Call call = Call.gouji("tables", pdf("a.pdf", 1), "--out", out, "--pages", pages);

        assertThat(call.status()).isEqualTo(2);
        assertThat(call.err()).contains("--pages: " + message).contains("Nothing was written.");
        assertThat(out).doesNotExist();
    }

    @Test
    void refusesAFileThatIsNotThere() {
        Call call = Call.gouji("tables", folder.resolve("none.pdf"), "--out", out);

        assertThat(call.status()).isEqualTo(2);
        assertThat(call.err()).contains("expected a file or a folder, found none at " + folder.resolve("none.pdf"));
        assertThat(out).doesNotExist();
    }

    @Test
    void refusesAFolderWithoutDocuments() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));

        Call call = Call.gouji("tables", empty, "--out", out);

        assertThat(call.status()).isEqualTo(2);
        assertThat(call.err()).contains("expected documents (PDF, HTML, Word, OFD, sheets), found none in " + empty);
    }

    @Test
    void refusesAFormatThatIsNone() throws IOException {
        Call call = Call.gouji("tables", pdf("a.pdf", 1), "--out", out, "--format", "docx");

        assertThat(call.status()).isEqualTo(2);
        assertThat(call.err()).contains("--format").contains("docx").contains("csv, json, html, xlsx");
        assertThat(out).doesNotExist();
    }

    @Test
    void refusesACallWithoutAFolderToWriteTo() throws IOException {
        Call call = Call.gouji("tables", pdf("a.pdf", 1));

        assertThat(call.status()).isEqualTo(2);
        assertThat(call.err()).contains("--out");
    }

    @Test
    void stopsWhereTheOutputCannotBeWritten() throws IOException {
        Path file = Folder.write(folder.resolve("taken"), "a file");

        Call call = Call.gouji("tables", pdf("a.pdf", 1), "--out", file.resolve("out"));

        assertThat(call.status()).isEqualTo(3);
        assertThat(call.err()).contains("taken");
    }
}
