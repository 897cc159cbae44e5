package gouji.run;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.FakeEngine;
import gouji.dataset.OutputException;
import gouji.dataset.json.JacksonJson;
import gouji.run.sqlite.SqliteStore;
import gouji.source.Input;
import gouji.source.Reason;
import gouji.source.UnreadableException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsTest {
    private static final String SHA = "0".repeat(64);

    @TempDir
    Path folder;

    private final Packing packing = new Packing(new JacksonJson());
    private Store store;

    @BeforeEach
    void open() throws OutputException {
        store = SqliteStore.open(folder.resolve("state.db"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void givesBackAReportAsItWas() throws OutputException, UnreadableException {
        byte[] text = "report x 2020\nr1 1.50 1 -\n".getBytes(StandardCharsets.UTF_8);
        Outcome outcome = Outcome.imported(FakeEngine.extract(Input.of("a", text)));

        results("v1", 10).put(SHA, packing.pack(outcome));

        assertThat(results("v1", 10).get(SHA)).isEqualTo(outcome);
    }

    @Test
    void doesNotBelieveAnotherProduct() throws OutputException {
        results("v1", 10).put(SHA, packing.refuse(Reason.CORRUPT, "damaged"));

        assertThat(results("v1", 20).findDigest(SHA)).isPresent();
        assertThat(results("v2", 10).findDigest(SHA)).isEmpty();
    }

    @Test
    void triesATimeoutAgainWithAnotherLimitAndALackOfMemoryAlways() throws OutputException {
        results("v1", 10).put(SHA, packing.refuse(Reason.TIMEOUT, "slow"));
        assertThat(results("v1", 10).findDigest(SHA)).isPresent();
        assertThat(results("v1", 20).findDigest(SHA)).isEmpty();

        results("v1", 10).put(SHA, packing.refuse(Reason.MEMORY, "large"));
        assertThat(results("v1", 10).findDigest(SHA)).isEmpty();
        assertThat(results("v1", 10).get(SHA).reason()).contains(Reason.MEMORY);
    }

    @Test
    void doesNotBelieveABodyThatIsNotTheOneItsDigestWasMadeOf() throws OutputException {
        results("v1", 10).put(SHA, packing.refuse(Reason.CORRUPT, "damaged"));
        Store.Row row = store.find(SHA).orElseThrow();
        byte[] body = row.body().clone();
        body[body.length / 2] ^= 1;
        store.put(new Store.Row(SHA, row.settings(), row.reason(), row.digest(), body));

        assertThat(results("v1", 10).findDigest(SHA)).isEmpty();
    }

    @Test
    void losesWhatWasNotCommittedAndNothingElse() throws OutputException {
        Results results = results("v1", 10);
        results.put(SHA, packing.refuse(Reason.CORRUPT, "damaged"));
        results.commit();
        String later = "1".repeat(64);
        results.put(later, packing.refuse(Reason.CORRUPT, "damaged"));
        store.close();
        store = SqliteStore.open(folder.resolve("state.db"));

        assertThat(results("v1", 10).findDigest(SHA)).isPresent();
        assertThat(results("v1", 10).findDigest(later)).isEmpty();
    }

    private Results results(String settings, int timeout) {
        return new Results(store, packing, new Options(1, Duration.ofSeconds(timeout), 512, settings));
    }
}
