package gouji.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import bench.RepairHonesty;
import gouji.report.Observation;
import gouji.report.State;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Misreadings planted in recognised reports that add up, and reports that do not add up as printed. The same at length:
 * {@link RepairHonesty}.
 */
class RepairerTest {
    private static final String GRANTED = "requests.result.granted.natural_person";
    private static final int MANY = 9;
    private static final String FEE = "disclosure.admin_fees.fee_amount";

    /** A report that prints its zeros, and in a cell a figure that is not zero. */
    private static WornReport reportWith(String cell) {
        return reportWith(cell, 1);
    }

    private static WornReport reportWith(String cell, int least) {
        return Stream.iterate(1L, s -> s + 1)
                .map(WornReport::new)
                .filter(r -> r.cells().stream().noneMatch(c -> r.printed(c).isEmpty()))
                .filter(r -> Long.parseLong(r.printed(cell)) >= least)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void findsTheFigureOfACellThatCouldNotBeRead() {
        WornReport report = reportWith(GRANTED);
        report.reads(GRANTED, "", 0.05);
        CheckedReport checked = report.check();
        Observation mended = find(checked, GRANTED);
        assertThat(mended.state()).isEqualTo(State.REPAIRED);
        assertThat(mended.value()).contains(new BigDecimal(report.printed(GRANTED)));
        assertThat(mended.raw()).isEmpty();
        assertThat(checked.contradictsItself()).isFalse();
    }

    /** A dash of which the model saw nothing: that a nought would let the sums hold does not make it one. */
    @Test
    void doesNotTakeWhatWasHardlySeen() {
        String cell = "requests.result.denied.state_secret.natural_person";
        WornReport report = Stream.iterate(1L, s -> s + 1)
                .map(WornReport::new)
                .filter(r -> r.printed(cell).equals("0"))
                .findFirst()
                .orElseThrow();
        report.reads(cell, "1", 0.0001, "0", 0.00005);
        assertThat(find(report.check(), cell).state()).isEqualTo(State.SUSPECT);
    }

    /** A nought and a dash are the same to the sums. */
    @Test
    void makesNoNoughtWhereTheTablePrintsDashes() {
        String cell = "requests.result.denied.state_secret.natural_person";
        WornReport report = Stream.iterate(1L, s -> s + 1)
                .map(WornReport::new)
                .filter(r -> r.printed(cell).isEmpty()
                        && r.cells().stream()
                                        .filter(c -> r.printed(c).isEmpty())
                                        .count()
                                > MANY)
                .findFirst()
                .orElseThrow();
        report.reads(cell, "2", 0.24, "0", 0.06);
        assertThat(find(report.check(), cell).state()).isEqualTo(State.SUSPECT);
    }

    @Test
    void provesARepair() {
        WornReport report = reportWith(GRANTED);
        report.reads(GRANTED, report.printed(GRANTED) + "7", 0.4, report.printed(GRANTED), 0.2);
        Repair repair = report.check().repairs().get(0);
        assertThat(repair.identities())
                .containsExactlyInAnyOrder("T3-RESULT result.total natural_person", "T3-ROW result.granted total");
        assertThat(repair.changes()).singleElement().satisfies(c -> {
            assertThat(c.cell()).isEqualTo(GRANTED);
            assertThat(c.before()).contains(new BigDecimal(report.printed(GRANTED) + "7"));
            assertThat(c.after()).isEqualTo(new BigDecimal(report.printed(GRANTED)));
        });
        assertThat(repair.cost()).isCloseTo(Math.log(2), within(1e-9));
    }

    /** A fax whose fives lost their stems: every one is mended, for no other readings that were kept let the sums hold. */
    @Test
    void mendsManyMisreadingsOfATable() {
        WornReport report = Stream.iterate(1L, s -> s + 1)
                .map(WornReport::new)
                .filter(r -> fives(r).size() >= MANY)
                .findFirst()
                .orElseThrow();
        List<String> cells = fives(report).subList(0, MANY);
        for (String cell : cells) {
            String right = report.printed(cell);
            report.reads(cell, right.replace('5', '3'), 0.85, right, 0.21);
        }
        CheckedReport checked = report.check();
        for (String cell : cells) {
            assertThat(find(checked, cell).value()).contains(new BigDecimal(report.printed(cell)));
            assertThat(find(checked, cell).state()).isEqualTo(State.REPAIRED);
        }
    }

    private static List<String> fives(WornReport report) {
        return report.cells().stream()
                .filter(c -> c.startsWith("requests.result.") && !c.contains("total"))
                .filter(c -> report.printed(c).contains("5"))
                .toList();
    }

    /** The other reading fits the one sum, but so it would if the page itself did not add up in another cell. */
    @Test
    void doubtsTwoReadingsThatOneSumAloneTellsApart() {
        WornReport report = reportWith("remedies.values.review.total");
        String right = report.printed("remedies.values.review.total");
        report.reads("remedies.values.review.total", right + "1", 0.4, right, 0.35);
        CheckedReport checked = report.check();
        assertThat(find(checked, "remedies.values.review.total").state()).isEqualTo(State.SUSPECT);
        assertThat(find(checked, "remedies.values.review.total").value()).contains(new BigDecimal(right + "1"));
        assertThat(checked.repairs()).isEmpty();
    }

    /** A cell and its total that may both have lost the same stroke: that they agree says nothing. */
    @Test
    void doubtsFiguresThatMayBeMisreadAlike() {
        String pending = "remedies.values.review.pending";
        String total = "remedies.values.review.total";
        WornReport report = reportWith(pending);
        for (String cell : List.of(pending, total)) {
            String right = report.printed(cell);
            report.reads(cell, Integer.toString(Integer.parseInt(right) + 20), 0.84, right, 0.21);
        }
        CheckedReport checked = report.check();
        assertThat(find(checked, pending).state()).isEqualTo(State.SUSPECT);
        assertThat(find(checked, total).state()).isEqualTo(State.SUSPECT);
    }

    /** Where one of the two is sure, the other cannot be another figure. */
    @Test
    void believesAFigureThatASureTotalProves() {
        String pending = "remedies.values.review.pending";
        WornReport report = reportWith(pending);
        String right = report.printed(pending);
        report.reads(pending, right, 0.6, Integer.toString(Integer.parseInt(right) + 20), 0.3);
        assertThat(find(report.check(), pending).state()).isEqualTo(State.CONFIRMED);
    }

    /** Two misreadings in one row, neither of which alone mends all its sums: that the report contradicts itself is not known. */
    @Test
    void doubtsFiguresOfWhichEverySumFails() {
        String other = "requests.result.granted.legal_person.other";
        WornReport report = reportWith(GRANTED);
        report.reads(GRANTED, Integer.toString(Integer.parseInt(report.printed(GRANTED)) + 337), 0.985);
        report.reads(other, Integer.toString(Integer.parseInt(report.printed(other)) + 553), 0.985);
        CheckedReport checked = report.check();
        assertThat(find(checked, GRANTED).state()).isEqualTo(State.SUSPECT);
        assertThat(find(checked, other).state()).isEqualTo(State.SUSPECT);
    }

    @Test
    void doesNotGuessWhereOneIdentityAloneSpeaks() {
        WornReport report = reportWith("remedies.values.review.total");
        report.reads("remedies.values.review.total", "", 0.05);
        assertThat(find(report.check(), "remedies.values.review.total").state()).isEqualTo(State.SUSPECT);
    }

    @Test
    void neverTakesAFigureThatWasNotSeen() {
        WornReport report = reportWith(GRANTED);
        report.reads(GRANTED, report.printed(GRANTED) + "7", 0.4);
        assertThat(find(report.check(), GRANTED).state()).isEqualTo(State.SUSPECT);
        assertThat(find(report.check(), GRANTED).value()).contains(new BigDecimal(report.printed(GRANTED) + "7"));
    }

    @Test
    void leavesAReportAloneThatAddsUp() {
        CheckedReport checked = new WornReport(2).check();
        assertThat(checked.repairs()).isEmpty();
        assertThat(checked.report().observations()).noneMatch(o -> o.state() == State.REPAIRED);
    }

    @Test
    void keepsSureReadingsOfAPageThatDoesNotAddUp() {
        WornReport report = reportWith(GRANTED);
        report.misprint(GRANTED);
        report.reads(GRANTED, report.printed(GRANTED), 0.99);
        CheckedReport checked = report.check();
        assertThat(checked.repairs()).isEmpty();
        assertThat(find(checked, GRANTED).value()).contains(new BigDecimal(report.printed(GRANTED)));
        assertThat(checked.contradictsItself()).isTrue();
    }

    @Test
    void takesAPointBeforeThreeDigitsForAComma() {
        WornReport report = reportWith(GRANTED, 1000);
        String right = report.printed(GRANTED);
        String grouped = String.format(Locale.ROOT, "%,d", Long.parseLong(right));
        String misread = grouped.replaceFirst("[0-9]$", right.endsWith("1") ? "7" : "1");
        report.reads(GRANTED, misread, 0.5, grouped.replace(',', '.'), 0.45);
        Observation granted = find(report.check(), GRANTED);
        assertThat(granted.state()).isEqualTo(State.REPAIRED);
        assertThat(granted.value()).contains(new BigDecimal(right));
    }

    @Test
    void believesAWeakReadingThatTwoIdentitiesProve() {
        WornReport report = reportWith(GRANTED);
        report.reads(GRANTED, report.printed(GRANTED), 0.3);
        assertThat(find(report.check(), GRANTED).state()).isEqualTo(State.CONFIRMED);
    }

    @Test
    void doubtsABlankWhereZerosArePrinted() {
        WornReport report = Stream.iterate(1L, s -> s + 1)
                .map(WornReport::new)
                .filter(r -> r.printed("requests.carried_out.total").equals("0"))
                .findFirst()
                .orElseThrow();
        report.reads("requests.carried_out.total", "", 0.97);
        assertThat(find(report.check(), "requests.carried_out.total").state()).isEqualTo(State.SUSPECT);
    }

    @Test
    void neverConfirmsAFigureThatStandsInNoIdentity() {
        WornReport report = reportWith(FEE);
        assertThat(find(report.check(), FEE).state()).isIn(State.READ, State.SUSPECT);
        report.reads(FEE, report.printed(FEE), 0.8);
        assertThat(find(report.check(), FEE).state()).isEqualTo(State.SUSPECT);
    }

    @Test
    void leavesDamageThatAddsUpAsItIs() {
        WornReport report = new WornReport(4);
        String upheld = "remedies.values.review.upheld";
        String pending = "remedies.values.review.pending";
        report.prints(upheld, "5");
        report.prints(pending, "6");
        report.reads(upheld, "6", 0.98);
        report.reads(pending, "5", 0.98);
        report.prints("remedies.values.review.corrected", "0");
        report.prints("remedies.values.review.other_result", "0");
        report.prints("remedies.values.review.total", "11");
        CheckedReport checked = report.check();
        assertThat(find(checked, upheld).value()).contains(new BigDecimal("6"));
        assertThat(checked.repairs()).isEmpty();
    }

    @Test
    void acceptsNoWrongRepairAmongPlantedMisreadings() {
        Map<String, RepairHonesty.Count> counts = RepairHonesty.misread(1_000, 100, false);
        assertThat(counts.values()).allMatch(c -> c.repairedWrong == 0 && c.silent == 0);
        assertThat(counts.get("one a report").repairedRight).isGreaterThan(10);
    }

    @Test
    void changesNoFigureOfPagesThatDoNotAddUp() {
        RepairHonesty.Count count = RepairHonesty.misprinted(500_000, 100, false);
        assertThat(count.rightChanged).isZero();
        assertThat(count.silent).isZero();
    }

    @Test
    void changesNoRightFigureOfPagesThatDoNotAddUpAndAreMisread() {
        assertThat(RepairHonesty.both(900_000, 100, false, false).rightChanged).isZero();
    }

    private static Observation find(CheckedReport checked, String cell) {
        return checked.report().observations().stream()
                .filter(o -> o.code().equals(cell))
                .findFirst()
                .orElseThrow();
    }
}
