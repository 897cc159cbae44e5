package gouji.body;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.body.csv.RegistryFiles;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BodyResolverTest {
    private final BodyResolver resolver = new BodyResolver(RegistryFiles.builtIn("cn-divisions"));

    @Test
    void leavesASharedNameOpenAndListsTheDivisions() {
        Resolution r = resolve("鼓楼区人民政府", 2021, Witnesses.NONE);

        assertThat(r.body()).isEmpty();
        assertThat(r.candidates())
                .containsExactly("320106 江苏省南京市鼓楼区", "320302 江苏省徐州市鼓楼区", "350102 福建省福州市鼓楼区", "410204 河南省开封市鼓楼区");
    }

    @Test
    void takesAPersonsWordForTheDivisionAndReadsTheRestOfTheName() {
        assertThat(key("鼓楼区人民政府", "320302")).isEqualTo("320302");
        assertThat(key("鼓楼区人民政府办公室", "320302")).isEqualTo("320302-office");
        assertThat(key("鼓搂区统计局", "320302")).as("one character off").isEqualTo("320302-统计局");
        assertThat(key("徐州市鼓搂区统计局", "320302")).isEqualTo("320302-统计局");
        assertThat(key("教育局", "320302")).as("no division in the name").isEqualTo("320302-教育局");
        assertThat(key("城关镇人民政府", "320302")).isEqualTo("320302-城关镇");
        assertThat(key("", "320302")).as("nothing printed").isEqualTo("320302");
        assertThat(key("某某之家", "320302")).as("no known kind of name").isEqualTo("320302-某某之家");
        assertThat(key("民政部", "民政部")).isEqualTo("民政部");
        assertThat(resolver.within("鼓楼区人民政府", "999999")).isEmpty();
        assertThat(resolver.within("鼓楼区人民政府", "鼓楼区")).isEmpty();
    }

    private String key(String printed, String where) {
        return resolver.within(printed, where).orElseThrow().key();
    }

    @Test
    void settlesASharedNameByTheDivisionAboveInTheText() {
        Resolution r = resolve("鼓楼区人民政府", 2021, text("一、总体情况", "2021年，徐州市鼓楼区认真贯彻。"));

        assertThat(r.body().orElseThrow().code()).isEqualTo("320302");
        assertThat(r.evidence()).contains(Resolution.Evidence.TEXT);
    }

    @Test
    void settlesItByTheSiteIdentifierAndTheLicenceNumber() {
        assertThat(resolve("鼓楼区统计局", 2021, text("网站标识码：3501020001"))
                        .body()
                        .orElseThrow()
                        .code())
                .isEqualTo("350102");
        assertThat(resolve("鼓楼区统计局", 2021, text("豫ICP备05009999号"))
                        .body()
                        .orElseThrow()
                        .code())
                .isEqualTo("410204");
        assertThat(resolve("鼓楼区统计局", 2021, text("苏ICP备05009999号")).body())
                .as("two of them lie in that province")
                .isEmpty();
    }

    @Test
    void leavesItOpenWhereWitnessesDisagree() {
        assertThat(resolve("鼓楼区人民政府", 2021, text("徐州市鼓楼区", "网站标识码：3501020001")).body())
                .isEmpty();
        assertThat(resolve("鼓楼区人民政府", 2021, text("徐州市鼓楼区与南京市鼓楼区")).body()).isEmpty();
    }

    @Test
    void hearsTheNameOfTheFileOnlyWhereTheTextSaysNothing() {
        Resolution r = resolve("鼓楼区人民政府", 2021, new Witnesses(List.of(), "福州市/2021.pdf"));
        assertThat(r.body().orElseThrow().code()).isEqualTo("350102");
        assertThat(r.evidence()).contains(Resolution.Evidence.INPUT);

        Resolution text = resolve("鼓楼区人民政府", 2021, new Witnesses(List.of("徐州市鼓楼区"), "福州市/2021.pdf"));
        assertThat(text.body().orElseThrow().code()).isEqualTo("320302");
    }

    @Test
    void keepsAGovernmentAndItsOfficeApart() {
        Body government = resolve("沅陵县人民政府", 2021, Witnesses.NONE).body().orElseThrow();
        Body office = resolve("沅陵县人民政府办公室", 2021, Witnesses.NONE).body().orElseThrow();

        assertThat(government.key()).isEqualTo("431222");
        assertThat(office.key()).isEqualTo("431222-office");
        assertThat(government.parent()).isEqualTo("431200");
    }

    @Test
    void knowsTheCodeOfTheTime() {
        assertThat(resolve("北京市宣武区", 2008, Witnesses.NONE).body().orElseThrow().code())
                .isEqualTo("110104");
        assertThat(resolve("北京市宣武区", 2021, Witnesses.NONE).body())
                .as("no such district any more")
                .isEmpty();
    }

    @Test
    void proposesWhatIsOneCharacterOff() {
        Resolution r = resolve("淮北市潍溪县", 2021, Witnesses.NONE);

        assertThat(r.body()).isEmpty();
        assertThat(r.candidates()).contains("340621 濉溪县");
    }

    @Test
    void givesAZoneNoCode() {
        Body zone = resolve("武汉市东湖高新技术产业开发区管理委员会", 2021, Witnesses.NONE).body().orElseThrow();

        assertThat(zone.code()).isEmpty();
        assertThat(zone.level()).isEqualTo(Level.ZONE);
        assertThat(zone.parent()).isEqualTo("420100");
    }

    @Test
    void leavesATownsNameAloneOpen() {
        for (String name : List.of("城关镇人民政府", "城关镇", "城关镇人民政府办公室", "解放街道办事处", "教育局", "经济开发区管委会", "人民政府")) {
            Resolution r = resolve(name, 2021, Witnesses.NONE);
            assertThat(r.body()).as(name).isEmpty();
            assertThat(r.evidence()).as(name).contains(Resolution.Evidence.OPEN);
        }
        assertThat(resolve("长江航道局", 2021, Witnesses.NONE).evidence())
                .as("a name of its own")
                .isEmpty();
    }

    @Test
    void settlesATownsNameByTheCountyInTitleSignatureAndSite() {
        List<Witnesses> all = List.of(
                text("丹凤县城关镇人民政府2021年政府信息公开工作年度报告"),
                text("2021年年报", "一、总体情况", "商洛市丹凤县城关镇人民政府 2022年1月9日"),
                text("来源：丹凤县人民政府", "城关镇人民政府2021年政府信息公开工作年度报告"),
                text("网站标识码：6110220001"));
        for (Witnesses w : all) {
            Resolution r = resolve("城关镇人民政府", 2021, w);
            assertThat(r.body().orElseThrow().key()).as(w.toString()).isEqualTo("611022-城关镇");
            assertThat(r.evidence()).contains(Resolution.Evidence.TEXT);
        }
    }

    @Test
    void leavesATownsNameOpenWhereTwoCountiesOrOnlyTheFolderSpeak() {
        List<Witnesses> none = List.of(
                new Witnesses(List.of(), "丹凤县/城关镇2021.pdf"),
                text("丹凤县城关镇人民政府", "沅陵县城关镇人民政府"),
                text("来源：丹凤县人民政府", "网站标识码：4312220001"),
                text("商洛市人民政府"),
                text("鼓楼区城关镇人民政府"),
                text("西城区城关镇的做法，我镇参照学习，" + "并结合实际认真抓好落实。".repeat(6)));
        for (Witnesses w : none) {
            Resolution r = resolve("城关镇人民政府", 2021, w);
            assertThat(r.body()).as(w.toString()).isEmpty();
            assertThat(r.evidence()).as(w.toString()).contains(Resolution.Evidence.OPEN);
        }
    }

    private Resolution resolve(String name, int year, Witnesses witnesses) {
        return resolver.resolve(name, Optional.of(year), witnesses);
    }

    private static Witnesses text(String... paragraphs) {
        return new Witnesses(List.of(paragraphs), "");
    }
}
