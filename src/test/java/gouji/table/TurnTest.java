package gouji.table;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.document.Box;
import gouji.document.Document;
import gouji.document.Glyph;
import gouji.document.Page;
import gouji.document.Ruling;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TurnTest {
    private static final String GRID = """
            +------+------+
            | 规章 |  12  |
            +------+------+
            | 文件 |   0  |
            +------+------+
            """;

    @ParameterizedTest
    @ValueSource(ints = {0, 90, 180, 270})
    void readsATableThatLiesOnItsSide(int angle) {
        Page upright = PageDrawing.document(GRID).pages().get(0);
        Page turned = turned(upright, angle);
        Layout layout = new LayoutBuilder().build(new Document("pdf", List.of(turned), List.of(), List.of()));
        assertThat(Drawing.text(layout)).isEqualTo("[2 x 2]\n|规章|12|\n|文件|0|\n");
        Glyph first = turned.glyphs().get(0);
        Box cell = layout.tables().get(0).cells().get(0).place().box().orElseThrow();
        assertThat(cell.contains(first.box().centerX(), first.box().centerY())).isTrue();
    }

    /** The page as it is displayed when turned clockwise. */
    private static Page turned(Page page, int angle) {
        double w = angle % 180 == 0 ? page.widthPt() : page.heightPt();
        double h = angle % 180 == 0 ? page.heightPt() : page.widthPt();
        List<Glyph> glyphs = page.glyphs().stream()
                .map(g -> new Glyph(
                        g.text(),
                        turned(g.box(), angle, w, h),
                        baseline(g.baseline(), angle, w, h),
                        g.sizePt(),
                        angle,
                        g.font()))
                .toList();
        List<Ruling> rulings =
                page.rulings().stream().map(r -> turned(r, angle, w, h)).toList();
        return new Page(1, w, h, glyphs, rulings, List.of());
    }

    private static double baseline(double y, int angle, double w, double h) {
        return switch (angle) {
            case 90 -> w - y;
            case 180 -> h - y;
            default -> y;
        };
    }

    private static Box turned(Box b, int angle, double w, double h) {
        return switch (angle) {
            case 90 -> new Box(w - b.y1(), b.x0(), w - b.y0(), b.x1());
            case 180 -> new Box(w - b.x1(), h - b.y1(), w - b.x0(), h - b.y0());
            case 270 -> new Box(b.y0(), h - b.x1(), b.y1(), h - b.x0());
            default -> b;
        };
    }

    private static Ruling turned(Ruling r, int angle, double w, double h) {
        Box b = turned(
                r.horizontal() ? new Box(r.from(), r.at(), r.to(), r.at()) : new Box(r.at(), r.from(), r.at(), r.to()),
                angle,
                w,
                h);
        return b.widthPt() > b.heightPt()
                ? new Ruling(true, b.y0(), b.x0(), b.x1(), r.thicknessPt())
                : new Ruling(false, b.x0(), b.y0(), b.y1(), r.thicknessPt());
    }
}
