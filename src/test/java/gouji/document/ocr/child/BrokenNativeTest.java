package gouji.document.ocr.child;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.document.Box;
import gouji.document.Document;
import gouji.document.Finding;
import gouji.document.Glyph;
import gouji.document.Page;
import gouji.document.PagePicture;
import gouji.document.Raster;
import gouji.document.ocr.PictureRecognizer;
import gouji.document.ocr.TextModelSource;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faults of the native code itself, in both engines: a segmentation fault, and a process that stands still. */
@DisabledOnOs(OS.WINDOWS)
class BrokenNativeTest {
    @ParameterizedTest
    @CsvSource({
        "gouji.document.ocr.child.BrokenNative$PpOcr, segv, ENGINE_CRASH",
        "gouji.document.ocr.child.BrokenNative$PpOcr, stop, ENGINE_TIMEOUT",
        "gouji.document.ocr.child.BrokenNative$Tesseract, segv, ENGINE_CRASH",
        "gouji.document.ocr.child.BrokenNative$Tesseract, stop, ENGINE_TIMEOUT"
    })
    void losesOnePageAndReadsTheOthers(Class<? extends TextModelSource> source, String fault, String code)
            throws Exception {
        Document scan =
                new Document("pdf", List.of(page(1, false), page(2, true), page(3, false)), List.of(), List.of());
        Set<Long> running;
        try (ChildModel model = new ChildModel(new ChildCommand(source, List.of(fault)), Duration.ofSeconds(15))) {
            model.lineHeight();
            Document read = new PictureRecognizer(model).recognize(scan);
            assertThat(read.findings()).extracting(Finding::code).containsExactly("PAGE_LOST", code);
            assertThat(read.findings()).allMatch(f -> f.place().page() == 2);
            assertThat(text(read, 0)).isEqualTo("2019");
            assertThat(text(read, 1)).isEmpty();
            assertThat(text(read, 2)).isEqualTo("2019");
            running = model.processes();
            assertThat(running).isNotEmpty();
        }
        assertThat(running).allMatch(p -> ProcessHandle.of(p).isEmpty());
    }

    private static String text(Document document, int page) {
        StringBuilder text = new StringBuilder();
        document.pages().get(page).glyphs().stream().map(Glyph::text).forEach(text::append);
        return text.toString();
    }

    /** 200 x 100 points at 144 dpi: a year, or a bar. */
    private static Page page(int number, boolean bar) throws IOException {
        BufferedImage image = new BufferedImage(400, 200, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D g = image.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, 400, 200);
        g.setColor(Color.BLACK);
        if (bar) {
            g.fillRect(60, 80, 30, 30);
        } else {
            g.drawImage(ImageIO.read(BrokenNativeTest.class.getResource("/gouji/doctor/2019.png")), 60, 60, null);
        }
        g.dispose();
        PagePicture picture = new PagePicture(new Box(0, 0, 200, 100), () -> Raster.of(image, 144));
        return new Page(number, 200, 100, List.of(), List.of(), List.of()).withScans(List.of(picture));
    }
}
