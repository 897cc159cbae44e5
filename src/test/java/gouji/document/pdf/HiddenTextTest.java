package gouji.document.pdf;

import static gouji.document.pdf.SmallPdf.page;
import static gouji.document.pdf.SmallPdf.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import gouji.document.Document;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentGroup;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody can see on the page is left out; what can be seen stays. Each page also shows a plain x. */
class HiddenTextTest {
    private static final String X = " 0 g BT 0 Tr /F1 10 Tf 150 10 Td (x) Tj ET";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BT 3 Tr /F1 10 Tf 30 40 Td (h) Tj ET",
                "BT 7 Tr /F1 10 Tf 30 40 Td (h) Tj ET",
                "1 g BT /F1 10 Tf 30 40 Td (h) Tj ET 0 g",
                "1 1 .98 rg BT /F1 10 Tf 30 40 Td (h) Tj ET",
                "0 0 0 0 k BT /F1 10 Tf 30 40 Td (h) Tj ET",
                "0 0 1 rg 20 30 100 40 re f BT /F1 10 Tf 30 40 Td (h) Tj ET",
                "BT /F1 10 Tf 300 40 Td (h) Tj ET",
                "BT /F1 .1 Tf 30 40 Td (h) Tj ET",
                "BT /F1 0 Tf 30 40 Td (h) Tj ET",
                "q 100 50 20 20 re W n BT /F1 10 Tf 30 40 Td (h) Tj ET Q",
                "BT /F1 10 Tf 30 40 Td (h) Tj ET 1 g 20 30 100 40 re f",
                "BT /F1 10 Tf 30 40 Td (h) Tj ET .5 .2 .2 rg 20 30 100 40 re f"
            })
    void leavesOut(String content) {
        assertThat(textOf(page(content + X))).isEqualTo("x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0 0 1 rg 20 30 100 40 re f 1 g BT /F1 10 Tf 30 40 Td (h) Tj ET",
                "1 g 20 30 100 40 re f 0 g BT /F1 10 Tf 30 40 Td (h) Tj ET",
                "0 0 1 rg 20 30 m 90 20 120 70 20 70 c f 1 g BT /F1 10 Tf 30 40 Td (h) Tj ET",
                "1 g 0 G BT 2 Tr /F1 10 Tf 30 40 Td (h) Tj ET",
                "BT 1 Tr /F1 10 Tf 30 40 Td (h) Tj ET",
                "q 25 35 20 20 re W n BT /F1 10 Tf 30 40 Td (h) Tj ET Q",
                "BT /F1 10 Tf 30 40 Td (h) Tj ET 1 g 20 30 100 5 re f",
                "/None sh BT /F1 10 Tf 30 40 Td (h) Tj ET",
                "BT /F1 10 Tf 30 40 Td (h) Tj .2 0 Td (h) Tj ET"
            })
    void keeps(String content) {
        assertThat(textOf(page(content + X))).isEqualTo("hx");
    }

    @Test
    void keepsTwoEqualNarrowLettersSideBySide() {
        assertThat(textOf(page("BT /F1 10 Tf 30 40 Td (ll11ii..) Tj ET"))).isEqualTo("ll11ii..");
    }

    @Test
    void showsTheBlackOneOfAWhiteAndABlackGlyphAtOnePlace() {
        assertThat(textOf(page("1 g BT /F1 10 Tf 30 40 Td (h) Tj ET 0 g BT /F1 10 Tf 30 40 Td (h) Tj ET")))
                .isEqualTo("h");
    }

    @Test
    void leavesOutTextUnderAnOpaquePictureAndKeepsTextOverIt() throws Exception {
        try (SmallPdf pdf = new SmallPdf()) {
            PDPage page = pdf.add("BT /F1 10 Tf 30 40 Td (h) Tj ET q 100 0 0 50 20 30 cm /P Do Q"
                    + " 1 g BT /F1 10 Tf 60 40 Td (s) Tj ET");
            pdf.picture(page, "P");

            assertThat(textOf(pdf.read().pages().get(0))).isEqualTo("s");
        }
    }

    @Test
    void keepsTextUnderASealWithATransparentGround() throws Exception {
        try (SmallPdf pdf = new SmallPdf()) {
            PDPage page = pdf.add("BT /F1 10 Tf 30 40 Td (h) Tj ET q 100 0 0 50 20 30 cm /P Do Q");
            pdf.picture(page, "P").setItem(COSName.SMASK, pdf.picture(page, "Mask"));

            assertThat(textOf(pdf.read().pages().get(0))).isEqualTo("h");
        }
    }

    @Test
    void leavesOutTextOfNoOpacity() throws Exception {
        try (SmallPdf pdf = new SmallPdf()) {
            PDPage page = pdf.add("q /G gs BT /F1 10 Tf 30 40 Td (h) Tj ET Q" + X);
            PDExtendedGraphicsState clear = new PDExtendedGraphicsState();
            clear.setNonStrokingAlphaConstant(0f);
            page.getResources().put(COSName.getPDFName("G"), clear);

            assertThat(textOf(pdf.read().pages().get(0))).isEqualTo("x");
        }
    }

    @Test
    void leavesOutALayerThatIsSwitchedOff() throws Exception {
        try (SmallPdf pdf = new SmallPdf()) {
            PDPage page = pdf.add("/OC /L BDC BT /F1 10 Tf 30 40 Td (h) Tj ET /Span BMC BT /F1 10 Tf 60 40 Td (h) Tj"
                    + " ET EMC EMC /OC /V BDC BT /F1 10 Tf 90 40 Td (v) Tj ET EMC" + X);
            PDOptionalContentProperties properties = new PDOptionalContentProperties();
            PDOptionalContentGroup off = new PDOptionalContentGroup("off");
            PDOptionalContentGroup on = new PDOptionalContentGroup("on");
            properties.addGroup(off);
            properties.addGroup(on);
            properties.setGroupEnabled(off, false);
            pdf.pdf.getDocumentCatalog().setOCProperties(properties);
            page.getResources().put(COSName.getPDFName("L"), off);
            page.getResources().put(COSName.getPDFName("V"), on);

            assertThat(textOf(pdf.read().pages().get(0))).isEqualTo("vx");
        }
    }

    @Test
    void leavesOutASlantedWatermarkAndSaysSo() throws Exception {
        try (SmallPdf pdf = new SmallPdf()) {
            pdf.add("BT /F1 30 Tf .7 .7 -.7 .7 40 10 Tm (DRAFT) Tj ET" + X);
            Document read = pdf.read();

            assertThat(textOf(read.pages().get(0))).isEqualTo("x");
            assertThat(read.findings()).singleElement().satisfies(f -> {
                assertThat(f.code()).isEqualTo("SLANTED_TEXT");
                assertThat(f.message()).contains("DRAFT");
            });
        }
    }

    @Test
    void followsThePolicyOfALayerMembership() {
        COSDictionary group = new COSDictionary();
        COSDictionary catalog = new COSDictionary();
        COSDictionary properties = new COSDictionary();
        COSDictionary start = new COSDictionary();
        COSArray off = new COSArray();
        off.add(group);
        start.setItem(COSName.OFF, off);
        properties.setItem(COSName.D, start);
        catalog.setItem(COSName.OCPROPERTIES, properties);
        COSDictionary membership = new COSDictionary();
        membership.setName(COSName.TYPE, "OCMD");
        membership.setItem(COSName.OCGS, group);
        Layers layers = Layers.of(catalog);

        assertThat(layers.hides(group)).isTrue();
        assertThat(layers.hides(membership)).isTrue();
        membership.setName("P", "AllOff");
        assertThat(layers.hides(membership)).isFalse();
        assertThat(layers.hides(null)).isFalse();
    }
}
