package gouji.document.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gouji.document.Document;
import gouji.document.Glyph;
import gouji.document.Page;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where glyphs stand. Pages are 200 by 100 points; Helvetica's H is .722 em wide. */
class GlyphPlaceTest {
    private static final double EXACT = 0.01;

    private static Glyph only(Page page) {
        assertThat(page.glyphs()).hasSize(1);
        return page.glyphs().get(0);
    }

    private static void assertBox(Glyph glyph, double x0, double y0, double x1, double y1) {
        assertThat(List.of(
                        glyph.box().x0(),
                        glyph.box().y0(),
                        glyph.box().x1(),
                        glyph.box().y1()))
                .usingElementComparator((a, b) -> Math.abs(a - b) <= EXACT ? 0 : Double.compare(a, b))
                .containsExactly(x0, y0, x1, y1);
    }

    @Test
    void putsAGlyphAtItsAdvanceBoxFromTheTopLeft() {
        Glyph h = only(SmallPdf.page("BT /F1 10 Tf 30 40 Td (H) Tj ET"));

        assertThat(h.text()).isEqualTo("H");
        assertBox(h, 30, 60 - 8.8, 37.22, 60 + 1.2);
        assertThat(h.baseline()).isCloseTo(60, within(EXACT));
        assertThat(h.sizePt()).isCloseTo(10, within(EXACT));
        assertThat(h.angle()).isZero();
        assertThat(h.font()).isEqualTo("Helvetica");
    }

    /** The pen at (30, 40) of the page's own space, wherever the turned page shows it. */
    @ParameterizedTest
    @CsvSource({
        "0,   200, 100, 0,    60,  30, 51.2, 37.22, 61.2",
        "90,  100, 200, 90,   40,  38.8, 30, 48.8, 37.22",
        "180, 200, 100, 180,  40,  162.78, 38.8, 170, 48.8",
        "270, 100, 200, 270,  60,  51.2, 162.78, 61.2, 170"
    })
    void turnsWithThePage(
            int rotation,
            double width,
            double height,
            int angle,
            double baseline,
            double x0,
            double y0,
            double x1,
            double y1)
            throws Exception {
        try (SmallPdf pdf = new SmallPdf()) {
            pdf.add("BT /F1 10 Tf 30 40 Td (H) Tj ET").setRotation(rotation);
            Page page = pdf.read().pages().get(0);

            assertThat(page.widthPt()).isEqualTo(width);
            assertThat(page.heightPt()).isEqualTo(height);
            assertBox(only(page), x0, y0, x1, y1);
            assertThat(only(page).angle()).isEqualTo(angle);
            assertThat(only(page).baseline()).isCloseTo(baseline, within(EXACT));
        }
    }

    /** Text matrices turn counterclockwise, the angle counts clockwise. */
    @ParameterizedTest
    @CsvSource({"1 0 0 1, 0", "0 1 -1 0, 270", "-1 0 0 -1, 180", "0 -1 1 0, 90"})
    void knowsTheDirectionOfWriting(String matrix, int angle) {
        Page page = SmallPdf.page("BT /F1 10 Tf " + matrix + " 100 50 Tm (H) Tj ET");

        assertThat(only(page).angle()).isEqualTo(angle);
        assertThat(only(page).sizePt()).isCloseTo(10, within(EXACT));
    }

    @Test
    void uprightsAPageWhoseTextWasTurnedTheOtherWay() throws Exception {
        try (SmallPdf pdf = new SmallPdf()) {
            pdf.add("BT /F1 10 Tf 0 1 -1 0 100 20 Tm (H) Tj ET").setRotation(90);

            assertThat(only(pdf.read().pages().get(0)).angle()).isZero();
        }
    }

    @Test
    void countsFromTheCornerOfTheCropBox() throws Exception {
        try (SmallPdf pdf = new SmallPdf()) {
            PDPage page = pdf.add("BT /F1 10 Tf 30 40 Td (H) Tj ET");
            page.setMediaBox(new PDRectangle(-10, -20, 300, 300));
            page.setCropBox(new PDRectangle(20, 10, 150, 80));
            Page read = pdf.read().pages().get(0);

            assertThat(read.widthPt()).isEqualTo(150);
            assertThat(read.heightPt()).isEqualTo(80);
            assertBox(only(read), 10, 50 - 8.8, 17.22, 50 + 1.2);
        }
    }

    @Test
    void doesNotWidenSlantedLetters() {
        assertBox(only(SmallPdf.page("BT /F1 10 Tf 1 0 .33 1 30 40 Tm (H) Tj ET")), 30, 51.2, 37.22, 61.2);
    }

    @Test
    void appliesSpacingScaleRiseAndKerning() {
        Page page = SmallPdf.page("BT /F1 10 Tf 50 Tz 2 Tc 4 Tw 3 Ts 10 40 Td [(H) -1000 (H H)] TJ ET");

        assertThat(page.glyphs())
                .extracting(g -> Math.round(g.box().x0() * 100) / 100.0)
                .containsExactly(10.0, 19.61, 24.22, 28.61);
        assertThat(page.glyphs().get(0).baseline()).isCloseTo(57, within(EXACT));
    }

    @Test
    void keepsSpacesBecauseGapsMatter() {
        assertThat(SmallPdf.textOf(SmallPdf.page("BT /F1 10 Tf 30 40 Td (a b) Tj ET")))
                .isEqualTo("a b");
    }

    @Test
    void followsFormsWithTheirMatrixAndBounds() throws Exception {
        try (SmallPdf pdf = new SmallPdf()) {
            PDPage page = pdf.add("q 1 0 0 1 20 0 cm /X Do Q BT /F1 10 Tf 0 0 Td (o) Tj ET");
            COSDictionary form = pdf.form(page, "X", "BT /F1 10 Tf 10 40 Td (H) Tj 100 0 Td (out) Tj ET");
            form.setItem(COSName.BBOX, numbers(0, 0, 100, 100));
            form.setItem(COSName.MATRIX, numbers(1, 0, 0, 1, 0, 5));
            Page read = pdf.read().pages().get(0);

            assertThat(SmallPdf.textOf(read)).isEqualTo("Ho");
            assertBox(read.glyphs().get(0), 30, 55 - 8.8, 37.22, 55 + 1.2);
        }
    }

    @Test
    void readsAChineseFontThatIsNotEmbedded() throws Exception {
        try (SmallPdf pdf = new SmallPdf()) {
            PDPage page = pdf.add("BT /C 10 Tf 30 40 Td <0031516c5f00> Tj ET");
            page.getResources()
                    .getCOSObject()
                    .getCOSDictionary(COSName.FONT)
                    .setItem(COSName.getPDFName("C"), chinese());
            Page read = pdf.read().pages().get(0);

            assertThat(SmallPdf.textOf(read)).isEqualTo("1公开");
            assertBox(read.glyphs().get(1), 35, 51.2, 45, 61.2);
        }
    }

    /** SimSun as older Office printers wrote it: UCS-2 codes, no font program, no ToUnicode; Latin half an em wide. */
    private static COSDictionary chinese() {
        COSDictionary system = new COSDictionary();
        system.setItem(COSName.REGISTRY, new COSString("Adobe"));
        system.setItem(COSName.ORDERING, new COSString("GB1"));
        system.setInt(COSName.SUPPLEMENT, 2);
        COSDictionary cid = new COSDictionary();
        cid.setItem(COSName.TYPE, COSName.FONT);
        cid.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE2);
        cid.setName(COSName.BASE_FONT, "SimSun");
        cid.setItem(COSName.CIDSYSTEMINFO, system);
        cid.setItem(COSName.W, numbers(1, 95, 500));
        COSDictionary font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setItem(COSName.SUBTYPE, COSName.TYPE0);
        font.setName(COSName.BASE_FONT, "SimSun");
        font.setName(COSName.ENCODING, "UniGB-UCS2-H");
        COSArray descendants = new COSArray();
        descendants.add(cid);
        font.setItem(COSName.DESCENDANT_FONTS, descendants);
        return font;
    }

    private static COSArray numbers(int... values) {
        COSArray array = new COSArray();
        for (int value : values) {
            array.add(COSInteger.get(value));
        }
        return array;
    }

    /** Ghostscript writes the standard fonts so: no widths, and an encoding of their own. */
    @Test
    void knowsTheWidthsOfAStandardFontWithAnEncodingOfItsOwn() throws Exception {
        try (SmallPdf pdf = new SmallPdf()) {
            PDPage page = pdf.add("BT /T 10 Tf 30 40 Td (H\\222) Tj ET");
            COSArray differences = new COSArray();
            differences.add(COSInteger.get(146));
            differences.add(COSName.getPDFName("quoteright"));
            COSDictionary encoding = new COSDictionary();
            encoding.setItem(COSName.DIFFERENCES, differences);
            COSDictionary font = new COSDictionary();
            font.setItem(COSName.TYPE, COSName.FONT);
            font.setItem(COSName.SUBTYPE, COSName.TYPE1);
            font.setName(COSName.BASE_FONT, "Times-Bold");
            font.setItem(COSName.ENCODING, encoding);
            page.getResources().getCOSObject().getCOSDictionary(COSName.FONT).setItem(COSName.getPDFName("T"), font);
            Page read = pdf.read().pages().get(0);

            assertThat(SmallPdf.textOf(read)).isEqualTo("H\u2019");
            assertThat(read.glyphs().get(0).box().widthPt()).isCloseTo(7.78, within(EXACT));
            assertThat(read.glyphs().get(1).box().widthPt()).isCloseTo(3.33, within(EXACT));
        }
    }

    @Test
    void keepsAGlyphOfUnknownMeaningAndSaysSo() throws Exception {
        try (SmallPdf pdf = new SmallPdf()) {
            PDPage page = pdf.add("BT /C 10 Tf 30 40 Td <0031> Tj ET");
            COSDictionary font = chinese();
            font.setName(COSName.ENCODING, "Identity-H");
            ((COSDictionary) font.getCOSArray(COSName.DESCENDANT_FONTS).getObject(0)).removeItem(COSName.CIDSYSTEMINFO);
            page.getResources().getCOSObject().getCOSDictionary(COSName.FONT).setItem(COSName.getPDFName("C"), font);
            Document read = pdf.read();

            assertThat(SmallPdf.textOf(read.pages().get(0))).isEqualTo("\uFFFD");
            assertThat(read.findings()).extracting(f -> f.code()).containsExactly("TEXT_UNMAPPED");
        }
    }

    @Test
    void dropsControlCharacters() {
        assertThat(Shape.of("\u0003", 1, 0, 0, 0).text()).isEmpty();
        assertThat(Shape.of("a\u0000b", 1, 0, 0, 0).text()).isEqualTo("ab");
    }
}
