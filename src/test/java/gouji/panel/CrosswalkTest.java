package gouji.panel;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.profile.Comparison.Kind;
import gouji.profile.Template;
import gouji.report.State;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrosswalkTest {
    private static final String GRANTED = "requests.result.granted.total";
    private final Crosswalk crosswalk = new Crosswalk(Drafts.PROFILE);

    @Test
    void equalTakesTheValueOver() {
        Point p = only(
                Drafts.of("stats-2014", "丹东市", 2016).with("stats.requests.received.value", "65"),
                "requests.received_new.total");

        assertThat(p.value().orElseThrow()).isEqualByComparingTo("65");
        assertThat(p.derived()).containsExactly("stats.requests.received.value");
        assertThat(p.mapping()).isEqualTo(Kind.EQUAL);
        assertThat(p.comparability()).isEqualTo(Point.Comparability.COMPARABLE);
        Point made = only(
                Drafts.of("format-2019", "丹东市", 2019).with("disclosure.regulations.newly_made", "3"),
                "disclosure.regulations.issued_this_year");
        assertThat(made.value().orElseThrow()).isEqualByComparingTo("3");
    }

    @Test
    void mergesAddsTheCodes() {
        Point p = only(
                Drafts.of("stats-2014", "丹东市", 2016)
                        .with("stats.requests.answered.already_public.value", "4")
                        .with("stats.requests.answered.granted.value", "5"),
                GRANTED);

        assertThat(p.value().orElseThrow()).isEqualByComparingTo("9");
        assertThat(p.mapping()).isEqualTo(Kind.MERGES);
        Point other = only(
                Drafts.of("format-2021", "丹东市", 2022)
                        .with("requests.result.other.fee_overdue.total", "1")
                        .with("requests.result.other.other.total", "6"),
                "requests.result.other.total");
        assertThat(other.value().orElseThrow()).isEqualByComparingTo("7");
        assertThat(only(
                                Drafts.of("format-2019", "丹东市", 2019).with("requests.result.other.total", "7"),
                                "requests.result.other.total")
                        .mapping())
                .isEqualTo(Kind.EQUAL);
    }

    @Test
    void mergesNoBlankAsZero() {
        Point p = only(
                Drafts.of("stats-2014", "丹东市", 2016)
                        .with("stats.requests.answered.already_public.value", "4")
                        .blank("stats.requests.answered.granted.value"),
                GRANTED);

        assertThat(p.value()).isEmpty();
        assertThat(p.state()).isEqualTo(State.BLANK);
    }

    @Test
    void nearIsTakenOverAndMarked() {
        Point p = only(
                Drafts.of("stats-2014", "丹东市", 2016).with("stats.requests.closed.value", "60"),
                "requests.result.total.total");

        assertThat(p.value().orElseThrow()).isEqualByComparingTo("60");
        assertThat(p.comparability()).isEqualTo(Point.Comparability.NEAR);
        assertThat(only(
                                Drafts.of("format-2021", "丹东市", 2022)
                                        .with("remedies.values.litigation.direct.total", "2"),
                                "stats.litigation.value")
                        .comparability())
                .isEqualTo(Point.Comparability.NEAR);
    }

    @Test
    void splitsStayUnderTheirOwnCode() {
        String reason = "stats.requests.answered.denied.not_government_information.value";
        List<Point> points = points(Drafts.of("stats-2014", "丹东市", 2016).with(reason, "8"));

        Point p = find(points, reason);
        assertThat(p.mapping()).isEqualTo(Kind.SPLITS);
        assertThat(p.comparability()).isEqualTo(Point.Comparability.NOT_COMPARABLE);
        assertThat(points).noneMatch(q -> q.concept().equals("requests.result.denied.internal_affairs.total"));
    }

    @Test
    void whatIsCountedOtherwiseIsNeverBridged() {
        List<Point> points =
                points(Drafts.of("format-2019", "丹东市", 2019).with("disclosure.regulations.total_disclosed", "40"));

        assertThat(find(points, "disclosure.regulations.total_disclosed").comparability())
                .isEqualTo(Point.Comparability.NOT_COMPARABLE);
        assertThat(points).noneMatch(p -> p.concept().endsWith(".in_force"));
        assertThat(points).noneMatch(p -> p.concept().endsWith(".fee_amount"));
    }

    @Test
    void droppedAndNewCodesSaySo() {
        assertThat(only(Drafts.of("stats-2014", "丹东市", 2016), "stats.complaints.value")
                        .comparability())
                .isEqualTo(Point.Comparability.DROPPED);
        Point fresh = only(Drafts.of("format-2021", "丹东市", 2022), "disclosure.regulations.repealed_this_year");
        assertThat(fresh.mapping()).isEqualTo(Kind.NEW);
        assertThat(fresh.comparability()).isEqualTo(Point.Comparability.COMPARABLE);
    }

    @Test
    void neverTakesOverTheCumulativeColumnOf2008() {
        List<Point> points = points(Drafts.of("stats-local-2008", "丹东市", 2009)
                .with("stats.received.value.period", "20")
                .with("stats.received.value.cumulative", "45"));

        assertThat(find(points, "requests.received_new.total").value().orElseThrow())
                .isEqualByComparingTo("20");
        assertThat(find(points, "stats.received.value.cumulative").comparability())
                .isEqualTo(Point.Comparability.DROPPED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"format-2021", "format-2019", "stats-2014", "stats-local-2008"})
    void losesNoCellAndNamesNoConceptTwice(String template) {
        List<Point> points = points(Drafts.of(template, "丹东市", 2015));

        Set<String> cells = points.stream().flatMap(p -> p.derived().stream()).collect(Collectors.toSet());
        Template t = Drafts.PROFILE.template(template);
        assertThat(cells).hasSize(t.cells());
        assertThat(points.stream().map(Point::concept)).doesNotHaveDuplicates();
    }

    @Test
    void theProfileUsesEveryKindOfRelation() {
        Set<Kind> used = Drafts.PROFILE.comparison().crosswalk().stream()
                .map(m -> m.kind())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Kind.class)));

        assertThat(used).containsExactlyInAnyOrder(Kind.values());
    }

    /** Every relation of the profile, one by one: its codes hold 1, 2, 3 … and nothing else does. */
    @Test
    void everyRelationDoesWhatItSays() {
        Drafts.PROFILE.comparison().crosswalk().forEach(m -> {
            Drafts draft = Drafts.of(m.from(), "丹东市", 2015);
            int sum = 0;
            for (String code : m.codes()) {
                int value = 1 + m.codes().indexOf(code);
                draft.with(code, Integer.toString(value));
                sum += value;
            }
            List<Point> points = points(draft);
            if (m.kind().carries()) {
                assertThat(find(points, m.concepts().get(0)).value().orElseThrow())
                        .as(m.toString())
                        .isEqualByComparingTo(Integer.toString(sum));
            } else {
                m.codes()
                        .forEach(c -> assertThat(find(points, c).mapping())
                                .as(m.toString())
                                .isEqualTo(m.kind()));
            }
        });
    }

    private Point only(Drafts draft, String concept) {
        return find(points(draft), concept);
    }

    private static Point find(List<Point> points, String concept) {
        return points.stream()
                .filter(p -> p.concept().equals(concept))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no point of " + concept));
    }

    private List<Point> points(Drafts draft) {
        return crosswalk.points(draft.report().observations());
    }
}
