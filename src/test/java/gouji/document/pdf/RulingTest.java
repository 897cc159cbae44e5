package gouji.document.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.document.Page;
import gouji.document.Ruling;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What counts as a ruling. A ruling is written {@code -at:from..to*thickness} when horizontal, {@code |at:…} when
 * vertical, in whole points but for the thickness; pages are 100 points high, so a y of 40 in the content is 60 here.
 */
class RulingTest {
    /** Shows something, so that the page is not refused. */
    private static final String X = " 0 g BT /F1 5 Tf 190 5 Td (x) Tj ET";

    private static String rulings(String content) {
        return rulings(SmallPdf.page("q " + content + " Q" + X));
    }

    private static String rulings(Page page) {
        return page.rulings().stream().map(RulingTest::written).sorted().collect(Collectors.joining(" "));
    }

    private static String written(Ruling r) {
        return String.format(
                Locale.ROOT,
                "%s%.0f:%.0f..%.0f*%.1f",
                r.horizontal() ? "-" : "|",
                r.at(),
                r.from(),
                r.to(),
                r.thicknessPt());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', textBlock = """
                    1 w 10 40 m 90 40 l S                             > -60:10..90*1.0
                    1 w 10 40 m 10 90 l S                             > |10:10..60*1.0
                    1 w 10 40 m 90 41 l S                             > -60:10..90*1.0
                    1 w 10 40 m 90 60 l S                             > ''
                    1 w 10 40 m 30 60 70 20 90 40 c S                 > ''
                    2 w 2 J 10 40 m 90 40 l S                         > -60:9..91*2.0
                    0 w 10 40 m 90 40 l S                             > -60:10..90*0.1
                    2 0 0 .5 0 0 cm 1 w 10 80 m 45 80 l S             > -60:20..90*0.5
                    1 w 10 40 60 20 re S                              > -40:10..70*1.0 -60:10..70*1.0 |10:40..60*1.0 |70:40..60*1.0
                    1 w 10 40 m 70 40 l 70 60 l s                     > -60:10..70*1.0 |70:40..60*1.0
                    [3 2] 0 d 1 w 10 40 m 90 40 l S                   > -60:10..90*1.0
                    10 40 80 .5 re f                                  > -60:10..90*0.5
                    10 40 .5 50 re f                                  > |10:10..60*0.5
                    10 40 m 90 40 l 89 41 l 11 41 l f                 > -60:10..90*1.0
                    1 w 10 40 m 50 40 l S 50 40 m 90 40 l S           > -60:10..90*1.0
                    1 w 10 40 m 90 40 l S 10 40 m 90 40 l S           > -60:10..90*1.0
                    .5 w 10 40 m 90 40 l S 10 41 m 90 41 l S          > -59:10..90*0.5 -60:10..90*0.5
                    1 w 10 40 m 50 40 l S 55 40 m 90 40 l S           > -60:10..50*1.0 -60:55..90*1.0
                    10 40 60 20 re 10.5 40.5 59 19 re f*              > -40:10..70*0.5 -60:10..70*0.5 |10:41..60*0.5 |70:41..60*0.5
                    1 G 1 w 10 40 m 90 40 l S                         > ''
                    1 g 10 40 80 .5 re f                              > ''
                    1 w 10 40 m 90 40 l S 1 g 0 0 200 100 re f        > ''
                    1 w 10 40 m 90 40 l S 1 g 30 30 20 20 re f        > -60:10..30*1.0 -60:50..90*1.0
                    1 w 10 40 m 90 40 l S 1 G 2 w 30 40 m 50 40 l S   > -60:10..30*1.0 -60:50..90*1.0
                    1 g 0 0 200 100 re f 1 w 10 40 m 90 40 l S        > -60:10..90*1.0
                    q 20 0 30 100 re W n 1 w 10 40 m 90 40 l S Q      > -60:20..50*1.0
                    q 10 40 80 1 re W n 0 0 200 100 re f Q            > -60:10..90*1.0
                    q 80 0 0 1 10 40 cm BI /W 1 /H 1 /IM true ID x EI Q > -60:10..90*1.0
                    1 w 10 40 m 90 40 l 300 40 m 400 40 l S           > -60:10..90*1.0
                    """)
    void seesRulings(String content, String expected) {
        assertThat(rulings(content)).isEqualTo(expected);
    }

    @Test
    void joinsDashesDrawnOneByOne() {
        StringBuilder dashes = new StringBuilder("1 w ");
        for (int x = 10; x < 90; x += 5) {
            dashes.append(x).append(" 40 m ").append(x + 3).append(" 40 l S ");
        }
        assertThat(rulings(dashes.toString())).isEqualTo("-60:10..88*1.0");
    }

    @Test
    void joinsDotsDrawnAsSquares() {
        StringBuilder dots = new StringBuilder();
        for (int x = 10; x < 90; x += 2) {
            dots.append(x).append(" 40 1 1 re f ");
        }
        assertThat(rulings(dots.toString())).isEqualTo("-60:10..89*1.0");
    }

    @Test
    void seesTheBordersOfShadedCells() {
        assertThat(rulings(".8 g 10 40 40 20 re f .5 g 50 40 40 20 re f"))
                .isEqualTo("-40:10..90*0.0 -60:10..90*0.0 |10:40..60*0.0 |50:40..60*0.0 |90:40..60*0.0");
    }

    @Test
    void seesNoBorderBetweenCellsOfOneShade() {
        assertThat(rulings(".8 g 10 40 40 20 re f 50 40 40 20 re f"))
                .isEqualTo("-40:10..90*0.0 -60:10..90*0.0 |10:40..60*0.0 |90:40..60*0.0");
    }

    @Test
    void seesAWhiteLineBetweenShadedCells() {
        assertThat(rulings(".5 g 10 40 80 20 re f 1 G 1 w 50 40 m 50 60 l S")).contains("|50:40..60*1.0");
    }

    @Test
    void countsABorderAlongADrawnRulingOnce() {
        assertThat(rulings(".8 g 10 40 80 20 re f 0 G .5 w 10 40 80 20 re S"))
                .isEqualTo("-40:10..90*0.5 -60:10..90*0.5 |10:40..60*0.5 |90:40..60*0.5");
    }

    @Test
    void turnsWithThePage() throws Exception {
        try (SmallPdf pdf = new SmallPdf()) {
            pdf.add("1 w 10 40 m 90 40 l S" + X).setRotation(90);

            assertThat(rulings(pdf.read().pages().get(0))).isEqualTo("|40:10..90*1.0");
        }
    }

    @Test
    void tellsAPictureFromALine() throws Exception {
        try (SmallPdf pdf = new SmallPdf()) {
            PDPage page = pdf.add("q 80 0 0 1 10 40 cm /P Do Q q 40 0 0 30 20 50 cm /P Do Q" + X);
            pdf.picture(page, "P");
            Page read = pdf.read().pages().get(0);

            assertThat(rulings(read)).isEqualTo("-60:10..90*1.0");
            assertThat(read.pictures())
                    .singleElement()
                    .satisfies(box -> assertThat(box.toString()).isEqualTo("Box[x0=20.0, y0=20.0, x1=60.0, y1=50.0]"));
        }
    }
}
