package gouji.run;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.FakeEngine;
import gouji.dataset.OutputException;
import gouji.dataset.OutputFolder;
import gouji.dataset.json.JacksonJson;
import gouji.source.Input;
import gouji.source.Reason;
import gouji.source.UnreadableException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsTest {
    private static final String SHA = "0".repeat(64);

    @TempDir
    Path folder;

    @BeforeEach
    void folders() throws OutputException {
        new OutputFolder(folder).prepare();
    }

    @Test
    void givesBackAReportAsItWas() throws OutputException, UnreadableException {
        byte[] text = "report x 2020\nr1 1.50 1 -\n".getBytes(StandardCharsets.UTF_8);
        Outcome outcome = Outcome.imported(FakeEngine.extract(Input.of("a", text)));

        results("v1", 10).put(SHA, outcome);

        assertThat(results("v1", 10).get(SHA)).isEqualTo(outcome);
    }

    @Test
    void doesNotBelieveAnotherProduct() throws OutputException {
        results("v1", 10).put(SHA, Outcome.refused(Reason.CORRUPT, "damaged"));

        assertThat(results("v1", 20).findDigest(SHA)).isPresent();
        assertThat(results("v2", 10).findDigest(SHA)).isEmpty();
    }

    @Test
    void triesATimeoutAgainWithAnotherLimitAndALackOfMemoryAlways() throws OutputException {
        results("v1", 10).put(SHA, Outcome.refused(Reason.TIMEOUT, "slow"));
        assertThat(results("v1", 10).findDigest(SHA)).isPresent();
        assertThat(results("v1", 20).findDigest(SHA)).isEmpty();

        results("v1", 10).put(SHA, Outcome.refused(Reason.MEMORY, "large"));
        assertThat(results("v1", 10).findDigest(SHA)).isEmpty();
        assertThat(results("v1", 10).get(SHA).reason()).contains(Reason.MEMORY);
    }

    private Results results(String settings, int timeout) {
        return new Results(
                new OutputFolder(folder), new JacksonJson(), new Options(1, Duration.ofSeconds(timeout), settings));
    }
}
