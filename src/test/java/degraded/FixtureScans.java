package degraded;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.CCITTFactory;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/**
 * Makes {@code fixtures/scans} of the born-digital fixtures: {@code OUT}. Two files are handed on as PNG, because the JDK
 * writes neither WebP nor JPEG in CMYK; {@code fixtures/scans/README.md} says how they go on.
 */
final class FixtureScans {
    private static final Path REPORTS = Path.of("fixtures", "cn-disclosure");

    private final Path out;

    private FixtureScans(Path out) {
        this.out = out;
    }

    public static void main(String[] args) throws IOException {
        new FixtureScans(Path.of(args[0])).all();
    }

    private void all() throws IOException {
        Random random = new Random(2024);
        List<BufferedImage> copied = pages("format-2021/qinghemen-2022", 200).stream()
                .map(p -> Pixels.binary(Pixels.skewed(p, 0.6), 150, 0.0003, random))
                .toList();
        pdf("qinghemen-2022.pdf", copied, true);
        List<BufferedImage> taken = pages("format-2021/shiqiao-2023", 140).stream()
                .map(p -> Pixels.photographed(p, 0.02, random))
                .toList();
        pdf("shiqiao-2023.pdf", taken, false);
        tiff(
                "qinglan-police-2019.tif",
                each(
                        pages("format-2019/qinglan-police-2019", 200),
                        p -> Pixels.binary(Pixels.skewed(p, -0.8), 160, 0.0003, random)));
        web("lincheng-housing-2024", each(pages("format-2021/lincheng-housing-2024", 130), Pixels::greyTyped));
        png("wangchao-2022.png", strip(pages("format-2021/wangchao-2022", 144)));
        png("shanghai-office-2019.png", strip(pages("format-2019/shanghai-office-2019", 150)));
    }

    private static List<BufferedImage> each(List<BufferedImage> pages, UnaryOperator<BufferedImage> change) {
        return pages.stream().map(change).toList();
    }

    private static List<BufferedImage> pages(String report, int dpi) throws IOException {
        return RenderedReport.pages(REPORTS.resolve(report).resolve("report.pdf"), dpi);
    }

    private void pdf(String name, List<BufferedImage> pages, boolean bilevel) throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            for (BufferedImage image : pages) {
                PDPage page = new PDPage(PDRectangle.A4);
                pdf.addPage(page);
                PDImageXObject picture = bilevel
                        ? CCITTFactory.createFromImage(pdf, bilevel(image))
                        : JPEGFactory.createFromImage(pdf, Pixels.greyTyped(image), 0.6f);
                try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
                    content.drawImage(picture, 0, 0, PDRectangle.A4.getWidth(), PDRectangle.A4.getHeight());
                }
            }
            pdf.save(out.resolve(name).toFile());
        }
    }

    private static BufferedImage bilevel(BufferedImage image) {
        BufferedImage result = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
        draw(result, image, 0);
        return result;
    }

    private static void draw(BufferedImage on, BufferedImage image, int y) {
        Graphics2D g = on.createGraphics();
        g.drawImage(image, 0, y, null);
        g.dispose();
    }

    private void tiff(String name, List<BufferedImage> pages) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        Files.deleteIfExists(out.resolve(name));
        try (ImageOutputStream file =
                ImageIO.createImageOutputStream(out.resolve(name).toFile())) {
            writer.setOutput(file);
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionType("CCITT T.6");
            writer.prepareWriteSequence(null);
            for (BufferedImage page : pages) {
                writer.writeToSequence(new IIOImage(bilevel(page), null, null), param);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
    }

    /** A saved page that shows its pages as pictures. */
    private void web(String name, List<BufferedImage> pages) throws IOException {
        Path folder = Files.createDirectories(out.resolve(name + "_files"));
        StringBuilder html = new StringBuilder("<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>")
                .append("临澄市住房和城乡建设局</title></head>\n<body>\n");
        for (int i = 0; i < pages.size(); i++) {
            String picture = (i + 1) + ".png";
            ImageIO.write(pages.get(i), "png", folder.resolve(picture).toFile());
            html.append("<p><img src=\"%s_files/%s\" alt=\"\"></p>\n".formatted(name, picture));
        }
        Files.writeString(out.resolve(name + ".html"), html.append("</body></html>\n"));
    }

    /** The pages below each other, as a message or an article shows them. */
    private static BufferedImage strip(List<BufferedImage> pages) {
        int height = pages.stream().mapToInt(BufferedImage::getHeight).sum();
        BufferedImage strip = new BufferedImage(pages.get(0).getWidth(), height, BufferedImage.TYPE_INT_RGB);
        int y = 0;
        for (BufferedImage page : pages) {
            draw(strip, page, y);
            y += page.getHeight();
        }
        return strip;
    }

    private void png(String name, BufferedImage image) throws IOException {
        ImageIO.write(image, "png", out.resolve(name).toFile());
    }
}
