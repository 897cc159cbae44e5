package gouji.document.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import degraded.Exif;
import gouji.document.Document;
import gouji.document.Page;
import gouji.document.Raster;
import gouji.source.Input;
import gouji.source.Reason;
import gouji.source.UnreadableException;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageFileReaderTest {
    private final ImageFileReader reader = new ImageFileReader();

    @Test
    void readsEveryFrameOfATiffAsAPage() throws Exception {
        Document document = reader.read(Input.of("scan.tif", tiff(marked(), marked(), marked())));
        assertThat(document.format()).isEqualTo("image");
        assertThat(document.pages()).extracting(Page::number).containsExactly(1, 2, 3);
        assertThat(document.pages())
                .allMatch(p -> p.scans().size() == 1 && p.glyphs().isEmpty());
    }

    @Test
    void takesAnUprightPictureToBeAsWideAsA4() throws Exception {
        Page page =
                reader.read(Input.of("a.png", encoded(marked(), "png"))).pages().get(0);
        assertThat(page.widthPt()).isBetween(595.0, 596.0);
        assertThat(page.heightPt()).isEqualTo(page.widthPt() * 300 / 200);
    }

    @Test
    void readsWebPAndSaysThatOneIsCut() throws Exception {
        byte[] whole = Files.readAllBytes(Path.of("fixtures", "scans", "wangchao-2022.webp"));
        Page page = reader.read(Input.of("a.webp", whole)).pages().get(0);
        assertThat(page.scans().get(0).pixels().read().width()).isEqualTo(1189);
        assertThatThrownBy(() -> reader.read(Input.of("cut.webp", Arrays.copyOf(whole, whole.length - 1))))
                .isInstanceOfSatisfying(
                        UnreadableException.class, e -> assertThat(e.reason()).isEqualTo(Reason.TRUNCATED));
    }

    /** Four channels, without a profile: the JDK reads none. */
    @Test
    void readsAJpegInCmyk() throws Exception {
        byte[] jpeg = Files.readAllBytes(Path.of("fixtures", "scans", "shanghai-office-2019.jpg"));
        Raster page = reader.read(Input.of("a.jpg", jpeg))
                .pages()
                .get(0)
                .scans()
                .get(0)
                .pixels()
                .read();
        assertThat(page.width()).isEqualTo(1100);
        assertThat(page.at(2, 2)).as("paper").isGreaterThan(230);
    }

    /** Cut anywhere after its scan began, also where half bytes of it read like an end mark. */
    @Test
    void saysThatAJpegIsCut() throws Exception {
        byte[] whole = encoded(marked(), "jpg");
        int scan = new String(whole, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("\u00FF\u00DA");
        for (int end = scan + 12; end < whole.length - 1; end++) {
            byte[] cut = Arrays.copyOf(whole, end);
            assertThatThrownBy(() -> reader.read(Input.of("cut.jpg", cut)))
                    .isInstanceOfSatisfying(
                            UnreadableException.class,
                            e -> assertThat(e.reason()).isEqualTo(Reason.TRUNCATED));
        }
        byte[] padded = Arrays.copyOf(whole, whole.length + 10_000);
        assertThat(reader.read(Input.of("padded.jpg", padded)).pages()).hasSize(1);
    }

    /** The mark stands at the top left of the upright picture: EXIF says how the stored one has to be turned. */
    @ParameterizedTest
    @CsvSource({"1, 20, 20, 200", "3, 179, 279, 200", "6, 279, 20, 300", "8, 20, 179, 300"})
    void turnsAPictureAsExifSays(int orientation, int x, int y, int width) throws Exception {
        byte[] file = Exif.withOrientation(encoded(marked(), "jpg"), orientation);
        Raster raster = reader.read(Input.of("photo.jpg", file))
                .pages()
                .get(0)
                .scans()
                .get(0)
                .pixels()
                .read();
        assertThat(raster.width()).isEqualTo(width);
        assertThat(raster.at(x, y)).as("the mark").isLessThan(80);
        assertThat(raster.at(raster.width() / 2, raster.height() / 2)).isGreaterThan(200);
    }

    @Test
    void believesNoDamagedExif() throws Exception {
        byte[] file = Exif.withOrientation(encoded(marked(), "jpg"), 6);
        file[14] = 'X';
        Page page = reader.read(Input.of("photo.jpg", file)).pages().get(0);
        assertThat(page.heightPt()).isGreaterThan(page.widthPt());
    }

    @Test
    void refusesAPictureWhoseEndIsMissing() throws Exception {
        byte[] jpg = encoded(marked(), "jpg");
        assertThatThrownBy(() -> reader.read(Input.of("a.jpg", Arrays.copyOf(jpg, jpg.length / 2))))
                .isInstanceOfSatisfying(
                        UnreadableException.class, e -> assertThat(e.reason()).isEqualTo(Reason.TRUNCATED));
    }

    @Test
    void refusesAPictureThatClaimsToBeHuge() throws Exception {
        byte[] png = encoded(marked(), "png");
        // Width and height in the header chunk: 65,535 each; its checksum no longer fits, which no reader gets to.
        png[17] = 0;
        png[18] = (byte) 0xFF;
        png[19] = (byte) 0xFF;
        png[22] = (byte) 0xFF;
        png[23] = (byte) 0xFF;
        assertThatThrownBy(() -> reader.read(Input.of("bomb.png", png))).isInstanceOf(UnreadableException.class);
    }

    private static BufferedImage marked() {
        BufferedImage image = new BufferedImage(200, 300, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, 200, 300);
        g.setColor(Color.BLACK);
        g.fillRect(10, 10, 24, 24);
        g.dispose();
        return image;
    }

    private static byte[] encoded(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    private static byte[] tiff(BufferedImage... frames) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (BufferedImage frame : frames) {
                writer.writeToSequence(new IIOImage(frame, null, null), null);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
