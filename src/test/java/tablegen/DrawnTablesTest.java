package tablegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Made-up PDFs are read exactly as drawn: every cell with its spans, every header path, no false join, no character lost.
 * More of them, as many as one likes: {@code bench.DrawnTables}.
 */
class DrawnTablesTest {
    private static final long SEED = 20_261_125;

    static IntStream numbers() {
        return IntStream.range(0, 120);
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void readsATableAsItWasDrawn(int number) throws Exception {
        DrawnDocument drawn = DrawnDocument.of(SEED, number);

        assertThat(Differences.of(drawn)).as(drawn.what()).isEmpty();
    }
}
