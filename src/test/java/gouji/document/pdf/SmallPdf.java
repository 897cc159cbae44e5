package gouji.document.pdf;

import gouji.document.Document;
import gouji.document.Glyph;
import gouji.document.Page;
import gouji.source.Input;
import gouji.source.UnreadableException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** Makes a PDF whose pages are 200 by 100 points, with Helvetica as /F1, out of content written down in the test. */
final class SmallPdf implements AutoCloseable {
    final PDDocument pdf = new PDDocument();

    /** The one page that the content makes. */
    static Page page(String content) {
        try (SmallPdf pdf = new SmallPdf()) {
            pdf.add(content);
            return pdf.read().pages().get(0);
        } catch (UnreadableException e) {
            throw new AssertionError(e.reason() + ": " + e.getMessage(), e);
        }
    }

    static String textOf(Page page) {
        return page.glyphs().stream().map(Glyph::text).collect(Collectors.joining());
    }

    PDPage add(String content) {
        PDPage page = new PDPage(new PDRectangle(200, 100));
        PDResources resources = new PDResources();
        resources.put(COSName.getPDFName("F1"), new PDType1Font(Standard14Fonts.FontName.HELVETICA));
        page.setResources(resources);
        page.setContents(new PDStream(stream(new COSStream(), content)));
        pdf.addPage(page);
        return page;
    }

    /** Adds a form of the name to the page's resources. */
    COSStream form(PDPage page, String name, String content) {
        COSStream form = stream(new COSStream(), content);
        form.setItem(COSName.SUBTYPE, COSName.FORM);
        xObjects(page).setItem(COSName.getPDFName(name), form);
        return form;
    }

    /** Adds an opaque gray picture of 2 by 2 samples to the page's resources. */
    COSStream picture(PDPage page, String name) {
        COSStream picture = stream(new COSStream(), "abcd");
        picture.setItem(COSName.SUBTYPE, COSName.IMAGE);
        picture.setInt(COSName.WIDTH, 2);
        picture.setInt(COSName.HEIGHT, 2);
        picture.setInt(COSName.BITS_PER_COMPONENT, 8);
        picture.setItem(COSName.COLORSPACE, COSName.DEVICEGRAY);
        xObjects(page).setItem(COSName.getPDFName(name), picture);
        return picture;
    }

    private static COSDictionary xObjects(PDPage page) {
        COSDictionary resources = page.getResources().getCOSObject();
        COSDictionary objects = resources.getCOSDictionary(COSName.XOBJECT);
        if (objects == null) {
            objects = new COSDictionary();
            resources.setItem(COSName.XOBJECT, objects);
        }
        return objects;
    }

    private static COSStream stream(COSStream stream, String content) {
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(content.getBytes(StandardCharsets.ISO_8859_1));
            return stream;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void protect(String ownerPassword, String userPassword) {
        try {
            pdf.protect(new StandardProtectionPolicy(ownerPassword, userPassword, new AccessPermission()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            pdf.save(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static Input input(byte[] bytes) {
        return new Input("test.pdf", "0".repeat(64), bytes);
    }

    Document read() throws UnreadableException {
        return read(PdfLimits.STANDARD);
    }

    Document read(PdfLimits limits) throws UnreadableException {
        return new PdfReader(limits).read(input(bytes()));
    }

    @Override
    public void close() {
        try {
            pdf.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
