package gouji;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.report.Observation;
import gouji.report.State;
import gouji.source.Input;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tablegen.OpenForm;

/** Reports whose tables have horizontal rules only: no figure in a wrong column, zeros printed or left blank. */
class OpenFormTest {
    /** Cells of 200 that are as printed; the others are in doubt. */
    @ParameterizedTest
    @CsvSource({
        "suqian-2023, true, 9, false, true, 200",
        "suqian-2023, true, 9, false, false, 200",
        "suqian-2023, true, 9, true, true, 194",
        "suqian-2023, true, 9, true, false, 194",
        "suqian-2023, false, 7, false, true, 200",
        "suqian-2023, false, 7, false, false, 200",
        "suqian-2024, true, 10, false, true, 200",
        "suqian-2024, true, 10, false, false, 200",
        "qinghemen-2022, true, 9, false, true, 200",
        "qinghemen-2022, true, 9, true, true, 194",
        "qinghemen-2022, false, 7, true, true, 194",
        "qinglan-2023, true, 8, true, true, 194",
        "qinglan-2023, true, 8, true, false, 194",
        "wangchao-2022, false, 8, false, true, 200",
        "wangchao-2022, false, 8, false, false, 200"
    })
    void noFigureStandsInAWrongColumn(
            String fixture, boolean landscape, double sizePt, boolean flush, boolean zeros, int leastRight)
            throws Exception {
        Map<String, String> printed = printed(fixture, zeros);
        byte[] pdf = OpenForm.of(printed, landscape, sizePt, flush).pdf();
        Map<String, String> wrong = new TreeMap<>();
        int right = 0;
        for (Observation o : Wiring.engine(Optional.empty(), 500, Recognition.of(Ocr.off))
                .extractor()
                .get()
                .extract(Input.of("form.pdf", pdf))
                .checked()
                .report()
                .observations()) {
            String is = o.value().map(BigDecimal::toPlainString).orElse("");
            boolean same = is.equals(printed.getOrDefault(o.code(), "no such cell"));
            right += same ? 1 : 0;
            if (!same && o.state() != State.SUSPECT) {
                wrong.put(o.code(), o.state() + " " + is);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(right).isGreaterThanOrEqualTo(leastRight);
    }

    private static Map<String, String> printed(String fixture, boolean zeros) throws Exception {
        Map<String, String> printed = new LinkedHashMap<>();
        for (String line : Files.readAllLines(Path.of("fixtures/cn-disclosure/format-2021", fixture, "truth.csv"))) {
            String[] f = line.split(",", -1);
            if (!f[0].equals("table")) {
                printed.put(f[0] + "." + f[1] + "." + f[2], !zeros && f[3].equals("0") ? "" : f[3]);
            }
        }
        return printed;
    }
}
