package gouji.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimplifiedTest {
    private static final Transliterator ICU = Transliterator.getInstance("Traditional-Simplified");

    @Test
    void passesOnlyCharactersThatNoRuleOfOneCharacterChanges() {
        List<String> changed = new ArrayList<>();
        int passed = 0;
        for (char c = 0x2E80; c < 0xD800; c++) {
            String s = Character.toString(c);
            passed += Simplified.isUnchanged(c) ? 1 : 0;
            if (Simplified.isUnchanged(c) && !ICU.transliterate(s).equals(s)) {
                changed.add(s);
            }
        }
        assertThat(changed).isEmpty();
        assertThat(passed).isGreaterThan(6_700);
    }

    @Test
    void passesNoWordThatARuleChanges() {
        List<String> passed = new ArrayList<>();
        int rules = 0;
        for (String rule : ICU.toRules(false).split("\n")) {
            String[] sides = rule.split(">");
            if (rule.startsWith(":") || sides.length != 2) {
                continue;
            }
            String from = sides[0].replaceAll("[\\s'{}]", "");
            String to = sides[1].replaceAll("[\\s';]", "");
            rules++;
            boolean all = from.chars().allMatch(c -> Simplified.isUnchanged((char) c));
            if (all && !from.equals(to)) {
                passed.add(rule);
            }
        }
        assertThat(ICU.toRules(false)).doesNotContain("$");
        assertThat(rules).isGreaterThan(3_000);
        assertThat(passed).isEmpty();
    }

    @Test
    void simplifiesWhatIsTraditional() {
        assertThat(Simplified.of("政府信息公開工作年度報告")).isEqualTo("政府信息公开工作年度报告");
        assertThat(Simplified.of("乾淨")).isEqualTo("干净");
        assertThat(Simplified.of("份子")).isEqualTo("分子");
        assertThat(Simplified.of("（一）予以公开")).isEqualTo("（一）予以公开");
    }
}
