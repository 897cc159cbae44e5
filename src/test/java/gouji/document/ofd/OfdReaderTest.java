package gouji.document.ofd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gouji.document.Document;
import gouji.document.Drawn;
import gouji.document.Glyph;
import gouji.document.Page;
import gouji.document.Ruling;
import gouji.document.Zip;
import gouji.source.Reason;
import gouji.source.UnreadableException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Packages written in the test. A page is 100 by 200 mm; 25.4 mm are 72 points. */
class OfdReaderTest {
    private static final OfdReader READER = new OfdReader();
    private static final double MM = 72 / 25.4;

    @Test
    void placesGlyphsByTheirDistances() throws UnreadableException {
        Page page = page(text("Boundary='10 20 80 10' Size='5' Font='4'", "X='1' Y='6' DeltaX='g 2 5 2.5'", "甲乙12"));
        assertThat(page.widthPt()).isEqualTo(100 * MM, within(1e-6));
        assertThat(page.glyphs()).extracting(Glyph::text).containsExactly("甲", "乙", "1", "2");
        assertThat(lefts(page)).containsExactly("11.0", "16.0", "21.0", "23.5");
        Glyph first = page.glyphs().get(0);
        assertThat(first.baseline()).isEqualTo(26 * MM, within(1e-6));
        assertThat(first.sizePt()).isEqualTo(5 * MM, within(1e-6));
        assertThat(first.box().widthPt()).isEqualTo(5 * MM, within(1e-6));
        assertThat(first.font()).isEqualTo("宋体");
    }

    @Test
    void appliesTheTransformationBeforeTheBoundary() throws UnreadableException {
        Page page = page(text("Boundary='10 20 80 10' CTM='2 0 0 2 1 0' Size='3'", "X='1' Y='2' DeltaX='3'", "甲乙"));
        assertThat(lefts(page)).containsExactly("13.0", "19.0");
        assertThat(page.glyphs().get(0).baseline()).isEqualTo(24 * MM, within(1e-6));
        assertThat(page.glyphs().get(0).sizePt()).isEqualTo(6 * MM, within(1e-6));
    }

    @Test
    void goesOnWhereARunStatesNoPlace() throws UnreadableException {
        Page page = page(
                "<o:TextObject Boundary='0 0 90 90' Size='5'><o:TextCode X='1' Y='6'>甲</o:TextCode><o:TextCode Y='12'>乙</o:TextCode></o:TextObject>");
        assertThat(lefts(page)).containsExactly("1.0", "1.0");
    }

    @Test
    void turnsGlyphsWithTheirObject() throws UnreadableException {
        Page page = page(text("Boundary='50 50 10 40' CTM='0 1 -1 0 0 0' Size='5'", "X='0' Y='0' DeltaX='5'", "甲乙"));
        assertThat(page.glyphs()).extracting(Glyph::angle).containsExactly(90, 90);
        assertThat(page.glyphs().get(1).box().y0()).isEqualTo(55 * MM, within(1e-6));
    }

    @Test
    void leavesOutWhatCannotBeSeen() throws UnreadableException {
        String white = "<o:FillColor Value='255 255 255'/>";
        Page page = page(text("Boundary='0 0 90 9' Size='5' Visible='false'", "X='1' Y='6'", "坏")
                + text("Boundary='0 0 90 9' Size='5' Fill='false'", "X='1' Y='6'", "坏")
                + "<o:TextObject Boundary='0 0 90 9' Size='5'>" + white
                + "<o:TextCode X='1' Y='6'>坏</o:TextCode></o:TextObject>"
                + text("Boundary='0 0 90 9' Size='5'", "X='-50' Y='6'", "坏")
                + text("Boundary='0 0 90 9' Size='5'", "X='1' Y='6'", "好")
                + "<o:PathObject Boundary='0 50 50 50' Fill='true' Stroke='false'><o:AbbreviatedData>S 0 0 M 0 0 L 50 0 L 50 50 L 0 50 C</o:AbbreviatedData></o:PathObject>"
                + "<o:TextObject Boundary='0 50 90 9' Size='5'>" + white
                + "<o:TextCode X='1' Y='6'>白</o:TextCode></o:TextObject>");
        assertThat(page.glyphs()).extracting(Glyph::text).containsExactly("好", "白");
    }

    @Test
    void findsTheRulingsOfStrokesAndThinAreas() throws UnreadableException {
        Page page = page(path("LineWidth='0.5'", "M 0 0 L 50 0 L 50 20 C")
                + path("Fill='true' Stroke='false'", "M 0 30 L 50 30 L 50 30.4 L 0 30.4 C")
                + path("", "M 0 0 B 1 1 2 2 0 9")
                + path("", "S 5 5 Q 1 1 2 2 A 3 3 0 1 1 9 9 L 60 9"));
        assertThat(page.rulings())
                .extracting(OfdReaderTest::draw)
                .containsExactly(
                        "h 10.0 10.0-60.0 0.50",
                        "v 60.0 10.0-30.0 0.50",
                        "h 40.2 10.0-60.0 0.40",
                        "h 19.0 19.0-70.0 0.20");
    }

    @Test
    void leavesWhiteLinesOut() throws UnreadableException {
        assertThat(
                        page("<o:PathObject Boundary='0 0 9 9' DrawParam='8'><o:AbbreviatedData>M 0 0 L 9 0</o:AbbreviatedData></o:PathObject>")
                                .rulings())
                .isEmpty();
    }

    @Test
    void paintsTemplatesBelowAndAboveThePage() throws UnreadableException {
        byte[] ofd = ofd(
                "<o:TemplatePage ID='7' BaseLoc='Tpls/T.xml'/>",
                "<o:Template TemplateID='7' ZOrder='Foreground'/>"
                        + content(text("Boundary='0 0 90 9' Size='5'", "X='1' Y='6'", "页")),
                "Doc_0/Tpls/T.xml",
                "<o:Page xmlns:o='x'>" + content(text("Boundary='0 0 90 9' Size='5'", "X='1' Y='6'", "板"))
                        + "</o:Page>");
        assertThat(READER.read(Drawn.input(ofd)).pages().get(0).glyphs())
                .extracting(Glyph::text)
                .containsExactly("页", "板");
    }

    @Test
    void boxesPictures() throws UnreadableException {
        Page page = page(text("Boundary='0 0 90 9' Size='5'", "X='1' Y='6'", "甲")
                + "<o:ImageObject Boundary='10 20 30 40' CTM='30 0 0 40 0 0' ResourceID='9'/>");
        assertThat(page.pictures()).hasSize(1);
        assertThat(page.pictures().get(0).x1()).isEqualTo(40 * MM, within(1e-6));
        refuses(ofd("", content("<o:ImageObject Boundary='10 20 30 40'/>")), Reason.NO_TEXT);
        refuses(ofd("", content("")), Reason.NOT_READABLE);
    }

    @Test
    void saysWhatItDoesNotRead() throws UnreadableException {
        byte[] ofd = ofd(
                "",
                content(text("Boundary='0 0 90 9' Size='5'", "X='1' Y='6'", "甲")
                        + "<o:CompositeObject ResourceID='3'/>"));
        assertThat(Drawn.findings(READER.read(Drawn.input(ofd)))).containsExactly("PAGE_INCOMPLETE ");
    }

    @Test
    void refusesUnsafeXmlAndPaths() {
        refuses(
                Zip.of(
                        "OFD.xml",
                        "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><o:OFD xmlns:o='x'>&e;</o:OFD>"),
                Reason.UNSAFE_XML);
        for (String root : List.of("../../etc/passwd", "/../x", "file:///etc/passwd", "C:\\x")) {
            refuses(
                    Zip.of("OFD.xml", "<o:OFD xmlns:o='x'><o:DocRoot>" + root + "</o:DocRoot></o:OFD>"),
                    Reason.UNSAFE_PATH);
        }
        refuses(Zip.of("OFD.xml", "<x/>", "../x", "x"), Reason.UNSAFE_PATH);
        refuses(Zip.of("OFD.xml", "<o:OFD xmlns:o='x'><o:DocRoot>OFD.xml</o:DocRoot></o:OFD>"), Reason.CORRUPT);
    }

    @Test
    @Timeout(30)
    void keepsToItsLimits() {
        String bomb = text("Boundary='0 0 90 9' Size='5'", "X='1' Y='6' DeltaX='g 1000000000 0'", "甲".repeat(210_000));
        refuses(ofd("", content(bomb)), Reason.LIMIT_OPERATORS);
        refuses(ofd("", content(path("", "M 0 0 L 50 0 ".repeat(60_000)))), Reason.LIMIT_OPERATORS);
        refuses(ofd("", content("<o:PageBlock>".repeat(1000))), Reason.LIMIT_XML);
        refuses(
                ofd("<o:Pages>" + "<o:Page BaseLoc='Pages/P.xml'/>".repeat(600) + "</o:Pages>", content("")),
                Reason.LIMIT_PAGES);
    }

    @Test
    void refusesFilesCutShort() {
        byte[] ofd = ofd("", content(""));
        refuses(Arrays.copyOf(ofd, ofd.length - 40), Reason.TRUNCATED);
    }

    private static String draw(Ruling r) {
        return String.format(
                Locale.ROOT,
                "%s %.1f %.1f-%.1f %.2f",
                r.horizontal() ? "h" : "v",
                r.at() / MM,
                r.from() / MM,
                r.to() / MM,
                r.thicknessPt() / MM);
    }

    private static List<String> lefts(Page page) {
        return page.glyphs().stream()
                .map(g -> String.format(Locale.ROOT, "%.1f", g.box().x0() / MM))
                .collect(Collectors.toList());
    }

    private static String text(String object, String code, String text) {
        return "<o:TextObject " + object + "><o:TextCode " + code + ">" + text + "</o:TextCode></o:TextObject>";
    }

    private static String path(String attributes, String data) {
        return "<o:PathObject Boundary='10 10 80 80' DrawParam='9' " + attributes + "><o:AbbreviatedData>" + data
                + "</o:AbbreviatedData></o:PathObject>";
    }

    private static String content(String objects) {
        return "<o:Content><o:Layer>" + objects + "</o:Layer></o:Content>";
    }

    private static Page page(String objects) throws UnreadableException {
        // A page without any text is refused.
        String last = objects.contains("<o:TextCode") ? "" : text("Boundary='0 0 90 9' Size='5'", "X='1' Y='6'", "甲");
        Document document = READER.read(Drawn.input(ofd("", content(objects + last))));
        return document.pages().get(0);
    }

    private static byte[] ofd(String more, String page, String... parts) {
        String[] all = {
            "OFD.xml",
            "<o:OFD xmlns:o='x'><o:DocBody><o:DocRoot>/Doc_0/Document.xml</o:DocRoot></o:DocBody></o:OFD>",
            "Doc_0/Document.xml",
            "<o:Document xmlns:o='x'><o:CommonData><o:PageArea><o:PhysicalBox>0 0 100 200</o:PhysicalBox></o:PageArea>"
                    + "<o:PublicRes>Res.xml</o:PublicRes></o:CommonData><o:Pages><o:Page ID='1' BaseLoc='Pages/P.xml'/></o:Pages>"
                    + more + "</o:Document>",
            "Doc_0/Res.xml",
            "<o:Res xmlns:o='x'><o:Font ID='4' FontName='宋体'/><o:DrawParam ID='9' LineWidth='0.2'/><o:DrawParam ID='8' Relative='7'/>"
                    + "<o:DrawParam ID='7'><o:StrokeColor Value='255 255 255'/></o:DrawParam></o:Res>",
            "Doc_0/Pages/P.xml",
            "<o:Page xmlns:o='x'>" + page + "</o:Page>"
        };
        String[] whole = Arrays.copyOf(all, all.length + parts.length);
        System.arraycopy(parts, 0, whole, all.length, parts.length);
        return Zip.of(whole);
    }

    private static void refuses(byte[] bytes, Reason reason) {
        assertThat(READER.reads(Drawn.input(bytes))).isTrue();
        assertThatThrownBy(() -> READER.read(Drawn.input(bytes)))
                .isInstanceOfSatisfying(
                        UnreadableException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }
}
