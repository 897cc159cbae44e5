package gouji.table;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.document.pdf.PdfReader;
import gouji.source.Input;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The path of headings of every figure of the request table, in fixtures whose table runs over two pages: spanning
 * labels are printed once, or again, or cut by the break.
 */
class HeaderPathTest {
    private static final List<String> DENIED = List.of("三、本年度办理结果", "（三）不予公开");
    private static final List<String> LEGAL = List.of("申请人情况", "法人或其他组织");

    static Stream<Path> pdfs() throws Exception {
        return Files.walk(Path.of("fixtures", "cn-disclosure", "format-2021"))
                .filter(f -> f.endsWith("report.pdf"))
                .sorted();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pdfs")
    void namesTheGroupsOfAFigureBesideAndAboveIt(Path file) throws Exception {
        Table table = requests(file);
        HeaderModel model = HeaderModel.of(table);
        assertThat(rowPaths(table, model, "1.属于国家秘密"))
                .isNotEmpty()
                .allSatisfy(p -> assertThat(p).containsExactly(plain(DENIED.get(0)), plain(DENIED.get(1)), "1.属于国家秘密"));
        assertThat(rowPaths(table, model, "8.属于行政查询事项"))
                .isNotEmpty()
                .allSatisfy(
                        p -> assertThat(p).containsExactly(plain(DENIED.get(0)), plain(DENIED.get(1)), "8.属于行政查询事项"));
        assertThat(rowPaths(table, model, "2.重复申请"))
                .isNotEmpty()
                .allSatisfy(p -> assertThat(p).containsExactly(plain(DENIED.get(0)), plain("（五）不予处理"), "2.重复申请"));
        assertThat(rowPaths(table, model, "3.其他"))
                .isNotEmpty()
                .allSatisfy(p -> assertThat(p).containsExactly(plain(DENIED.get(0)), plain("（六）其他处理"), "3.其他"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pdfs")
    void namesTheColumnsOfAFigure(Path file) throws Exception {
        Table table = requests(file);
        HeaderModel model = HeaderModel.of(table);
        List<List<String>> paths = table.cells().stream()
                .filter(c -> model.rowPath(c).stream().anyMatch(l -> plain(l).contains("国家秘密")) && !model.isHeader(c))
                .map(c ->
                        model.columnPath(c).stream().map(HeaderPathTest::plain).toList())
                .toList();
        assertThat(paths).hasSize(7);
        assertThat(paths.get(0)).endsWith("自然人");
        assertThat(paths.get(1)).contains(plain(LEGAL.get(1))).endsWith("商业企业");
        assertThat(paths.get(5)).contains(plain(LEGAL.get(1))).endsWith("其他");
        assertThat(paths.get(6)).endsWith("总计").doesNotContain(plain(LEGAL.get(1)));
    }

    private static List<List<String>> rowPaths(Table table, HeaderModel model, String label) {
        List<List<String>> paths = new ArrayList<>();
        for (Cell c : table.cells()) {
            List<String> path =
                    model.rowPath(c).stream().map(HeaderPathTest::plain).toList();
            if (!model.isHeader(c)
                    && !path.isEmpty()
                    && path.get(path.size() - 1).equals(plain(label))) {
                paths.add(path);
            }
        }
        return paths;
    }

    private static Table requests(Path file) throws Exception {
        Layout layout = new LayoutBuilder()
                .build(new PdfReader().read(new Input("r.pdf", "0".repeat(64), Files.readAllBytes(file))));
        return layout.tables().stream()
                .filter(t -> t.cells().stream().anyMatch(c -> plain(c.text()).contains("国家秘密")))
                .findFirst()
                .orElseThrow();
    }

    private static String plain(String s) {
        return java.text.Normalizer.normalize(s, java.text.Normalizer.Form.NFKC)
                .chars()
                .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}
