package gouji.document.csv;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.document.Drawn;
import gouji.source.UnreadableException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvReaderTest {
    private static final CsvReader READER = new CsvReader();
    private static final String CSV = "某区年报,,,\n,,,\n\"甲,“乙”\n丙\",1,\"1,234\",\n丁,2,,\n戊,3,4,\n己,6,7,\n";

    @Test
    void readsQuotedFieldsAndParagraphs() throws UnreadableException {
        assertThat(READER.reads(Drawn.input(CSV))).isTrue();
        assertThat(Drawn.read(READER, CSV.getBytes(Charset.forName("GB18030"))))
                .containsExactly("某区年报", "|甲,“乙”丙|1|1,234|", "|丁|2||", "|戊|3|4|", "|己|6|7|");
    }

    @Test
    void readsSemicolonsAndTabsAndMarks() throws UnreadableException {
        Charset gbk = Charset.forName("GBK");
        List<String> rows = List.of("某区年报", "|甲,“乙”丙|1|1,234|", "|丁|2||", "|戊|3|4|", "|己|6|7|");
        String semicolons = "某区年报;;;\n;;;\n\"甲,“乙”\n丙\";1;1,234;\n丁;2;;\n戊;3;4;\n己;6;7;\n";
        for (byte[] bytes : List.of(
                semicolons.getBytes(gbk),
                ("\uFEFF" + semicolons.replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_8),
                ("\uFEFF" + semicolons).getBytes(StandardCharsets.UTF_16LE),
                semicolons.replace(';', '\t').getBytes(gbk),
                ("sep=;\r\n" + semicolons).getBytes(StandardCharsets.UTF_8))) {
            assertThat(READER.reads(Drawn.input(bytes))).isTrue();
            assertThat(Drawn.read(READER, bytes)).isEqualTo(rows);
        }
    }

    @Test
    void believesOnlyTheOrderOfFieldsWhereRowsHaveUnequalNumbersOfThem() throws UnreadableException {
        assertThat(Drawn.read(READER, "甲,1,2\n乙,3\n丙,4,5\n".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .containsExactly("~|甲|1|2|", "~|乙|3|", "~|丙|4|5|");
    }

    @Test
    void leavesProseAndTabbedDumpsAlone() {
        assertThat(READER.reads(Drawn.input("一、总体情况\n全年1,234件,其中2件。\n二、\n三、\n")))
                .isFalse();
        assertThat(READER.reads(Drawn.input("甲\t1,234\t2\n乙\t1,235\t2\n丙\t1,235\t2\n丁\t1,235\t2\n")))
                .isFalse();
        assertThat(READER.reads(Drawn.input("甲  1,234  2,345  3\n".repeat(9)))).isFalse();
        assertThat(READER.reads(Drawn.input("<a,b,c\n".repeat(9)))).isFalse();
        assertThat(READER.reads(Drawn.input("\"a,b,c\n".repeat(3)))).isFalse();
    }
}
