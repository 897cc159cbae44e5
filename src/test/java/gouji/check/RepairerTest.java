package gouji.check;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.report.Observation;
import gouji.report.State;
import java.math.BigDecimal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Misreadings planted in recognised tables that add up, and tables that do not add up as printed. */
class RepairerTest {

    @Test
    void findsTheFigureThatAMisreadCellMustHold() {
        WornTable table = new WornTable(1);
        String cell = "result.granted.natural_person";
        table.misread(cell);
        CheckedReport checked = table.check();
        Observation mended = find(checked, cell);
        assertThat(mended.state()).isEqualTo(State.REPAIRED);
        assertThat(mended.value()).contains(BigDecimal.valueOf(table.printed(cell)));
        assertThat(mended.raw()).isNotEqualTo(mended.value().get().toPlainString());
        assertThat(checked.repairs()).hasSize(1);
        assertThat(checked.repairs().get(0).identities()).hasSize(2);
        assertThat(checked.contradictsItself()).isFalse();
    }

    @Test
    void leavesATableAloneThatAddsUp() {
        CheckedReport checked = new WornTable(2).check();
        assertThat(checked.repairs()).isEmpty();
        assertThat(checked.report().observations()).noneMatch(o -> o.state() == State.REPAIRED);
    }

    @Test
    void keepsSureReadingsOfAPageThatDoesNotAddUp() {
        WornTable table = new WornTable(3);
        table.misprint("result.granted.natural_person");
        CheckedReport checked = table.check();
        assertThat(checked.repairs()).isEmpty();
        assertThat(find(checked, "result.granted.natural_person").value())
                .contains(BigDecimal.valueOf(table.printed("result.granted.natural_person")));
        assertThat(checked.contradictsItself()).isTrue();
    }

    @Test
    void acceptsNoWrongRepairAmongPlantedMisreadings() {
        assertThat(planted(100)).isEqualTo(new Count(0, 0));
    }

    @Test
    void changesNoFigureOfPagesThatDoNotAddUp() {
        assertThat(misprinted(100)).isEqualTo(new Count(0, 0));
    }

    @Test
    @Tag("long")
    void acceptsNoWrongRepairAmongTenThousand() {
        assertThat(planted(10_000)).isEqualTo(new Count(0, 0));
    }

    @Test
    @Tag("long")
    void changesNoFigureOfTenThousandPagesThatDoNotAddUp() {
        assertThat(misprinted(10_000)).isEqualTo(new Count(0, 0));
    }

    /** Wrong repairs, and wrong figures that nothing marks as doubtful. */
    private record Count(int wrongRepairs, int silent) {}

    private static Count planted(int tables) {
        int repairs = 0;
        int wrong = 0;
        int silent = 0;
        for (int seed = 0; seed < tables; seed++) {
            WornTable table = new WornTable(1_000 + seed);
            for (int n = 0; n <= seed % 2; n++) {
                table.misread(table.anyCell());
            }
            Count count = count(table);
            wrong += count.wrongRepairs();
            silent += count.silent();
            repairs += table.check().repairs().size();
        }
        System.out.println(
                "planted in " + tables + " tables: " + repairs + " repaired, wrong " + wrong + ", silent " + silent);
        return new Count(wrong, silent);
    }

    private static Count misprinted(int tables) {
        int wrong = 0;
        int silent = 0;
        for (int seed = 0; seed < tables; seed++) {
            WornTable table = new WornTable(500_000 + seed);
            for (int n = 0; n <= seed % 3; n++) {
                table.misprint(table.anyCell());
            }
            Count count = count(table);
            wrong += count.wrongRepairs();
            silent += count.silent();
        }
        System.out.println("misprinted " + tables + " tables: changed " + wrong + ", silent " + silent);
        return new Count(wrong, silent);
    }

    private static Count count(WornTable table) {
        int wrong = 0;
        int silent = 0;
        CheckedReport checked = table.check();
        for (String cell : table.cells()) {
            Observation o = find(checked, cell);
            boolean right = o.value().get().compareTo(BigDecimal.valueOf(table.printed(cell))) == 0;
            wrong += !right && o.state() == State.REPAIRED ? 1 : 0;
            silent += !right && o.state() != State.SUSPECT ? 1 : 0;
        }
        return new Count(wrong, silent);
    }

    private static Observation find(CheckedReport checked, String cell) {
        return checked.report().observations().stream()
                .filter(o -> o.code().equals("requests." + cell))
                .findFirst()
                .orElseThrow();
    }
}
