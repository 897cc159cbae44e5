package gouji.real;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;

/** Draws lines of text and ruled tables, a table a page, in a Chinese font that is not embedded. */
final class PdfOfGrids {
    private static final double ROW_PT = 18;
    private static final double TEXT_PT = 5;
    private static final double LEFT_PT = 40;

    private PdfOfGrids() {}

    static byte[] pdf(List<String> lines, List<Grid> grids) throws IOException {
        try (PDDocument document = new PDDocument()) {
            COSDictionary font = font();
            for (int i = 0; i < grids.size(); i++) {
                StringBuilder content = new StringBuilder();
                double top = 800;
                for (String line : i == 0 ? lines : List.<String>of()) {
                    text(content, LEFT_PT, top, 10, line);
                    top -= 20;
                }
                draw(content, grids.get(i), top - 10);
                page(document, font, content.toString());
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static void page(PDDocument document, COSDictionary font, String content) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        PDStream stream = new PDStream(document);
        try (OutputStream out = stream.createOutputStream()) {
            out.write(content.getBytes(StandardCharsets.US_ASCII));
        }
        page.setContents(stream);
        COSDictionary fonts = new COSDictionary();
        fonts.setItem(COSName.getPDFName("F1"), font);
        COSDictionary resources = new COSDictionary();
        resources.setItem(COSName.FONT, fonts);
        page.setResources(new PDResources(resources));
        document.addPage(page);
    }

    private static COSDictionary font() {
        COSDictionary info = new COSDictionary();
        info.setItem(COSName.REGISTRY, new COSString("Adobe"));
        info.setItem(COSName.ORDERING, new COSString("GB1"));
        info.setItem(COSName.SUPPLEMENT, COSInteger.get(4));
        COSDictionary cid = new COSDictionary();
        cid.setItem(COSName.TYPE, COSName.FONT);
        cid.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE0);
        cid.setName(COSName.BASE_FONT, "STSong-Light");
        cid.setItem(COSName.CIDSYSTEMINFO, info);
        cid.setInt(COSName.DW, 1000);
        COSDictionary font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setItem(COSName.SUBTYPE, COSName.TYPE0);
        font.setName(COSName.BASE_FONT, "STSong-Light");
        font.setName(COSName.ENCODING, "UniGB-UTF16-H");
        COSArray descendants = new COSArray();
        descendants.add(cid);
        font.setItem(COSName.DESCENDANT_FONTS, descendants);
        return font;
    }

    private static void draw(StringBuilder content, Grid grid, double top) {
        for (Grid.Cell c : grid.cells()) {
            double x = LEFT_PT + grid.leftPt(c.column());
            double width = LEFT_PT + grid.leftPt(c.column() + c.columnSpan()) - x;
            double height = ROW_PT * c.rowSpan();
            double bottom = top - ROW_PT * c.row() - height;
            content.append(String.format(Locale.ROOT, "%.2f %.2f %.2f %.2f re S%n", x, bottom, width, height));
            int perLine = Math.max(1, (int) ((width - 2) / TEXT_PT));
            double y = top - ROW_PT * c.row() - 7;
            for (int i = 0; i < c.text().length(); i += perLine) {
                text(
                        content,
                        x + 1,
                        y,
                        TEXT_PT,
                        c.text().substring(i, Math.min(c.text().length(), i + perLine)));
                y -= TEXT_PT + 0.5;
            }
        }
    }

    private static void text(StringBuilder content, double x, double y, double size, String text) {
        String hex = HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_16BE));
        content.append(String.format(Locale.ROOT, "BT /F1 %.1f Tf %.2f %.2f Td <%s> Tj ET%n", size, x, y, hex));
    }
}
