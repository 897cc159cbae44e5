package gouji.dataset.csv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaGuardTest {
    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
                    =SUM(A1),    '=SUM(A1)
                    +86 10,      '+86 10
                    -,           '-
                    —,           —
                    @x,          '@x
                    "\tx",       "'\tx"
                    "\rx",       "'\rx"
                    ＝1,         '＝1
                    ＋1,         '＋1
                    －1,         '－1
                    ＠,          '＠
                    -3,          -3
                    +3.5,        +3.5
                    -3件,        '-3件
                    '=x,         ''=x
                    'x,          'x
                    '-3,         ''-3
                    县=市,       县=市
                    "",          ""
                    """)
    void writesOneApostropheBeforeWhatASpreadsheetWouldRun(String text, String written) {
        assertThat(FormulaGuard.guard(text)).isEqualTo(written);
        assertThat(FormulaGuard.unguard(FormulaGuard.guard(text))).isEqualTo(text);
    }
}
