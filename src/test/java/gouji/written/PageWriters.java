package gouji.written;

import gouji.document.Document;
import gouji.document.Zip;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes a document as pages: PDF with a font that is named and not embedded, and OFD. */
public final class PageWriters {
    private PageWriters() {}

    /** PDF 1.4 in clear text: a Type 0 font with a predefined CMap, rulings as strokes. */
    public static byte[] pdf(Document document) {
        List<Typesetter.Page> pages = Typesetter.pages(document);
        List<String> objects = new ArrayList<>(List.of(
                "<</Type/Catalog/Pages 2 0 R>>",
                "",
                "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>",
                "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000/W[1 95 500 814 907 500]"
                        + "/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor 5 0 R>>",
                "<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 880"
                        + "/Descent -120/CapHeight 880/StemV 80>>"));
        StringBuilder kids = new StringBuilder();
        for (Typesetter.Page page : pages) {
            String content = content(page);
            kids.append(objects.size() + 1).append(" 0 R ");
            objects.add("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents "
                    + (objects.size() + 2) + " 0 R>>");
            objects.add("<</Length " + content.length() + ">>stream\n" + content + "\nendstream");
        }
        objects.set(1, "<</Type/Pages/Count " + pages.size() + "/Kids[" + kids + "]>>");
        return file(objects);
    }

    private static byte[] file(List<String> objects) {
        StringBuilder out = new StringBuilder("%PDF-1.4\n");
        StringBuilder table = new StringBuilder("0000000000 65535 f \n");
        for (int i = 0; i < objects.size(); i++) {
            table.append(String.format(Locale.ROOT, "%010d 00000 n \n", out.length()));
            out.append(i + 1).append(" 0 obj\n").append(objects.get(i)).append("\nendobj\n");
        }
        int at = out.length();
        out.append("xref\n0 ").append(objects.size() + 1).append('\n').append(table);
        out.append("trailer<</Size " + (objects.size() + 1) + "/Root 1 0 R>>\nstartxref\n" + at + "\n%%EOF\n");
        return out.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String content(Typesetter.Page page) {
        StringBuilder out = new StringBuilder("0.6 w\n");
        for (Typesetter.Rule r : page.rules()) {
            out.append(number(r.x0())).append(number(842 - r.y0())).append("m ");
            out.append(number(r.x1())).append(number(842 - r.y1())).append("l S\n");
        }
        for (Typesetter.Text t : page.texts()) {
            out.append("BT /F1 ").append(number(t.size())).append("Tf 1 0 0 1 ");
            out.append(number(t.x())).append(number(842 - t.y())).append("Tm <");
            t.text().chars().forEach(c -> out.append(String.format(Locale.ROOT, "%04X", c)));
            out.append("> Tj ET\n");
        }
        return out.toString();
    }

    private static String number(double d) {
        return String.format(Locale.ROOT, "%.2f ", d);
    }

    /** One text object a line, each glyph with its distance; one path a ruling. */
    public static byte[] ofd(Document document) {
        return ofd(document, 0);
    }

    /** @param pictures pages added that show {@code Doc_0/Res/t0.png}, {@code t1.png}, … from edge to edge */
    static byte[] ofd(Document document, int pictures) {
        List<Typesetter.Page> pages = Typesetter.pages(document);
        List<String> parts = new ArrayList<>(List.of(
                "OFD.xml",
                "<ofd:OFD xmlns:ofd='http://www.ofdspec.org/2016' DocType='OFD' Version='1.0'><ofd:DocBody><ofd:DocRoot>"
                        + "Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"));
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < pages.size(); i++) {
            String place = "Pages/Page_" + i + "/Content.xml";
            list.append("<ofd:Page ID='" + (10 + i) + "' BaseLoc='" + place + "'/>");
            parts.add("Doc_0/" + place);
            parts.add(ofdPage(pages.get(i)));
        }
        StringBuilder media = new StringBuilder();
        for (int n = 0; n < pictures; n++) {
            String place = "Pages/Picture_" + n + "/Content.xml";
            list.append("<ofd:Page ID='" + (100 + n) + "' BaseLoc='" + place + "'/>");
            media.append("<ofd:MultiMedia ID='" + (200 + n) + "' Type='Image'><ofd:MediaFile>t" + n
                    + ".png</ofd:MediaFile></ofd:MultiMedia>");
            parts.add("Doc_0/" + place);
            parts.add(
                    "<ofd:Page xmlns:ofd='http://www.ofdspec.org/2016'><ofd:Content><ofd:Layer><ofd:ImageObject Boundary='0 0"
                            + " 210 297' ResourceID='" + (200 + n) + "'/></ofd:Layer></ofd:Content></ofd:Page>");
        }
        parts.add("Doc_0/Document.xml");
        parts.add(
                "<ofd:Document xmlns:ofd='http://www.ofdspec.org/2016'><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210"
                        + " 297</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes></ofd:CommonData>"
                        + "<ofd:Pages>" + list + "</ofd:Pages></ofd:Document>");
        parts.add("Doc_0/PublicRes.xml");
        parts.add(
                "<ofd:Res xmlns:ofd='http://www.ofdspec.org/2016' BaseLoc='Res'><ofd:Fonts><ofd:Font ID='3' FontName='宋体'/></ofd:Fonts><ofd:MultiMedias>"
                        + media + "</ofd:MultiMedias>" + "</ofd:Res>");
        return Zip.of(parts.toArray(String[]::new));
    }

    private static String ofdPage(Typesetter.Page page) {
        StringBuilder out =
                new StringBuilder("<ofd:Page xmlns:ofd='http://www.ofdspec.org/2016'><ofd:Content><ofd:Layer>");
        for (Typesetter.Rule r : page.rules()) {
            out.append("<ofd:PathObject Boundary='0 0 210 297' LineWidth='0.2'><ofd:AbbreviatedData>M ")
                    .append(mm(r.x0()) + mm(r.y0()) + "L " + mm(r.x1())
                            + mm(r.y1()).strip())
                    .append("</ofd:AbbreviatedData></ofd:PathObject>");
        }
        for (Typesetter.Text t : page.texts()) {
            StringBuilder steps = new StringBuilder();
            for (int i = 0; i + 1 < t.text().length(); i++) {
                steps.append(mm(Typesetter.em(t.text().charAt(i)) * t.size()));
            }
            out.append("<ofd:TextObject Font='3' Boundary='0 0 210 297' Size='"
                    + mm(t.size()).strip()
                    + "'><ofd:TextCode X='" + mm(t.x()).strip() + "' Y='"
                    + mm(t.y()).strip() + "' DeltaX='"
                    + steps.toString().strip() + "'>" + FlowWriters.xml(t.text())
                    + "</ofd:TextCode></ofd:TextObject>");
        }
        return out + "</ofd:Layer></ofd:Content></ofd:Page>";
    }

    private static String mm(double pt) {
        return String.format(Locale.ROOT, "%.3f ", pt * 25.4 / 72);
    }
}
