package gouji.document.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gouji.document.Block;
import gouji.document.Document;
import gouji.document.Grid;
import gouji.document.GridCell;
import gouji.document.Paragraph;
import gouji.source.Input;
import gouji.source.Reason;
import gouji.source.UnreadableException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Dumps drawn as text, blocks drawn as text: a paragraph as it is, a row as its fields between bars. */
class TextReaderTest {
    private static final Charset GB18030 = Charset.forName("GB18030");

    @Test
    void readsTabbedLinesAsOneGrid() throws UnreadableException {
        assertThat(read("一、标题\n\n甲\t1\t2\n乙\t3\t4\n")).containsExactly("一、标题", "|甲|1|2|", "|乙|3|4|");
    }

    @Test
    void keepsBlankFieldsInTheirPlace() throws UnreadableException {
        assertThat(read("甲\t\t2\t\n\t乙\t\t4\n")).containsExactly("|甲||2||", "||乙||4|");
    }

    @Test
    void goesOnWithTheSameGridAfterBlankLines() throws UnreadableException {
        assertThat(grids("甲\t1\n乙\t2\n\n\n丙\t3\n")).hasSize(1);
    }

    @Test
    void keepsASentenceBetweenTwoRowsAsARowOfOneCell() throws UnreadableException {
        assertThat(read("甲\t1\n（说明）\n乙\t2\n")).containsExactly("|甲|1|", "|（说明）|", "|乙|2|");
    }

    @Test
    void endsAGridAtALineOfProseThatStandsAlone() throws UnreadableException {
        assertThat(read("甲\t1\n乙\t2\n\n三、标题\n\n丙\t3\n丁\t4\n"))
                .containsExactly("|甲|1|", "|乙|2|", "三、标题", "|丙|3|", "|丁|4|");
    }

    @Test
    void readsBarsAndSkipsFrames() throws UnreadableException {
        assertThat(read("| 甲 | 1 |\n|---|---|\n| 乙 | 2 |\n")).containsExactly("|甲|1|", "|乙|2|");
    }

    @Test
    void readsRowsAlignedByBlanksWithBlankCellsInTheirColumn() throws UnreadableException {
        String dump = "项目      自然人  企业  总计\n新收           3     1     4\n结转           2           2\n";
        assertThat(read(dump)).containsExactly("|项目|自然人|企业|总计|", "|新收|3|1|4|", "|结转|2||2|");
    }

    @Test
    void readsOneCellALineAsRowsThatBeginAfterAFigure() throws UnreadableException {
        StringBuilder dump = new StringBuilder("某县认真落实要求。\n\n");
        for (String row : List.of("甲 1 2", "乙 3 4", "丙 5 6", "丁 7 8", "戊 9 0", "己 0 0")) {
            dump.append(row.replace(" ", "\n\n")).append("\n\n");
        }
        assertThat(read(dump.toString()))
                .containsExactly("某县认真落实要求。", "|甲|1|2|", "|乙|3|4|", "|丙|5|6|", "|丁|7|8|", "|戊|9|0|", "|己|0|0|");
    }

    @Test
    void joinsAParagraphCutByAPageBreak() throws UnreadableException {
        assertThat(read("依据要求，按照我\n\n区安排执行。\n\n另起一段。\n")).containsExactly("依据要求，按照我区安排执行。", "另起一段。");
    }

    @Test
    void keepsATitleApartFromTheTextBelow() throws UnreadableException {
        assertThat(read("某县2023年政府信息公开工作年度报告\n\n2023年，某县认真落实要求。\n")).hasSize(2);
    }

    @Test
    void keepsAHeadingApartFromTheTextBelow() throws UnreadableException {
        assertThat(read("五、存在的主要问题及改进情况\n\n今年以来，仍有不足。\n\n四、行政复议、行政诉讼情况\n\n无。\n"))
                .hasSize(4);
    }

    @Test
    void readsTheSameFromEveryEncoding() throws UnreadableException {
        String dump = "某县报告㎡镕喆\n\n甲\t1\n乙\t2\n";
        List<String> expected = read(dump.getBytes(StandardCharsets.UTF_8));
        assertThat(read(dump.getBytes(GB18030))).isEqualTo(expected);
        assertThat(read(("\uFEFF" + dump).getBytes(StandardCharsets.UTF_8))).isEqualTo(expected);
        assertThat(read(("\uFEFF" + dump).getBytes(StandardCharsets.UTF_16LE))).isEqualTo(expected);
        assertThat(read(("\uFEFF" + dump).getBytes(StandardCharsets.UTF_16BE))).isEqualTo(expected);
    }

    @Test
    void namesTheLineOfEachField() throws UnreadableException {
        GridCell cell = grids("\n甲\t1\n乙\t2\n").get(0).cells().get(3);
        assertThat(cell.place().path()).isEqualTo("line 3 / field 2");
    }

    @Test
    void takesNeitherBinaryNorMarkupForText() {
        TextReader reader = new TextReader();
        assertThat(reader.reads(input("<html><body>报告</body></html>".getBytes(StandardCharsets.UTF_8))))
                .isFalse();
        assertThat(reader.reads(input(new byte[] {0, 1, 2, 3, 'a', 'b'}))).isFalse();
        assertThat(reader.reads(input("报告".repeat(5000).getBytes(GB18030)))).isTrue();
    }

    @Test
    void saysThatAFileOfBlanksCannotBeRead() {
        assertThatThrownBy(() -> read(" \n\t\n"))
                .isInstanceOfSatisfying(
                        UnreadableException.class, e -> assertThat(e.reason()).isEqualTo(Reason.NOT_READABLE));
    }

    private static List<String> read(String dump) throws UnreadableException {
        return read(dump.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> read(byte[] bytes) throws UnreadableException {
        Document document = new TextReader().read(input(bytes));
        return document.blocks().stream().flatMap(b -> draw(b).stream()).toList();
    }

    private static List<Grid> grids(String dump) throws UnreadableException {
        Document document = new TextReader().read(input(dump.getBytes(StandardCharsets.UTF_8)));
        return document.blocks().stream()
                .filter(Grid.class::isInstance)
                .map(Grid.class::cast)
                .toList();
    }

    private static Input input(byte[] bytes) {
        return new Input("dump.txt", "0".repeat(64), bytes);
    }

    private static List<String> draw(Block block) {
        if (block instanceof Paragraph p) {
            return List.of(p.text());
        }
        Grid grid = (Grid) block;
        int rows = grid.cells().stream().mapToInt(GridCell::row).max().orElse(-1) + 1;
        String[] lines = new String[rows];
        Arrays.fill(lines, "|");
        for (int r = 0; r < rows; r++) {
            int row = r;
            lines[r] += grid.cells().stream()
                    .filter(c -> c.row() == row)
                    .map(c -> c.text() + "|")
                    .collect(Collectors.joining());
        }
        return List.of(lines);
    }
}
