package gouji.dataset.csv;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.dataset.Csv;
import gouji.dataset.Value;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommonsCsvTest {
    @Test
    void quotesWhatRfc4180WantsQuotedAndEndsLinesWithLf() throws IOException {
        assertThat(written(Value.of("a,b"), Value.of("say \"x\""), Value.of("two\nlines"), Value.of("")))
                .isEqualTo("a,b,c,d\n\"a,b\",\"say \"\"x\"\"\",\"two\nlines\",\n");
    }

    @Test
    void writesNumbersPlainAndUnguarded() throws IOException {
        assertThat(written(
                        Value.of(new BigDecimal("1E+3")),
                        Value.of(new BigDecimal("-48.50")),
                        Value.of(new BigDecimal("0.00000001")),
                        Value.of(7)))
                .isEqualTo("a,b,c,d\n1000,-48.50,0.00000001,7\n");
    }

    @Test
    void replacesWhatUtf8CannotHold() throws IOException {
        assertThat(written(Value.of("a\0b"), Value.of("\ud800"), Value.of("\ud840\udc00"), Value.of("x")))
                .isEqualTo("a,b,c,d\na\ufffdb,\ufffd,\ud840\udc00,x\n");
    }

    private static String written(Value... values) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Csv.Rows rows = new CommonsCsv().open(out, List.of("a", "b", "c", "d"))) {
            rows.row(List.of(values));
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
