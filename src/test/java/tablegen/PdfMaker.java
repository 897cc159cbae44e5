package tablegen;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;

/** Sheets to the bytes of a PDF. */
final class PdfMaker {
    private PdfMaker() {}

    /**
     * @param width of the page as laid out, in points
     * @param height of it
     */
    static byte[] bytes(
            PDDocument pdf, List<Sheet> sheets, Look look, Face face, double width, double height, Random random) {
        COSDictionary fonts = new COSDictionary();
        for (Sheet sheet : sheets) {
            Pen pen = new Pen(look, face, height, random);
            pen.draw(sheet);
            pdf.addPage(page(pen.content(), look, fonts, width, height));
        }
        face.finish(fonts);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            pdf.save(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static PDPage page(String content, Look look, COSDictionary fonts, double width, double height) {
        boolean lying = look.turned() % 180 != 0;
        double w = lying ? height : width;
        double h = lying ? width : height;
        double margin = look.cropPt();
        String matrix = switch (look.turned()) {
            case 90 -> matrix(0, 1, -1, 0, height + margin, margin);
            case 180 -> matrix(-1, 0, 0, -1, width + margin, height + margin);
            case 270 -> matrix(0, -1, 1, 0, margin, width + margin);
            default -> matrix(1, 0, 0, 1, margin, margin);
        };
        PDPage page = new PDPage(new PDRectangle((float) (w + 2 * margin), (float) (h + 2 * margin)));
        if (margin > 0) {
            page.setCropBox(new PDRectangle((float) margin, (float) margin, (float) w, (float) h));
        }
        page.setRotation(look.rotate());
        COSDictionary dictionary = new COSDictionary();
        dictionary.setItem(COSName.FONT, fonts);
        String body = "q " + matrix + content + "Q\n";
        if (look.form()) {
            COSStream form = Faces.stream(body);
            form.setItem(COSName.TYPE, COSName.XOBJECT);
            form.setItem(COSName.SUBTYPE, COSName.FORM);
            form.setItem(COSName.BBOX, page.getMediaBox().getCOSArray());
            COSDictionary inner = new COSDictionary();
            inner.setItem(COSName.FONT, fonts);
            form.setItem(COSName.RESOURCES, inner);
            COSDictionary forms = new COSDictionary();
            forms.setItem("X1", form);
            dictionary.setItem(COSName.XOBJECT, forms);
            body = "q /X1 Do Q\n";
        }
        page.setResources(new PDResources(dictionary));
        page.setContents(new PDStream(Faces.stream(body)));
        return page;
    }

    private static String matrix(double... m) {
        StringBuilder out = new StringBuilder();
        for (double v : m) {
            out.append(String.format(Locale.ROOT, "%.3f ", v));
        }
        return out.append("cm\n").toString();
    }
}
