package gouji;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gouji.report.Observation;
import gouji.source.Input;
import gouji.source.Reason;
import gouji.source.UnreadableException;
import gouji.table.LayoutBuilder;
import gouji.written.Formats;
import gouji.written.WrittenReport;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The same report in every format gives the same observations, and they are the figures it was written with. */
class EveryFormatTest {
    private static final ReportPipeline PIPELINE =
            new ReportPipeline(Readers.all(500, false), new LayoutBuilder(), Wiring.builtIn());

    static Stream<Arguments> reportsByFormat() {
        List<WrittenReport> reports = new ArrayList<>(WrittenReport.ofFixtures());
        reports.add(WrittenReport.made("format-2021", 3));
        reports.add(WrittenReport.made("format-2019", 6));
        return Formats.all().keySet().stream().flatMap(f -> reports.stream().map(r -> Arguments.of(f, r)));
    }

    @ParameterizedTest(name = "{1} as {0}")
    @MethodSource("reportsByFormat")
    void givesTheSameCells(String format, WrittenReport report) throws UnreadableException {
        List<Observation> found = read(format, report);
        assertThat(wrong(report, found)).isEmpty();
        assertThat(facts(found)).isEqualTo(facts(read("docx", report)));
    }

    static Stream<String> formats() {
        return Formats.all().keySet().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("formats")
    void refusesACopyWhoseRepeatedCellsWereRemoved(String format) {
        for (WrittenReport report : WrittenReport.ofFixtures()) {
            byte[] bytes = Formats.all().get(format).apply(report.withRepeatedCellsRemoved());
            assertThatThrownBy(() -> PIPELINE.extract(Input.of(report.name(), bytes)))
                    .as(report.name())
                    .isInstanceOfSatisfying(
                            UnreadableException.class,
                            e -> assertThat(e.reason()).isEqualTo(Reason.INCOMPLETE_TEXT));
        }
    }

    private static List<Observation> read(String format, WrittenReport report) throws UnreadableException {
        byte[] bytes = Formats.all().get(format).apply(report.document());
        return PIPELINE.extract(Input.of(report.name(), bytes))
                .checked()
                .report()
                .observations();
    }

    private static TreeSet<String> facts(List<Observation> observations) {
        TreeSet<String> facts = new TreeSet<>();
        for (Observation o : observations) {
            String value =
                    o.value().map(v -> v.stripTrailingZeros().toPlainString()).orElse("");
            facts.add(String.join(
                    ",", o.table(), o.row(), o.column(), value, o.state().word()));
        }
        return facts;
    }

    private static List<String> wrong(WrittenReport report, List<Observation> observations) {
        List<String> wrong = new ArrayList<>();
        for (Observation o : observations) {
            Optional<BigDecimal> wanted = report.values().getOrDefault(o.code(), Optional.empty());
            boolean same = wanted.isPresent()
                    ? o.value().filter(v -> v.compareTo(wanted.get()) == 0).isPresent()
                    : o.value().isEmpty();
            if (!same) {
                wrong.add(o.code() + ": written " + wanted + ", read " + o.value() + " " + o.state());
            }
        }
        if (observations.size() != report.values().size()) {
            wrong.add("written " + report.values().size() + " cells, read " + observations.size());
        }
        return wrong;
    }
}
