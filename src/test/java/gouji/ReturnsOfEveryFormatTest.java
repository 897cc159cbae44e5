package gouji;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.written.Formats;
import gouji.written.WrittenReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** A note on a report of any format shows the cells in question, on a picture of the page or in the table as read. */
class ReturnsOfEveryFormatTest {
    /** Prints 358 where its other figures add up to 367. */
    private static final WrittenReport HOUSING = WrittenReport.ofFixtures().stream()
            .filter(r -> r.name().contains("lincheng-housing-2024"))
            .findFirst()
            .orElseThrow();

    @TempDir
    Path folder;

    static Stream<String> formats() {
        return Formats.all().keySet().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("formats")
    void showsTheCellsInQuestion(String format) throws IOException {
        Path sources = Files.createDirectory(folder.resolve("sources"));
        Files.write(sources.resolve("report"), Formats.all().get(format).apply(HOUSING.document()));

        Document note = note(sources, List.of("--sources", sources.toString()));

        assertThat(note.select("section"))
                .as("a column and a row; there is no prose")
                .hasSize(2);
        for (Element item : note.select("section")) {
            boolean picture = !item.select("img").isEmpty();
            assertThat(picture).as(item.text()).isEqualTo(format.equals("pdf"));
            if (!picture) {
                assertThat(item.select("td.mark")).as(item.text()).isNotEmpty();
                assertThat(item.select("figcaption").text()).contains("未附原件截图：");
            }
        }
        Element row = note.select("section").get(1);
        if (!format.equals("pdf")) {
            assertThat(row.select("td.mark").eachText()).contains("358", "292", "58", "2", "7", "6");
        }
    }

    @Test
    void theWordNoteHasTheTableToo() throws IOException {
        Path sources = Files.createDirectory(folder.resolve("sources"));
        Files.write(sources.resolve("report"), Formats.all().get("ofd").apply(HOUSING.document()));
        note(sources, List.of());

        try (InputStream in = Files.newInputStream(file(".docx"));
                XWPFDocument document = new XWPFDocument(in)) {
            XWPFTable table = document.getTables().get(1);
            List<String> marked = table.getRows().stream()
                    .flatMap(r -> r.getTableCells().stream())
                    .filter(c -> "FFF0F0".equals(c.getColor()))
                    .map(XWPFTableCell::getText)
                    .toList();
            assertThat(marked).contains("358", "292");
            assertThat(document.getParagraphs().stream().map(p -> p.getText())).anyMatch(t -> t.contains("未附原件截图："));
        }
    }

    @Test
    void aPdfThatIsNotAtHandIsShownAsTheTableThatWasRead() throws IOException {
        Path sources = Files.createDirectory(folder.resolve("sources"));
        Files.write(sources.resolve("report"), Formats.all().get("pdf").apply(HOUSING.document()));

        Document note = note(sources, List.of());

        assertThat(note.select("td.mark").eachText()).contains("358");
        assertThat(note.text()).contains("没有给出原件所在的文件夹（--sources）");
    }

    private Document note(Path sources, List<String> options) throws IOException {
        Path dataset = folder.resolve("dataset");
        call(List.of("import", sources.toString(), "--out", dataset.toString(), "--ocr", "off"));
        List<String> line = new java.util.ArrayList<>(List.of("returns", dataset.toString()));
        line.addAll(options);
        line.addAll(List.of("--out", folder.resolve("notes").toString()));
        call(line);
        return Jsoup.parse(Files.readString(file(".html")));
    }

    private Path file(String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("notes"))) {
            return files.filter(f -> f.toString().endsWith(ending)).findFirst().orElseThrow();
        }
    }

    private static void call(List<String> arguments) {
        CommandLine command = Gouji.commandLine(Wiring::engine);
        StringWriter said = new StringWriter();
        command.setOut(new PrintWriter(said));
        command.setErr(new PrintWriter(said));
        assertThat(command.execute(arguments.toArray(String[]::new)))
                .as(said.toString())
                .isZero();
    }
}
