package gouji.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RuledTablesTest {
    private static String read(String picture) {
        return Drawing.text(new LayoutBuilder().build(PageDrawing.document(picture)));
    }

    @Test
    void readsAPlainGrid() {
        assertThat(read("""
                +------+------+
                | 规章 |  12  |
                +------+------+
                | 文件 |   0  |
                +------+------+
                """)).isEqualTo("""
                [2 x 2]
                |规章|12|
                |文件|0|
                """);
    }

    @Test
    void readsSpansOutOfMissingEdges() {
        assertThat(read("""
                +------+-------------+
                |      | 申请人情况  |
                |      +------+------+
                |      |自然人| 总计 |
                +------+------+------+
                | 一、 |  1   |  1   |
                +------+------+------+
                """)).isEqualTo("""
                [3 x 3]
                |(2x1)|申请人情况(1x2)|
                |^|自然人|总计|
                |一、|1|1|
                """);
    }

    @Test
    void partsTwoFiguresWhoseBorderIsMissing() {
        assertThat(read("""
                +------+------+------+
                | 规章 |  1      2   |
                +------+------+------+
                | 文件 |  3   |  4   |
                +------+------+------+
                """)).isEqualTo("""
                [2 x 3]
                |规章|1|2|
                |文件|3|4|
                """);
    }

    @Test
    void partsTwoFiguresOneAboveTheOther() {
        assertThat(read("""
                +------+------+
                | 规章 |  1   |
                +------+      +
                | 文件 |  3   |
                +------+------+
                """)).isEqualTo("""
                [2 x 2]
                |规章|1|
                |文件|3|
                """);
    }

    @Test
    void keepsAFigureCentredInItsOwnFieldBesideABlankOne() {
        assertThat(read("""
                +------+--------+--------+
                | 规章 |   1             |
                +------+--------+--------+
                | 文件 |   3    |   4    |
                +------+--------+--------+
                """)).isEqualTo("""
                [2 x 3]
                |规章|1||
                |文件|3|4|
                """);
    }

    @Test
    void keepsAFigureCentredInASpan() {
        assertThat(read("""
                +------+--------+--------+
                | 规章 |        1        |
                +------+--------+--------+
                | 文件 |   3    |   4    |
                +------+--------+--------+
                """)).isEqualTo("""
                [2 x 3]
                |规章|1(1x2)|
                |文件|3|4|
                """);
    }

    @Test
    void keepsARowSpanWhoseFrameHasAGap() {
        assertThat(read("""
                +--------+------+------+
                         | 规章 |  1   |
                  第一项 +------+------+
                         | 文件 |  3   |
                +--------+------+------+
                """)).isEqualTo("""
                [2 x 3]
                |第一项(2x1)|规章|1|
                |^|文件|3|
                """);
    }

    @Test
    void readsAGridWithoutSides() {
        assertThat(read("""
                +------+------+------+
                  规章 |  1   |  2
                +------+------+------+
                  文件 |  3   |  4
                +------+------+------+
                """)).isEqualTo("""
                [2 x 3]
                |规章|1|2|
                |文件|3|4|
                """);
    }

    @Test
    void joinsTheLinesOfACell() {
        assertThat(read("""
                +------+------+
                | 结果 | New  |
                | 维持 | York |
                +------+------+
                |   0  |   1  |
                +------+------+
                """)).isEqualTo("""
                [2 x 2]
                |结果维持|New York|
                |0|1|
                """);
    }

    @Test
    void readsALabelOfOneCharacterALine() {
        assertThat(read("""
                +----+------+----+
                | 办 | 公开 | 1  |
                | 理 |      |    |
                | 结 +------+----+
                | 果 | 部分 | 2  |
                | 数 |      |    |
                +----+------+----+
                """)).isEqualTo("""
                [2 x 3]
                |办理结果数(2x1)|公开|1|
                |^|部分|2|
                """);
    }

    @Test
    void readsTextInAFrameAsProse() {
        assertThat(read("""
                +--------------+
                | 请注意查收。 |
                +--------------+
                """)).isEqualTo("请注意查收。\n");
    }

    @Test
    void keepsTwoTablesApart() {
        assertThat(read("""
                +------+------+
                | 规章 |  1   |
                +------+------+
                | 文件 |  3   |
                +------+------+
                三、收到
                +------+------+
                | 规章 |  1   |
                +------+------+
                | 文件 |  3   |
                +------+------+
                """)).isEqualTo("""
                [2 x 2]
                |规章|1|
                |文件|3|
                三、收到
                [2 x 2]
                |规章|1|
                |文件|3|
                """);
    }

    @Test
    void joinsATableOverAPageBreakAndDropsItsRepeatedHeader() {
        assertThat(read("""
                三、收到
                +------+------+
                | 名称 | 件数 |
                +------+------+
                | 文件 |  3   |
                +------+------+
                ===
                +------+------+
                | 名称 | 件数 |
                +------+------+
                | 规章 |  4   |
                +------+------+
                """)).isEqualTo("""
                三、收到
                [3 x 2]
                |名称|件数|
                |文件|3|
                |规章|4|
                """);
    }

    @Test
    void joinsALabelCutByThePageBreak() {
        assertThat(read("""
                +----------+----------+------+
                | （三）不 | 1.其他   |  3   |
                +----------+----------+------+
                ===
                +----------+----------+------+
                | 予公开   | 2.规章   |  4   |
                |          +----------+------+
                |          | 3.文件   |  5   |
                +----------+----------+------+
                """)).isEqualTo("""
                [3 x 3]
                |（三）不予公开(3x1)|1.其他|3|
                |^|2.规章|4|
                |^|3.文件|5|
                """);
    }

    @Test
    void readsARowSplitOverTwoPages() {
        assertThat(read("""
                +------------+------+
                | 1.规章     |  1   |
                +------------+------+
                | 2.无正当理 |  3   |
                +------------+------+
                ===
                +------------+------+
                | 由大量申请 |      |
                +------------+------+
                | 3.其他     |  4   |
                +------------+------+
                """)).isEqualTo("""
                [3 x 2]
                |1.规章|1|
                |2.无正当理由大量申请|3|
                |3.其他|4|
                """);
    }

    @Test
    void keepsABlankRowBelowAPageBreak() {
        assertThat(read("""
                +------------+------+
                | 1.规章     |  1   |
                +------------+------+
                | 2.文件     |  3   |
                +------------+------+
                ===
                +------------+------+
                | 3.重复申请 |      |
                +------------+------+
                | 4.其他     |  4   |
                +------------+------+
                """)).isEqualTo("""
                [4 x 2]
                |1.规章|1|
                |2.文件|3|
                |3.重复申请||
                |4.其他|4|
                """);
    }

    @Test
    void doesNotJoinByTheNumberOfColumnsAlone() {
        assertThat(read("""
                +------+------+------+
                | 规章 |  1   |  2   |
                +------+------+------+
                | 文件 |  3   |  4   |
                +------+------+------+
                ===
                +----------+--+------+
                | 行政复议 |5 |  6   |
                +----------+--+------+
                | 行政诉讼 |7 |  8   |
                +----------+--+------+
                """)).isEqualTo("""
                [2 x 3]
                |规章|1|2|
                |文件|3|4|
                [2 x 3]
                |行政复议|5|6|
                |行政诉讼|7|8|
                """);
    }

    @Test
    void continuesALabelWhoseColumnTheSecondPageDropped() {
        assertThat(read("""
                +------+----------+------+
                | 三、 | 1.规章   |  1   |
                |      +----------+------+
                |      | 2.文件   |  3   |
                +------+----------+------+
                ===
                       +----------+------+
                       | 3.重复   |  2   |
                       +----------+------+
                       | 4.其他   |  4   |
                       +----------+------+
                """)).isEqualTo("""
                [4 x 3]
                |三、(4x1)|1.规章|1|
                |^|2.文件|3|
                |^|3.重复|2|
                |^|4.其他|4|
                """);
    }
}
