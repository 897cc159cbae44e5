package gouji.table;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.document.Document;
import gouji.document.Grid;
import gouji.document.GridCell;
import gouji.document.Paragraph;
import gouji.document.Place;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProseTest {
    private static String read(String picture) {
        return Drawing.text(new LayoutBuilder().build(PageDrawing.document(picture)));
    }

    @Test
    void joinsTheLinesOfAParagraph() {
        assertThat(read("""
                    全年主动公开政府信息一千
                二百条，其中规范性文件三十
                件。
                    下一步将继续公开。
                """)).isEqualTo("""
                全年主动公开政府信息一千二百条，其中规范性文件三十件。
                下一步将继续公开。
                """);
    }

    @Test
    void joinsAParagraphOverAPageBreak() {
        assertThat(read("""
                    全年主动公开政府信息一千
                二百条，其中规范性文件三十
                ===
                件，政策解读二十件，均按期
                公开。
                """)).isEqualTo("全年主动公开政府信息一千二百条，其中规范性文件三十件，政策解读二十件，均按期公开。\n");
    }

    @Test
    void keepsASpaceThatIsPrintedAndSetsNoneBetweenHanAndFigures() {
        assertThat(read("公开~12~条，办结34件")).isEqualTo("公开 12 条，办结34件\n");
    }

    @Test
    void leavesOutPageNumbersAndRunningHeads() {
        String page = "年度报告\n" + "\n".repeat(3) + "%s\n" + "\n".repeat(36) + "        - %d -\n";
        String picture = page.formatted("一、总体情况", 1) + "===\n" + page.formatted("二、主动公开", 2);
        Document low = PageDrawing.document(picture);
        Document high = new Document(
                "pdf",
                low.pages().stream().map(ProseTest::raised).toList(),
                List.of(),
                List.of());
        assertThat(Drawing.text(new LayoutBuilder().build(high))).isEqualTo("一、总体情况\n二、主动公开\n");
    }

    /** The same page with its upper margin cut to 40 points. */
    private static gouji.document.Page raised(gouji.document.Page p) {
        List<gouji.document.Glyph> glyphs = p.glyphs().stream()
                .map(g -> new gouji.document.Glyph(
                        g.text(),
                        new gouji.document.Box(g.box().x0(), g.box().y0() - 80, g.box().x1(), g.box().y1() - 80),
                        g.baseline() - 80,
                        g.sizePt(),
                        g.angle(),
                        g.font()))
                .toList();
        return new gouji.document.Page(p.number(), p.widthPt(), 40 + 45 * 16, glyphs, List.of(), List.of());
    }

    @Test
    void takesAFlowAsItIs() {
        Place place = Place.at("table 1 / row 1 / cell 1");
        Document flow = new Document(
                "html",
                List.of(),
                List.of(
                        new Paragraph("一、总体情况", Place.at("line 1")),
                        new Paragraph("  ", Place.at("line 2")),
                        new Grid(List.of(new GridCell(0, 0, 1, 2, "规章", place), new GridCell(1, 1, 1, 1, "3", place)), true)),
                List.of());
        Layout layout = new LayoutBuilder().build(flow);
        assertThat(Drawing.text(layout)).isEqualTo("一、总体情况\n[2 x 2]\n|规章(1x2)|\n|3|\n");
        assertThat(layout.tables().get(0).cells().get(0).place()).isEqualTo(place);
        assertThat(layout.pages()).isZero();
    }
}
