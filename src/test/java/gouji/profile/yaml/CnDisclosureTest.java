package gouji.profile.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.profile.BlockTemplate;
import gouji.profile.FigurePattern;
import gouji.profile.Identity;
import gouji.profile.Label;
import gouji.profile.Node;
import gouji.profile.Profile;
import gouji.profile.TableTemplate;
import gouji.profile.Template;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CnDisclosureTest {
    private static final Profile PROFILE = ProfileLoader.builtIn("cn-disclosure");

    /** Built-in profiles are not held against the schema at every start: here they are. */
    @Test
    void keepsToThePublishedSchema() throws java.io.IOException {
        try (java.io.InputStream in =
                ProfileLoader.class.getResourceAsStream("/gouji/profiles/cn-disclosure/profile.yaml")) {
            assertThat(ProfileLoader.load(in, "cn-disclosure").id()).isEqualTo(PROFILE.id());
        }
    }

    @Test
    void hasTheNumberOfCellsEachFormPrints() {
        assertThat(PROFILE.template("format-2021").cells()).isEqualTo(10 + 175 + 15);
        assertThat(PROFILE.template("format-2019").cells()).isEqualTo(22 + 161 + 15);
        assertThat(PROFILE.template("stats-2014").cells()).isEqualTo(58);
    }

    @Test
    void resultsAreTheSumOfTheTwentyOneOrNineteenRowsOfTheForm() {
        assertThat(identity("format-2021", "T3-RESULT").right()).hasSize(21);
        assertThat(identity("format-2019", "T3-RESULT").right()).hasSize(19);
    }

    @Test
    void sumsOfTheAnnexStopAtTheNextValue() {
        Identity answered = PROFILE.template("stats-2014").identities().stream()
                .filter(i -> i.at().equals("requests.answered"))
                .findFirst()
                .orElseThrow();
        assertThat(answered.right()).hasSize(8).contains(new Identity.Term(1, "requests.answered.denied"));
    }

    @Test
    void casesAreAddedUpInEachOfThreeBlocks() {
        Identity cases = identity("format-2021", "T4-SUM");
        assertThat(cases.within()).isTrue();
        assertThat(cases.over()).containsExactly("review", "litigation.direct", "litigation.after_review");
        assertThat(cases.at()).isEqualTo("total");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            一、本年新收政府信息公开申请数量 | 本年新收政府信息公开申请数量
            (五)不 予处理 | 不予处理
            （二）部分公开（区分处理的，只计这一情形，不计其他情形） | 部分公开
            本年增/减(指2020年增加或减少的事项数,减用负值表示,如-8) | 本年增/减
            本年增\\减 | 本年增/减
            —、总体情况 | 总体情况
            l六、存在的主要问题及改进情况 | 存在的主要问题及改进情况
            3.危及"三安全一稳定" | 危及三安全一稳定
            國(guó)務(wù)院 | 國務院
            第二十条第（一）项 | 第二十条第(一)项
            3.其它 | 其他
            1.申请人无正当理由逾期不补正，行政机关不再处理其政府信息公开申请 | 申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请
            """)
    void labelsAreComparedByTheirWordsAlone(String printed, String key) {
        assertThat(PROFILE.normalization().key(printed)).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({
        "阜新市清河门区2022年政府信息公开工作年度报告, 阜新市清河门区, 2022",
        "沧州市卫生健康委员会关于2015年政府信息公开工作的年度报告, 沧州市卫生健康委员会, 2015",
        "2024年临沧市云县人民政府政府信息公开工作年度报告, 临沧市云县人民政府, 2024",
        "盐城市生态环境局2024年度政府信息公开工作年度报告, 盐城市生态环境局, 2024",
        "某区2022年政府信息公开工作年度报告(图片版), 某区, 2022",
        "永安市卫健局2024年信息公开年度报告, 永安市卫健局, 2024",
        "2025年政府信息公开工作年度报告, '', 2025"
    })
    void titlesNameTheBodyAndTheYear(String title, String issuer, String year) {
        Matcher m = PROFILE.metadata().title().stream()
                .map(p -> p.matcher(title))
                .filter(Matcher::find)
                .findFirst()
                .orElseThrow();
        assertThat(m.group("year")).isEqualTo(year);
        assertThat(group(m, "issuer")).isEqualTo(issuer);
    }

    @ParameterizedTest
    @CsvSource({
        "关于做好2023年政府信息公开工作年度报告编制发布工作的通知, true",
        "某市政府网站工作年度报表(2023年度), true",
        "某县2023年法治政府建设年度报告, true",
        "某县人民政府关于2023年政府信息公开工作的年度报告, false",
        "某县2021年度政府信息公开情况的报告, false"
    })
    void noticesAboutReportsAndNeighboursAreKeptOut(String title, boolean rejected) {
        assertThat(PROFILE.recognition().rejectTitle().stream()
                        .anyMatch(p -> p.matcher(title).find()))
                .isEqualTo(rejected);
    }

    /** The normaliser's rule: patterns in order, a number once taken is not taken again, a denial once a code. */
    @ParameterizedTest
    @MethodSource("sentences")
    void readsTheFiguresASentenceStates(String line) {
        String[] part = line.split("\t");
        List<String> expected = part[2].equals("-") ? List.of() : List.of(part[2].split(" "));
        assertThat(figures(PROFILE.template(part[0]), part[1])).containsExactlyInAnyOrderElementsOf(expected);
    }

    /** No punctuation, words that could be split in many ways: seconds at most, never exponential. */
    @Test
    @Timeout(30)
    void hostileSentencesEnd() {
        for (String piece : List.of("共计", "公开发布更新信息、", "收到政府信息公开申请", "未收到政府信息公开", "规范性文件废止")) {
            for (Template template : PROFILE.templates()) {
                assertThat(figures(template, "行政复议" + piece.repeat(8000 / piece.length())))
                        .hasSizeLessThan(3);
            }
        }
    }

    private static List<String> figures(Template template, String sentence) {
        List<String> found = new ArrayList<>();
        List<Integer> taken = new ArrayList<>();
        for (FigurePattern figure : PROFILE.figuresFor(template)) {
            Matcher m = figure.pattern().matcher(sentence);
            while (m.find()) {
                String value = figure.value().orElseGet(() -> m.group("v").replace(",", ""));
                String said = (figure.check() ? "!" : "") + figure.code() + "=" + value;
                if (figure.value().isPresent() ? !found.contains(said) : !taken.contains(m.start("v"))) {
                    found.add(said);
                    figure.value().ifPresentOrElse(v -> {}, () -> taken.add(m.start("v")));
                }
            }
        }
        return found;
    }

    static Stream<String> sentences() throws IOException {
        try (InputStream in = CnDisclosureTest.class.getResourceAsStream("/gouji/profile/sentences.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(l -> !l.isBlank() && !l.startsWith("#"));
        }
    }

    /** Later templates may share trees; what they share is the same data. */
    @Test
    void bothFormatsShareTheColumnsOfRequests() {
        assertThat(block("format-2021", "requests").columns())
                .isEqualTo(block("format-2019", "requests").columns());
    }

    @Test
    void noWordingIsBothAVariantAndDamage() {
        PROFILE.templates().stream()
                .flatMap(t -> t.tables().stream())
                .flatMap(t -> t.blocks().stream())
                .flatMap(b -> Stream.concat(b.columns().stream(), b.rows().stream()))
                .flatMap(Node::all)
                .flatMap(n -> n.label().stream())
                .forEach(l -> assertThat(l.hidden()).doesNotContainAnyElementsOf(wordings(l)));
    }

    private static List<String> wordings(Label label) {
        return Stream.concat(Stream.of(label.preferred()), label.also().stream())
                .toList();
    }

    private static BlockTemplate block(String template, String table) {
        TableTemplate found = PROFILE.template(template).findTable(table).orElseThrow();
        return found.blocks().get(0);
    }

    private static Identity identity(String template, String id) {
        return PROFILE.template(template).identities().stream()
                .filter(i -> i.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static String group(Matcher m, String name) {
        return Pattern.compile("\\(\\?<" + name + ">")
                        .matcher(m.pattern().pattern())
                        .find()
                ? m.group(name)
                : "";
    }
}
