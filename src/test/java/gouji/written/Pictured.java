package gouji.written;

import gouji.document.Block;
import gouji.document.Document;
import gouji.document.Drawing;
import gouji.document.Grid;
import gouji.document.Paragraph;
import gouji.document.Place;
import gouji.source.Input;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Documents whose tables are pictures, and pictures of tables. */
public final class Pictured {
    private static final double SCALE = 200 / 72.0;

    private Pictured() {}

    /** The name of a font that shows Chinese; empty when the machine has none. */
    public static Optional<String> font() {
        return Arrays.stream(GraphicsEnvironment.getLocalGraphicsEnvironment().getAllFonts())
                .filter(f -> f.canDisplayUpTo("政府信息公开（—）“") < 0)
                .map(Font::getFontName)
                .sorted()
                .findFirst();
    }

    /** The document with each table as one picture or, where it is longer than a page, several. */
    public static Document tablesAsPictures(Document document) {
        List<Block> blocks = new ArrayList<>();
        for (Block block : document.blocks()) {
            if (block instanceof Grid grid) {
                Document alone = new Document("written", List.of(), List.of(grid), List.of());
                for (Typesetter.Page page : Typesetter.pages(alone)) {
                    blocks.add(new Drawing(Input.of("t.png", png(page)), List.of(), Place.UNKNOWN));
                }
            } else {
                blocks.add(block);
            }
        }
        return new Document("written", List.of(), blocks, List.of());
    }

    private static byte[] png(Typesetter.Page page) {
        double bottom =
                page.rules().stream().mapToDouble(Typesetter.Rule::y1).max().orElse(0) + 20;
        BufferedImage image = new BufferedImage(
                (int) (Typesetter.WIDTH * SCALE), (int) (bottom * SCALE), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D g = image.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, image.getWidth(), image.getHeight());
        g.setColor(Color.BLACK);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.scale(SCALE, SCALE);
        g.setStroke(new BasicStroke(0.7f));
        page.rules().forEach(r -> g.draw(new Line2D.Double(r.x0(), r.y0(), r.x1(), r.y1())));
        for (Typesetter.Text t : page.texts()) {
            g.setFont(new Font(font().orElseThrow(), Font.PLAIN, 1).deriveFont((float) t.size()));
            g.drawString(t.text(), (float) t.x(), (float) t.y());
        }
        g.dispose();
        return png(image);
    }

    public static byte[] png(BufferedImage image) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A web page with its pictures inside of it. */
    public static byte[] htmlWithData(Document document) {
        return html(
                        document,
                        (n, d) -> "data:image/png;base64,"
                                + Base64.getEncoder().encodeToString(d.file().bytes()))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** A web page that names its pictures; {@link #files} are they. */
    public static byte[] htmlWithFiles(Document document, String folder) {
        return html(document, (n, d) -> folder + "t" + n + ".png").getBytes(StandardCharsets.UTF_8);
    }

    /** The pictures in their order. */
    public static List<byte[]> files(Document document) {
        return document.blocks().stream()
                .filter(Drawing.class::isInstance)
                .map(b -> ((Drawing) b).file().bytes())
                .toList();
    }

    public static byte[] mhtml(Document document) {
        StringBuilder out =
                new StringBuilder("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=B\r\n\r\n");
        String page = html(document, (n, d) -> n % 2 == 0 ? "cid:t" + n : "http://example.invalid/t" + n + ".png");
        part(out, "text/html; charset=utf-8", "", page.getBytes(StandardCharsets.UTF_8));
        int n = 0;
        for (byte[] file : files(document)) {
            part(
                    out,
                    "image/png",
                    n % 2 == 0
                            ? "Content-ID: <t" + n + ">\r\n"
                            : "Content-Location: http://example.invalid/t" + n + ".png\r\n",
                    file);
            n++;
        }
        return out.append("--B--\r\n").toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static void part(StringBuilder out, String type, String header, byte[] content) {
        out.append("--B\r\nContent-Type: " + type + "\r\n" + header + "Content-Transfer-Encoding: base64\r\n\r\n");
        out.append(Base64.getMimeEncoder().encodeToString(content)).append("\r\n");
    }

    private interface Address {
        String of(int number, Drawing drawing);
    }

    private static String html(Document document, Address address) {
        StringBuilder out = new StringBuilder("<!DOCTYPE html><html><head><meta charset=utf-8></head><body>");
        int n = 0;
        for (Block block : document.blocks()) {
            if (block instanceof Paragraph p) {
                out.append("<p>" + FlowWriters.xml(p.text()) + "</p>");
            } else if (block instanceof Drawing d) {
                out.append("<p><img src=\"" + address.of(n++, d) + "\"></p>");
            }
        }
        return out + "</body></html>";
    }

    public static byte[] docx(Document document) {
        StringBuilder body = new StringBuilder();
        StringBuilder relations = new StringBuilder();
        int n = 0;
        for (Block block : document.blocks()) {
            if (block instanceof Paragraph p) {
                body.append("<w:p><w:r><w:t>" + FlowWriters.xml(p.text()) + "</w:t></w:r></w:p>");
            } else if (block instanceof Drawing) {
                body.append("<w:p><w:r><w:drawing><a:blip r:embed='p" + n + "'/></w:drawing></w:r></w:p>");
                relations.append(
                        "<Relationship Id='p" + n + "' Type='http://schemas.openxmlformats.org/officeDocument/2006/"
                                + "relationships/image' Target='media/t" + n++ + ".png'/>");
            }
        }
        byte[] bare = OfficeWriters.docx(
                "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' xmlns:a='a' xmlns:r='r'>"
                        + "<w:body>" + body + "</w:body></w:document>",
                "word/_rels/document.xml.rels",
                "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>" + relations
                        + "</Relationships>");
        return with(bare, "word/media/", files(document));
    }

    public static byte[] odt(Document document) {
        StringBuilder body = new StringBuilder();
        int n = 0;
        for (Block block : document.blocks()) {
            if (block instanceof Paragraph p) {
                body.append("<text:p>" + FlowWriters.xml(p.text()) + "</text:p>");
            } else if (block instanceof Drawing) {
                body.append(
                        "<text:p><draw:frame><draw:image l:href='Pictures/t" + n++ + ".png'/></draw:frame></text:p>");
            }
        }
        byte[] bare = gouji.document.Zip.of(
                "mimetype",
                "application/vnd.oasis.opendocument.text",
                "content.xml",
                "<o:d xmlns:o='o' xmlns:text='t' xmlns:draw='d' xmlns:l='l'>" + body + "</o:d>");
        return with(bare, "Pictures/", files(document));
    }

    /** Paragraphs on the first page, each picture on a page of its own. */
    public static byte[] ofd(Document document) {
        List<Block> prose =
                document.blocks().stream().filter(Paragraph.class::isInstance).toList();
        byte[] bare = PageWriters.ofd(
                new Document("written", List.of(), prose, List.of()),
                files(document).size());
        return with(bare, "Doc_0/Res/", files(document));
    }

    public static byte[] rtf(Document document) {
        StringBuilder out = new StringBuilder("{\\rtf1\\ansi\\uc1 ");
        int n = 0;
        for (Block block : document.blocks()) {
            out.append("\\pard ");
            if (block instanceof Paragraph p) {
                p.text().chars().forEach(c -> out.append("\\u" + (short) c + "?"));
            } else if (block instanceof Drawing d) {
                out.append("{\\*\\shppict{\\pict{\\*\\picprop{\\sp{\\sn a}{\\sv 1}}}\\pngblip ");
                byte[] file = d.file().bytes();
                if (n++ % 2 == 0) {
                    out.append(java.util.HexFormat.of().formatHex(file).replaceAll("(.{128})", "$1\n"));
                } else {
                    out.append("\\bin" + file.length + " " + new String(file, StandardCharsets.ISO_8859_1));
                }
                out.append("}}{\\nonshppict{\\pict\\wmetafile8 00}}");
            }
            out.append("\\par\n");
        }
        return out.append("}").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    public static byte[] xlsx(Document document) {
        return sheet(new org.apache.poi.xssf.usermodel.XSSFWorkbook(), document);
    }

    public static byte[] xls(Document document) {
        return sheet(new org.apache.poi.hssf.usermodel.HSSFWorkbook(), document);
    }

    private static byte[] sheet(org.apache.poi.ss.usermodel.Workbook workbook, Document document) {
        try (workbook) {
            var sheet = workbook.createSheet("年报");
            int row = 0;
            for (Block block : document.blocks()) {
                if (block instanceof Paragraph p) {
                    sheet.createRow(row).createCell(0).setCellValue(p.text());
                } else if (block instanceof Drawing d) {
                    var anchor = workbook.getCreationHelper().createClientAnchor();
                    anchor.setRow1(row);
                    anchor.setRow2(row + 1);
                    anchor.setCol2(5);
                    int file = workbook.addPicture(
                            d.file().bytes(), org.apache.poi.ss.usermodel.Workbook.PICTURE_TYPE_PNG);
                    sheet.createDrawingPatriarch().createPicture(anchor, file);
                }
                row += 2;
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A package with further parts {@code FOLDER/t0.png}, {@code t1.png}, …. */
    private static byte[] with(byte[] zip, String folder, List<byte[]> pictures) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes);
                java.util.zip.ZipInputStream in =
                        new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(zip))) {
            for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
                byte[] content = in.readAllBytes();
                ZipEntry copy = new ZipEntry(e.getName());
                if (e.getName().equals("mimetype")) {
                    java.util.zip.CRC32 sum = new java.util.zip.CRC32();
                    sum.update(content);
                    copy.setMethod(ZipEntry.STORED);
                    copy.setSize(content.length);
                    copy.setCrc(sum.getValue());
                }
                out.putNextEntry(copy);
                out.write(content);
            }
            for (int n = 0; n < pictures.size(); n++) {
                out.putNextEntry(new ZipEntry(folder + "t" + n + ".png"));
                out.write(pictures.get(n));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
