package gouji.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LikenessTest {
    private final Random random = new Random(20210929);
    private final Likeness likeness = new Likeness();

    @Test
    void findsLastYearsTextUnderNewFigures() {
        String text = prose(600);
        add("a", "1", 2022, text.replace("第", "12"));
        List<Similarity> found = add("b", "1", 2023, text.replace("第", "345"));

        assertThat(found).hasSize(1);
        assertThat(found.get(0).relation()).isEqualTo(Similarity.Relation.LAST_YEAR);
        assertThat(found.get(0).share()).isEqualTo(1);
    }

    @Test
    void saysWhatShareIsShared() {
        String shared = prose(300);
        add("a", "1", 2022, shared + prose(300));
        double share = add("b", "1", 2023, shared + prose(300)).get(0).share();

        assertThat(share).isCloseTo(0.5, within(0.03));
    }

    @Test
    void findsAnotherBodysTextAmongManyAndEstimatesItsShare() {
        String copied = prose(800);
        for (int i = 0; i < 300; i++) {
            add("x" + i, "x" + i, 2023, prose(800));
        }
        add("source", "s", 2023, copied);
        List<Similarity> found = add("copy", "c", 2023, copied.substring(0, 600) + prose(200));

        assertThat(found).hasSize(1);
        assertThat(found.get(0).otherReport()).isEqualTo("source");
        assertThat(found.get(0).relation()).isEqualTo(Similarity.Relation.OTHER_BODY);
        assertThat(found.get(0).share()).isCloseTo(0.75, within(0.15));
    }

    @Test
    void saysNothingOfWhatIsShortOrDifferent() {
        add("a", "1", 2022, "无。");
        assertThat(add("b", "2", 2022, "无。")).isEmpty();
        add("c", "3", 2022, prose(600));
        assertThat(add("d", "4", 2022, prose(600))).isEmpty();
    }

    @Test
    void holdsAYearAgainstTheYearBeforeOnly() {
        String text = prose(600);
        add("a", "1", 2020, text);
        assertThat(add("b", "1", 2023, text)).isEmpty();
    }

    private List<Similarity> add(String report, String body, int year, String text) {
        return likeness.add(report, body, year, Map.of("section.overview", text));
    }

    /** Letters drawn one by one from a thousand. */
    private String prose(int letters) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < letters; i++) {
            text.append((char) (0x4e00 + 100 + random.nextInt(1000)));
        }
        return text.toString();
    }
}
