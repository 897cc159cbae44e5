package gouji.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gouji.document.Alternative;
import gouji.document.Place;
import gouji.report.Metadata;
import gouji.report.Observation;
import gouji.report.Report;
import gouji.report.State;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalibrationTest {
    private static final String CURVES = """
            # a remark
            READ,0.5,0.6
            READ,0.9,0.8
            SUSPECT,0.4,0.3
            UNREAD,0.4,0.1
            """;

    private static Observation cell(State state, String value, double... scores) {
        List<Alternative> readings = java.util.Arrays.stream(scores)
                .mapToObj(s -> new Alternative(value, s))
                .toList();
        Optional<BigDecimal> figure = value.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(value));
        return new Observation("t", "table", "row", "column", figure, "件", value, state, 0.55, Place.UNKNOWN, readings);
    }

    private static Observation applied(Calibration calibration, Observation o) {
        Report report = new Report(
                "p",
                "t",
                new Metadata("", "", Optional.empty(), ""),
                List.of(),
                List.of(),
                List.of(o),
                List.of(),
                List.of(),
                1,
                "zh-Hans");
        return calibration
                .applied(new CheckedReport(report, List.of()))
                .report()
                .observations()
                .get(0);
    }

    @Test
    void liesOnTheLineBetweenTwoKnotsAndStaysLevelBeyondThem() {
        Calibration c = Calibration.of(CURVES);
        assertThat(applied(c, cell(State.READ, "7", 0.6)).confidence()).isCloseTo(0.65, within(1e-9));
        assertThat(applied(c, cell(State.READ, "7", 0.2)).confidence()).isEqualTo(0.6);
        assertThat(applied(c, cell(State.READ, "7", 0.99)).confidence()).isEqualTo(0.8);
        assertThat(applied(c, cell(State.CONTRADICTED, "7", 0.9)).confidence()).isEqualTo(0.8);
    }

    @Test
    void tellsCellsInDoubtWithAFigureFromThoseWithoutOne() {
        Calibration c = Calibration.of(CURVES);
        assertThat(applied(c, cell(State.SUSPECT, "7", 0.9)).confidence()).isEqualTo(0.3);
        assertThat(applied(c, cell(State.SUSPECT, "", 0.9)).confidence()).isEqualTo(0.1);
    }

    @Test
    void believesACellInDoubtNoMoreThanBefore() {
        Observation row = cell(State.SUSPECT, "7", 0.99);
        assertThat(applied(Calibration.of("SUSPECT,0.9,0.98\n"), row)).isEqualTo(row);
    }

    @Test
    void changesNothingButTheConfidence() {
        Observation suspect = cell(State.SUSPECT, "7", 0.9, 0.05);
        Observation after = applied(Calibration.of(CURVES), suspect);
        assertThat(after).isEqualTo(suspect.withState(State.SUSPECT, 0.3));
    }

    @Test
    void leavesAloneWhatWasNotRecognisedWhatAPersonSettledAndWhatNobodyMeasured() {
        Calibration c = Calibration.of(CURVES);
        for (Observation o :
                List.of(cell(State.READ, "7"), cell(State.CORRECTED, "7", 0.9), cell(State.REPAIRED, "7", 0.9))) {
            assertThat(applied(c, o)).isEqualTo(o);
        }
    }

    @Test
    void refusesACurveThatFalls() {
        assertThatThrownBy(() -> Calibration.of("READ,0.5,0.6\nREAD,0.9,0.5\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("READ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ppocr", "tesseract"})
    void comesWithCurvesOfBothEngines(String engine) {
        Calibration c = Calibration.builtIn(engine);
        double sure = applied(c, cell(State.SUSPECT, "7", 0.99)).confidence();
        double unsure = applied(c, cell(State.SUSPECT, "7", 0.1)).confidence();
        assertThat(unsure).isLessThan(sure);
        assertThat(applied(c, cell(State.CONFIRMED, "7", 0.99)).confidence()).isGreaterThan(0.98);
    }

    @Test
    void knowsNothingOfAnotherEngine() {
        assertThat(Calibration.builtIn("nobody")).isSameAs(Calibration.NONE);
    }
}
