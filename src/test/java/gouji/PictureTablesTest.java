package gouji;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gouji.document.Document;
import gouji.document.Drawing;
import gouji.document.Page;
import gouji.document.PagePicture;
import gouji.document.Raster;
import gouji.document.Recognizer;
import gouji.document.ocr.PictureRecognizer;
import gouji.document.ocr.onnx.PpOcrModel;
import gouji.report.Observation;
import gouji.report.Report;
import gouji.report.State;
import gouji.source.Entry;
import gouji.source.Input;
import gouji.source.Limits;
import gouji.source.Sources;
import gouji.source.UnreadableException;
import gouji.table.LayoutBuilder;
import gouji.written.Pictured;
import gouji.written.WrittenReport;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Reports whose tables are pictures, drawn by the test and read by the recogniser that comes with the build. */
class PictureTablesTest {
    private static final ReportPipeline PIPELINE = new ReportPipeline(
            Readers.all(500, true), Optional.of(new Remembering()), new LayoutBuilder(), Wiring.builtIn());

    /** Recognises each picture once: what is tested here is the way to it. */
    private static final class Remembering implements Recognizer {
        private final Recognizer recognizer = new PictureRecognizer(new PpOcrModel());
        private final Map<String, Document> known = new HashMap<>();

        @Override
        public Document recognize(Document document) throws UnreadableException {
            StringBuilder key = new StringBuilder();
            for (Page page : document.pages()) {
                for (PagePicture scan : page.scans()) {
                    Raster raster = scan.pixels().read();
                    int hash = raster.height();
                    for (int i = 0; i < raster.width() * raster.height(); i += 7) {
                        hash = 31 * hash + raster.at(i % raster.width(), i / raster.width());
                    }
                    key.append(hash).append(' ').append(scan.box()).append('\n');
                }
                key.append(page.glyphs().hashCode());
            }
            Document read = known.get(key.toString());
            if (read == null) {
                read = recognizer.recognize(document);
                known.put(key.toString(), read);
            }
            return read;
        }
    }

    static Stream<Arguments> formats() {
        return Stream.of(
                format("html", Pictured::htmlWithData),
                format("html", Pictured::mhtml),
                format("docx", Pictured::docx),
                format("odt", Pictured::odt),
                format("rtf", Pictured::rtf),
                format("xlsx", Pictured::xlsx),
                format("xls", Pictured::xls),
                format("ofd", Pictured::ofd));
    }

    private static Arguments format(String name, Function<Document, byte[]> writer) {
        return Arguments.of(name, writer);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("formats")
    void readsTablesThatArePictures(String format, Function<Document, byte[]> writer) throws UnreadableException {
        WrittenReport report = report();
        byte[] bytes = writer.apply(Pictured.tablesAsPictures(report.document()));

        var extracted = PIPELINE.extract(Input.of(report.name(), bytes));

        assertThat(extracted.format()).isEqualTo(format);
        assertRead(report, extracted.checked().report());
        if (format.startsWith("xls")) {
            assertThat(extracted.checked().report().observations())
                    .anyMatch(
                            o -> o.place().path().matches("sheet 年报!A\\d+ / picture 2 / table 2 / row 6 / cell \\d+"));
        } else if (!format.equals("ofd")) {
            assertThat(extracted.checked().report().observations())
                    .allMatch(o -> o.place().page() == 0)
                    .anyMatch(o -> o.place().path().matches("picture 2 / table 1 / row 6 / cell \\d+"));
        }
    }

    @Test
    void readsThePicturesOfASavedPage(@TempDir Path dir) throws IOException, UnreadableException {
        WrittenReport report = report();
        Document pictured = Pictured.tablesAsPictures(report.document());
        Path in = Files.createDirectories(dir.resolve("in/年报_files")).getParent();
        Files.write(in.resolve("年报.html"), Pictured.htmlWithFiles(pictured, "./%E5%B9%B4%E6%8A%A5_files/"));
        Files.writeString(in.resolve("年报_files/site.css"), "p{}");
        int n = 0;
        for (byte[] file : Pictured.files(pictured)) {
            Files.write(in.resolve("年报_files/t" + n++ + ".png"), file);
        }
        Path staging = Files.createDirectory(dir.resolve("staging"));
        List<Entry> found = new Sources(Limits.STANDARD, staging, s -> true, () -> {}).find(List.of(in));

        assertThat(found.stream().filter(e -> e.kind() == Entry.Kind.FILE).map(Entry::name))
                .containsExactly("年报.html");
        assertRead(
                report, PIPELINE.extract(Sources.load(found.get(0))).checked().report());
    }

    @Test
    void everyPictureThatBelongsToASavedPageIsReadWithIt(@TempDir Path dir) throws IOException, UnreadableException {
        Path in = Files.createDirectories(dir.resolve("in"));
        Files.writeString(
                in.resolve("a.html"),
                "<body background=body.png><img src=one.png srcset='two22.png 2x'><img src=spacer.png data-lazy=late.png>"
                        + "<picture><source srcset='wide.png'><img src=narrow.pn></picture>"
                        + "<table style='background:url(table.png)'><tbody style='background:url(part.png)'>"
                        + "<tr background=row.png><td background=cell.png>1<td>2<tr><td>3<td>4</table>"
                        + "<p style=\"background-image: url( 'style.png' )\"><img src=data:image/gif;base64,R0lGOD"
                        + " data-src='//elsewhere.invalid/x.png'>");
        for (String name : "body one two22 spacer late wide table part row cell style unshown".split(" ")) {
            String size = name.equals("late") ? "x".repeat(99) : "";
            Files.writeString(in.resolve(name + ".png"), name + size);
        }
        Path staging = Files.createDirectory(dir.resolve("staging"));
        List<Entry> found = new Sources(Limits.STANDARD, staging, s -> true, () -> {}).find(List.of(in));

        assertThat(found.stream().filter(e -> e.kind() == Entry.Kind.FILE).map(Entry::name))
                .containsExactly("a.html", "unshown.png");
        Document page = new gouji.document.html.HtmlReader().read(Sources.load(found.get(0)));
        assertThat(page.blocks().stream()
                        .filter(Drawing.class::isInstance)
                        .map(b -> ((Drawing) b).file().name()))
                .containsExactlyInAnyOrder(
                        "body.png",
                        "two22.png",
                        "late.png",
                        "wide.png",
                        "table.png",
                        "part.png",
                        "row.png",
                        "cell.png",
                        "style.png",
                        "picture");
        assertThat(page.findings()).anyMatch(f -> f.code().equals("REMOTE_PICTURE"));
    }

    private static WrittenReport report() {
        boolean font = Pictured.font().isPresent();
        if (!font) {
            System.err.println("SKIPPED: this machine has no font that shows Chinese.");
        }
        assumeTrue(font, "no font that shows Chinese");
        return WrittenReport.ofFixtures().stream()
                .filter(r -> r.name().equals("suqian-2024"))
                .findFirst()
                .orElseThrow();
    }

    private static void assertRead(WrittenReport report, Report read) {
        assertThat(silentlyWrong(report, read)).isEmpty();
        assertThat(settled(read)).isGreaterThan(190);
    }

    private static List<String> silentlyWrong(WrittenReport report, Report read) {
        List<String> wrong = new ArrayList<>();
        for (Observation o : read.observations()) {
            Optional<BigDecimal> wanted = report.values().getOrDefault(o.code(), Optional.empty());
            boolean same =
                    o.value().map(BigDecimal::stripTrailingZeros).equals(wanted.map(BigDecimal::stripTrailingZeros));
            if (!same && o.state() != State.SUSPECT) {
                wrong.add(o.code() + ": written " + wanted + ", read " + o.value() + " " + o.state() + " at "
                        + o.place());
            }
        }
        return wrong;
    }

    private static long settled(Report read) {
        return read.observations().stream()
                .filter(o -> o.state() != State.SUSPECT && o.state() != State.ABSENT)
                .count();
    }
}
