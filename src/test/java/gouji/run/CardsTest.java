package gouji.run;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.Engine;
import gouji.FakeEngine;
import gouji.Ocr;
import gouji.Recognition;
import gouji.dataset.Json;
import gouji.dataset.OutputFolder;
import gouji.dataset.csv.CommonsCsv;
import gouji.dataset.json.JacksonJson;
import gouji.panel.Filer;
import gouji.panel.Roster;
import gouji.run.sqlite.SqliteStore;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where inputs are added, the outcome of each that is known is unpacked once, for its rows. */
class CardsTest {
    private static final int KNOWN = 6;

    @TempDir
    Path folder;

    private Path in;
    private Path out;
    private int unpacked;

    /** Counts outcomes that are unpacked. */
    private final Json counting = new Json() {
        private final Json real = new JacksonJson();

        @Override
        public byte[] line(Object value) {
            return real.line(value);
        }

        @Override
        public void pretty(Object value, OutputStream to) throws IOException {
            real.pretty(value, to);
        }

        @Override
        public <T> T read(byte[] bytes, Class<T> type) {
            unpacked += type.equals(Outcome.class) ? 1 : 0;
            return real.read(bytes, type);
        }
    };

    @BeforeEach
    void importKnown() throws Exception {
        in = Files.createDirectory(folder.resolve("in"));
        out = folder.resolve("out");
        for (int year = 2020; year < 2020 + KNOWN; year++) {
            report("known-" + year + ".txt", "report 甲县 " + year + "\nr1 1 2 3\n");
        }
        run();
    }

    @Test
    void unpacksEachKnownOutcomeOnceWhenOneIsAdded() throws Exception {
        report("new.txt", "report 乙县 2023\nr1 1 2 3\n");
        unpacked = 0;

        run();

        assertThat(unpacked)
                .as("the known ones for their rows, the new one for both")
                .isEqualTo(KNOWN + 2);
    }

    @Test
    void aCardOfAnotherFileNameIsNotBelieved() throws Exception {
        Files.move(in.resolve("known-2020.txt"), in.resolve("乙县-2020.txt"));
        unpacked = 0;

        run();

        assertThat(unpacked).isEqualTo(KNOWN + 1);
    }

    @Test
    void aCardThatIsDamagedIsMadeAgain() throws Exception {
        String before = Files.readString(out.resolve("reports.csv"));
        report("new.txt", "report 乙县 2023\nr1 1 2 3\n");
        damageAllCards();
        unpacked = 0;

        run();

        assertThat(unpacked).isEqualTo(2 * (KNOWN + 1));
        assertThat(Files.readString(out.resolve("reports.csv")).lines().toList())
                .containsAll(before.lines().toList());
    }

    private void damageAllCards() throws Exception {
        try (var db = java.sql.DriverManager.getConnection("jdbc:sqlite:" + out.resolve(".work/state.db"));
                var statement = db.createStatement()) {
            int cards = statement.executeUpdate(
                    "UPDATE note SET text = substr(text, 1, length(text) - 3) || x'010203' WHERE name LIKE 'card %'");
            assertThat(cards).isEqualTo(KNOWN);
        }
    }

    private void report(String name, String text) throws IOException {
        Files.write(in.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    }

    private void run() throws Exception {
        Engine engine = FakeEngine.make(Optional.empty(), 1, Recognition.of(Ocr.off));
        Filer filer = new Filer(engine.profiles(), id -> {
            throw new IllegalArgumentException(id);
        });
        new Runner(new Setup(
                        new OutputFolder(out),
                        new Formats(new CommonsCsv(), counting, SqliteStore::open),
                        engine.profiles(),
                        Workers.inThreads(engine.extractor().get()),
                        new Comparing(filer, Roster.EMPTY),
                        new Options(1, Duration.ofSeconds(60), 64, "test"),
                        Progress.SILENT,
                        RunLog.NONE))
                .run(Round.of(java.util.List.of(in)), (summary, metrics) -> Map.of());
    }
}
