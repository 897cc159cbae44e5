package gouji.document.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gouji.document.Document;
import gouji.document.Drawn;
import gouji.document.Grid;
import gouji.source.Reason;
import gouji.source.UnreadableException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Pages written in the test, blocks drawn as text (see {@link Drawn}). */
class HtmlReaderTest {
    private static final HtmlReader READER = new HtmlReader();

    @Test
    void readsParagraphsAndTablesInReadingOrder() throws UnreadableException {
        assertThat(read("<p>前</p><table><tr><td>甲<td>1<tr><td>乙<td>2</table><p>后</p>"))
                .containsExactly("前", "|甲|1|", "|乙|2|", "后");
    }

    @Test
    void placesSpansAsBrowsersDo() throws UnreadableException {
        assertThat(read("<table><tr><td rowspan=2>甲<td colspan=2>乙<tr><td>1<td>2</table>"))
                .containsExactly("|甲|乙|<|", "|^|1|2|");
    }

    @Test
    void namesTableRowAndCellOfEveryCell() throws UnreadableException {
        Document document = document("<table><tr><td rowspan=2>甲<td>1<tr><td>2</table>");
        assertThat(((Grid) document.blocks().get(0)).cells())
                .extracting(c -> c.place().path())
                .containsExactly("table 1 / row 1 / cell 1", "table 1 / row 1 / cell 2", "table 1 / row 2 / cell 1");
    }

    @Test
    void doesNotBelieveATableWhoseRowsHaveUnequalWidths() throws UnreadableException {
        assertThat(read("<table><tr><td>甲<td>1<td>2<tr><td>乙<td>3</table>")).containsExactly("~|甲|1|2|", "~|乙|3|");
    }

    @Test
    void letsASingleCellReachAcrossTheTable() throws UnreadableException {
        assertThat(read("<table><tr><td>标题<tr><td>甲<td>1<td>2<tr><td>乙<td>3<td>4</table>"))
                .containsExactly("|标题|<|<|", "|甲|1|2|", "|乙|3|4|");
    }

    @Test
    void doesNotBelieveOverlappingSpans() throws UnreadableException {
        assertThat(read("<table><tr><td>甲<td rowspan=2>乙<tr><td colspan=2>丙</table>"))
                .containsExactly("~|甲|乙|", "~|丙|");
    }

    @Test
    void endsARowSpanWithItsSection() throws UnreadableException {
        assertThat(read("<table><thead><tr><td rowspan=9>甲<td>乙<tbody><tr><td>1<td>2</table>"))
                .containsExactly("|甲|乙|", "|1|2|");
    }

    @Test
    void readsATableInATableAsATableOfItsOwn() throws UnreadableException {
        String inner = "<table><tr><td>子<td>9<tr><td>丑<td>8</table>";
        assertThat(read("<table><tr><td>甲<td>1<tr><td>乙<td>2" + inner + "</table>"))
                .containsExactly("|甲|1|", "|乙|2|", "|子|9|", "|丑|8|");
    }

    @Test
    void readsThroughTablesThatOnlyArrangeThePage() throws UnreadableException {
        String inner = "<table><tr><td>子<td>9<tr><td>丑<td>8</table>";
        assertThat(read("<table><tr><td>导航<td><p>正文</p>" + inner + "<p>结尾</p></table>"))
                .containsExactly("导航", "正文", "|子|9|", "|丑|8|", "结尾");
    }

    @Test
    void tellsAPageInColumnsFromATableWithALongNote() throws UnreadableException {
        String page = ("<p>" + "长".repeat(150) + "</p>").repeat(3);
        assertThat(read("<table><tr><td>栏目<td>" + page + "</table>")).hasSize(4).doesNotContain("|栏目|");
        assertThat(read("<table><tr><td>甲<td>1<tr><td>乙<td>2<tr><td>丙<td>3<tr><td colspan=2>" + page + "</table>"))
                .startsWith("|甲|1|", "|乙|2|", "|丙|3|");
    }

    @Test
    void joinsTheParagraphsOfACell() throws UnreadableException {
        assertThat(read("<table><tr><td><p>社会公益</p><p>组织</p><td>法律<br>服务<tr><td>&nbsp;<td>\n 3 \n</table>"))
                .containsExactly("|社会公益组织|法律服务|", "||3|");
    }

    @Test
    void readsPagesThatWordExported() throws UnreadableException {
        assertThat(read("<!--[if gte mso 9]><xml><w:x>坏</w:x></xml><![endif]--><p class=MsoNormal><span lang=EN-US>20"
                        + "<o:p></o:p></span><span>23</span>年\n度</p><![if !supportEmptyParas]>&nbsp;<![endif]>"
                        + "<table><tr><td><p><span>甲<o:p></o:p></span></p><td><p>1</p><tr><td>乙<td>2</table>"))
                .containsExactly("2023年度", "|甲|1|", "|乙|2|");
    }

    @Test
    void leavesOutWhatAPageHidesAndIsOperatedWith() throws UnreadableException {
        assertThat(read("<script>坏</script><style>坏</style><noscript>坏</noscript><template>坏</template>"
                        + "<div style='color:red; DISPLAY : none'>坏</div><p hidden>坏</p><form>查<input value=坏>"
                        + "<select><option>坏</select></form><p>好<span style='mso-hide:all'>坏</span></p>"
                        + "<table><tr style='display:none'><td>坏<td>坏<tr><td>甲<td>1<tr><td>乙<td>2</table>"))
                .containsExactly("查", "好", "|甲|1|", "|乙|2|");
    }

    @Test
    void keepsTheNavigationOfAPageInOneParagraph() throws UnreadableException {
        assertThat(read("<ul><li><a>首页</a><li><a>公开</a></ul><h1><a>标题</a></h1><p>文<a>链</a></p>"))
                .containsExactly("首页 公开", "标题", "文链");
    }

    @Test
    void takesTheTitleOfThePageWhereTheTextHasNone() throws UnreadableException {
        assertThat(read("<title>某区年报_某区政府网站</title><p>正文</p>")).containsExactly("某区年报", "正文");
        assertThat(read("<title>某区年报_某区政府网站</title><h1>某区 年报</h1>")).containsExactly("某区 年报");
    }

    @Test
    void tellsOfPicturesAndFetchesNone() throws UnreadableException {
        Document document =
                document("<img src='data:image/png;base64,AAAA'><img src=表.png><img src='//example.invalid/a.png'>"
                        + "<table><tr><td>甲<td><img src='http://example.invalid/b.png'><tr><td>乙<td>2</table>");
        assertThat(Drawn.findings(document))
                .containsExactly(
                        "PICTURE_FOUND picture 1",
                        "PICTURE_FOUND picture 2",
                        "REMOTE_PICTURE picture 3",
                        "REMOTE_PICTURE table 1 / row 1 / cell 2");
    }

    @Test
    void readsEveryEncodingWhateverIsDeclared() throws UnreadableException {
        String[][] cases = {
            {"gb2312", "GB18030"},
            {"gbk", "GB18030"},
            {"utf-8", "GB18030"},
            {"", "GB18030"},
            {"gb2312", "UTF-8"},
            {"", "UTF-8"},
            {"big5", "Big5"},
            {"", "UTF-16LE"},
            {"utf-8", "UTF-16BE"}
        };
        for (String[] c : cases) {
            // Not in GB 2312: a decoder that takes the label literally loses the name.
            String name = c[1].equals("Big5") ? "政府資訊公開工作年度報告" : "朱镕基喆政府信息公开工作年度报告";
            String html =
                    "<html><head><meta charset=" + c[0] + "></head><body><p>" + name.repeat(4) + "</p></body></html>";
            assertThat(Drawn.read(READER, html.getBytes(Charset.forName(c[1]))))
                    .as(c[0] + " is " + c[1])
                    .containsExactly(name.repeat(4));
        }
    }

    @Test
    void tellsOfAWrongEncodingLabel() throws UnreadableException {
        byte[] bytes = "<meta charset=utf-8><p>政府信息公开</p>".getBytes(Charset.forName("GB18030"));
        assertThat(Drawn.findings(READER.read(Drawn.input(bytes)))).containsExactly("CHARSET ");
    }

    @Test
    void forgivesADamagedCharacterAndSaysSo() throws UnreadableException {
        byte[] bytes = ("<p>" + "政府信息公开".repeat(20) + "x</p>").getBytes(StandardCharsets.UTF_8);
        bytes[4] = (byte) 0xFF;
        assertThat(Drawn.findings(READER.read(Drawn.input(bytes)))).containsExactly("CHARSET ");
    }

    @Test
    void readsPagesSavedInOneFile() throws UnreadableException {
        String page = Base64.getMimeEncoder()
                .encodeToString(
                        "<meta charset=gbk><p>正文</p><img src='http://a.invalid/1.png'><img src='cid:x@y'><img src='http://a.invalid/2.png'>"
                                .getBytes(Charset.forName("GBK")));
        String saved =
                "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"B\"\r\n\r\n"
                        + "--B\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n" + page + "\r\n"
                        + "--B\r\nContent-Type: image/png\r\nContent-Location: http://a.invalid/1.png\r\nContent-ID: <x@y>\r\n\r\n\r\n--B--\r\n";
        assertThat(READER.reads(Drawn.input(saved))).isTrue();
        Document document = READER.read(Drawn.input(saved));
        assertThat(Drawn.draw(document)).containsExactly("正文");
        // The third picture did not come along; the parts are seen only after the page, so order of parts is no matter.
        assertThat(Drawn.findings(document))
                .containsExactly("PICTURE_FOUND picture 1", "PICTURE_FOUND picture 2", "REMOTE_PICTURE picture 3");
    }

    @Test
    void decodesQuotedPrintablePages() throws UnreadableException {
        String saved =
                "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=B\n\n--B\nContent-Type: text/html; charset=utf-8\n"
                        + "Content-Transfer-Encoding: quoted-printable\n\n<p>=E6=94=BF=\n=E5=BA=9C</p>\n--B--\n";
        assertThat(read(saved)).containsExactly("政府");
    }

    @Test
    void knowsPagesByContentOnly() {
        assertThat(READER.reads(Drawn.input("\uFEFF \n<!-- x --><HTML>"))).isTrue();
        assertThat(READER.reads(Drawn.input("<table><tr>"))).isTrue();
        assertThat(READER.reads(Drawn.input("甲\t1\n乙\t2\n"))).isFalse();
        assertThat(READER.reads(Drawn.input("{\\rtf1 <table"))).isFalse();
        assertThat(READER.reads(Drawn.input("<?xml version='1.0'?><svg/>"))).isFalse();
    }

    @Test
    void refusesDocumentTypesThatDefineEntities() {
        for (String start : List.of(
                "<?xml version=\"1.0\"?><!DOCTYPE html [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><html>&e;</html>",
                "<?xml version=\"1.0\"?><!DOCTYPE svg [<!ENTITY e \"x\">]><svg>&e;</svg>")) {
            assertThat(READER.reads(Drawn.input(start))).isTrue();
            refuses(start, Reason.UNSAFE_XML);
        }
    }

    @Test
    @Timeout(20)
    void readsPageNestedWithoutEndWithinItsLimits() throws UnreadableException {
        assertThat(read("<html>" + "<div>".repeat(100_000) + "文")).containsExactly("文");
        assertThat(read("<html>" + "<b><i>".repeat(50_000) + "文")).containsExactly("文");
    }

    @Test
    @Timeout(20)
    void refusesTablesNestedWithoutEnd() {
        refuses("<html>" + "<table><tr><td>".repeat(20_000) + "x", Reason.LIMIT_DEPTH);
    }

    @Test
    @Timeout(20)
    void clampsSpansOfAThousandMillion() throws UnreadableException {
        assertThat(read("<table><tr><td>甲<td colspan=1000000000 rowspan=99999999999>1<tr><td>乙</table>")
                        .get(0))
                .startsWith("|甲|1|<|");
        refuses(
                "<table>" + "<tr><td>y<td colspan=1000000000 rowspan=1000000000>x</td></tr>".repeat(50) + "</table>",
                Reason.LIMIT_CELLS);
    }

    @Test
    @Timeout(20)
    void refusesAMillionCells() {
        refuses("<table><tr>" + "<td>0</td>".repeat(1_000_000) + "</table>", Reason.LIMIT_CELLS);
    }

    private static void refuses(String html, Reason reason) {
        assertThatThrownBy(() -> read(html))
                .isInstanceOfSatisfying(
                        UnreadableException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private static List<String> read(String html) throws UnreadableException {
        return Drawn.draw(document(html));
    }

    @Test
    void leavesOutWhatAClassHidesButNoTable() throws UnreadableException {
        String page = "<style>.no, #gone{display:none} @media print{p{display:none}} /* .yes{display:none} */</style>"
                + "<p class=no>a<p id=gone>b<p class=yes>c<div class=no><table><tr><td>1<td>2</table></div>";
        assertThat(Drawn.read(new HtmlReader(), page.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .containsExactly("c", "|1|2|");
    }

    private static Document document(String html) throws UnreadableException {
        return READER.read(Drawn.input(html));
    }
}
