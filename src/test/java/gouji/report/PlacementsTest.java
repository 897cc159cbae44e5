package gouji.report;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.profile.Node;
import gouji.profile.TableTemplate;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A row of results of which a text dump leaves open whether its figures begin in the first or the second column. */
class PlacementsTest {
    private static final String TEMPLATE = "format-2021";
    private static final TableTemplate TABLE =
            DrawnReport.PROFILE.template(TEMPLATE).findTable("requests").orElseThrow();
    private static final List<String> COLUMNS =
            TABLE.blocks().get(0).leafColumns().stream().map(Node::code).toList();

    private final Map<String, Optional<BigDecimal>> table = new HashMap<>();

    PlacementsTest() {
        TABLE.blocks().get(0).leafRows().forEach(r -> table.putAll(row(r.code(), "", "", "", "", "", "", "")));
    }

    @Test
    void takesTheOnlyPlacementThatAddsUp() {
        table.putAll(row("result.total", "258", "12", "", "", "1", "", ""));
        assertThat(only("258", "12", "", "", "1", "", "")).contains(List.of(0));
        table.putAll(row("result.total", "", "258", "12", "", "", "1", ""));
        assertThat(only("258", "12", "", "", "1", "", "")).contains(List.of(1));
    }

    @Test
    void leavesOpenWhatAddsUpNowhere() {
        table.putAll(row("result.total", "259", "12", "", "", "1", "", ""));
        assertThat(only("258", "12", "", "", "1", "", "")).isEmpty();
    }

    @Test
    void leavesOpenWhatNoSumTests() {
        assertThat(only("258", "12", "", "", "1", "", "")).isEmpty();
    }

    @Test
    void leavesOpenWhereOneFigureIsNotTested() {
        table.putAll(row("result.total", "258", "12", "", "", "", "", ""));
        assertThat(only("258", "12", "", "", "1", "", "")).isEmpty();
    }

    private Optional<List<Integer>> only(String... values) {
        String[] later = new String[values.length];
        later[0] = "";
        System.arraycopy(values, 0, later, 1, values.length - 1);
        Map<String, Optional<BigDecimal>> fixed = new HashMap<>(table);
        row("result.granted", values).keySet().forEach(fixed::remove);
        return new Placements(DrawnReport.PROFILE.template(TEMPLATE).identities(), TABLE)
                .only(fixed, List.of(List.of(row("result.granted", values), row("result.granted", later))));
    }

    private static Map<String, Optional<BigDecimal>> row(String row, String... values) {
        Map<String, Optional<BigDecimal>> cells = new HashMap<>();
        for (int i = 0; i < values.length; i++) {
            Optional<BigDecimal> value =
                    values[i].isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(values[i]));
            cells.put(row + "." + COLUMNS.get(i), value);
        }
        return cells;
    }
}
