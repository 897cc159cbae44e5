package gouji.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CodePointsTest {
    @Test
    void ordersByCodePointAlsoBeyondTheFirstPlane() {
        List<String> ordered =
                List.of("", "a", "a\ufffd", "a\ud83d\ude00", "a\ud83d\ude01", "b", "\uffee", "\ud840\udc00");

        for (int i = 0; i < ordered.size(); i++) {
            for (int j = 0; j < ordered.size(); j++) {
                assertThat(Integer.signum(CodePoints.ORDER.compare(ordered.get(i), ordered.get(j))))
                        .as(i + " " + j)
                        .isEqualTo(Integer.compare(i, j));
            }
        }
    }
}
