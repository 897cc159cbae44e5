package gouji.document.rtf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gouji.document.Document;
import gouji.document.Drawn;
import gouji.source.Reason;
import gouji.source.UnreadableException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RtfReaderTest {
    private static final RtfReader READER = new RtfReader();
    private static final String ROW = "\\trowd\\cellx1000\\cellx2000 ";

    @Test
    void readsTextInTheDeclaredCodePageAndInUnicode() throws UnreadableException {
        assertThat(read("\\ansicpg936 " + hex("政府", "GBK") + "\\u20449?\\uc2\\u24687\\'d0\\'c5.\\par B\\par"))
                .containsExactly("政府信息.", "B");
    }

    @Test
    void readsTextInTheCodePageOfItsFont() throws UnreadableException {
        String fonts = "{\\fonttbl{\\f0\\fcharset0 Times;}{\\f1\\fcharset134 SimSun;}{\\f2\\fcharset136 MingLiU;}}";
        assertThat(read("\\ansi\\ansicpg1252" + fonts + "\\f1 " + hex("政府", "GBK") + "\\f2 " + hex("資訊", "Big5")
                        + "\\par"))
                .containsExactly("政府資訊");
    }

    @Test
    void readsRowsByTheRightEdgesOfTheirCells() throws UnreadableException {
        assertThat(
                        read(
                                "\\trowd\\cellx1000\\cellx3000\\pard\\intbl A\\cell B\\cell\\row"
                                        + "\\trowd\\cellx1000\\cellx2010\\cellx2990\\pard\\intbl C\\cell 1\\cell 2\\cell\\row\\pard D\\par"))
                .containsExactly("|A|B|<|", "|C|1|2|", "D");
    }

    @Test
    void readsCellsMergedDownAndAcross() throws UnreadableException {
        assertThat(
                        read(
                                "\\trowd\\clvmgf\\cellx1000\\clmgf\\cellx2000\\clmrg\\cellx3000\\intbl A\\cell B\\cell\\cell\\row"
                                        + "\\trowd\\clvmrg\\cellx1000\\cellx2000\\cellx3000\\intbl\\cell 1\\cell 2\\cell\\row\\pard"))
                .containsExactly("|A|B|<|", "|^|1|2|");
    }

    @Test
    void doesNotBelieveRowsThatLackMostOfTheirCells() throws UnreadableException {
        assertThat(read(
                        "\\trowd\\cellx1000\\cellx2000\\cellx3000\\cellx4000\\intbl A\\cell 1\\cell 2\\cell 3\\cell\\row"
                                + "\\trowd\\cellx1000\\cellx2000\\intbl B\\cell 0\\cell\\row\\pard"))
                .containsExactly("~|A|1|2|3|", "~|B|0|");
    }

    @Test
    void readsDefinitionsThatFollowTheirCells() throws UnreadableException {
        assertThat(read("\\pard\\intbl A\\cell B\\cell{" + ROW + "\\row}\\pard\\intbl C\\cell D\\cell{" + ROW
                        + "\\row}\\pard"))
                .containsExactly("|A|B|", "|C|D|");
    }

    @Test
    void readsATableInACell() throws UnreadableException {
        assertThat(read(ROW
                        + "\\pard\\intbl A\\cell\\pard\\intbl\\itap2 x\\nestcell y\\nestcell{\\*\\nesttableprops\\trowd"
                        + "\\cellx1500\\cellx2000\\nestrow}{\\nonesttables\\par}\\pard\\intbl B\\cell" + ROW + "\\row"
                        + ROW + "\\pard\\intbl C\\cell D\\cell\\row\\pard"))
                .containsExactly("|A|B|", "|C|D|", "|x|y|");
    }

    @Test
    void keepsParagraphsOfACellTogether() throws UnreadableException {
        assertThat(read("\\ansicpg936" + ROW + "\\pard\\intbl " + hex("甲", "GBK") + "\\par " + hex("乙", "GBK")
                        + "\\cell 1\\cell\\row" + ROW + "\\intbl B\\cell 2\\cell\\row\\pard\\par"))
                .containsExactly("|甲乙|1|", "|B|2|");
    }

    @Test
    void leavesOutWhatIsNotTextOrNotShown() throws UnreadableException {
        assertThat(read(
                        "{\\fonttbl{\\f0 X;}}{\\colortbl;\\red0;}{\\stylesheet{\\s0 Normal;}}{\\info{\\title X}}{\\header X\\par}"
                                + "{\\*\\unknown X}{\\v X}\\deleted X\\deleted0 {\\field{\\*\\fldinst PAGE X}{\\fldrslt 7}}"
                                + "{\\footnote X}{\\*\\bkmkstart X}\\revised N\\par"))
                .containsExactly("7N");
    }

    @Test
    void keepsNumbersOfListsAndTextBoxes() throws UnreadableException {
        assertThat(
                        read(
                                "{\\listtext\\pard\\plain 1.\\tab}A{\\shp{\\*\\shpinst{\\sp{\\sn a}{\\sv X}}{\\shptxt\\pard BOX\\par}}}B\\par"))
                .containsExactly("1. AB", "BOX");
    }

    @Test
    void tellsOfPictures() throws UnreadableException {
        Document document = document("{\\pict\\pngblip 89504e47}" + ROW
                + "\\intbl A\\cell{\\*\\shppict{\\pict 00}}{\\nonshppict{\\pict 00}}\\cell\\row" + ROW
                + "\\intbl B\\cell C\\cell\\row\\pard");
        assertThat(Drawn.findings(document))
                .containsExactly("PICTURE_FOUND picture 1", "PICTURE_FOUND table 1 / row 1 / cell 2");
    }

    @Test
    void saysWhenTheFileEndsTooEarly() throws UnreadableException {
        assertThat(Drawn.findings(READER.read(Drawn.input("{\\rtf1 A\\par B")))).containsExactly("TRUNCATED ");
    }

    @Test
    void knowsRtfByContent() {
        assertThat(READER.reads(Drawn.input(" {\\rtf1}"))).isTrue();
        assertThat(READER.reads(Drawn.input("<rtf>"))).isFalse();
    }

    @Test
    @Timeout(20)
    void refusesGroupsNestedWithoutEnd() {
        assertThatThrownBy(() -> read("{".repeat(1_000_000)))
                .isInstanceOfSatisfying(
                        UnreadableException.class, e -> assertThat(e.reason()).isEqualTo(Reason.LIMIT_DEPTH));
    }

    @Test
    @Timeout(20)
    void refusesCellsWithoutEnd() {
        assertThatThrownBy(() -> read((ROW + "\\intbl A\\cell B\\cell\\row").repeat(100_000)))
                .isInstanceOfSatisfying(
                        UnreadableException.class, e -> assertThat(e.reason()).isEqualTo(Reason.LIMIT_CELLS));
    }

    @Test
    @Timeout(20)
    void readsBinaryDataNumbersAndWordsOfAnyLength() throws UnreadableException {
        assertThat(read("\\bin3 }}}A\\itap999999999\\cellx-99999999999 \\bin999999999 x"))
                .containsExactly("A");
    }

    private static String hex(String text, String charset) {
        StringBuilder hex = new StringBuilder();
        for (byte b : text.getBytes(Charset.forName(charset))) {
            hex.append(String.format("\\'%02x", b & 0xFF));
        }
        return hex.toString();
    }

    private static List<String> read(String body) throws UnreadableException {
        return Drawn.draw(document(body));
    }

    private static Document document(String body) throws UnreadableException {
        return READER.read(Drawn.input(("{\\rtf1" + body + "}").getBytes(StandardCharsets.ISO_8859_1)));
    }
}
