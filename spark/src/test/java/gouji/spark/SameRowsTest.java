package gouji.spark;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.Gouji;
import gouji.Ocr;
import gouji.dataset.ReportRows;
import gouji.dataset.Schema;
import gouji.dataset.Schemas;
import gouji.dataset.json.JacksonJson;
import gouji.panel.Roster;
import gouji.run.Gathering;
import gouji.run.GuardedReader;
import gouji.run.Options;
import gouji.run.Workers;
import gouji.run.spark.Equipment;
import gouji.run.spark.SparkRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A job gives the rows that a run on one machine gives, in every table, whatever the number of partitions. */
class SameRowsTest {
    private static final int TIMEOUT_SECONDS = 30;
    private static final int MEMORY_MB = 256;

    @TempDir
    private static Path dir;

    private static Path inputs;
    private static Path local;
    private static String corrections;
    private static SparkSession spark;

    /** The real engine, with a worker that does harm when it is asked to. */
    private static final class Harmful implements Equipment {
        private final Tools real;

        Harmful(String corrections) {
            this.real = new Tools(
                    new Tools.Texts("", Tools.Model.BUILT_IN, members(), corrections),
                    new Tools.Settings(Ocr.off, TIMEOUT_SECONDS, TIMEOUT_SECONDS, 500, MEMORY_MB));
        }

        private static HashMap<String, ArrayList<String>> members() {
            return new HashMap<>(Map.of(Inputs.REGION, new ArrayList<>(List.of(Inputs.MEMBER))));
        }

        @Override
        public Options options() {
            return new Options(1, Duration.ofSeconds(TIMEOUT_SECONDS), MEMORY_MB, "harmful");
        }

        @Override
        public Roster roster() {
            return real.roster();
        }

        @Override
        public GuardedReader reader() {
            return new GuardedReader(
                    Workers.inProcesses(HarmfulWorker.command(), (done, of) -> {}), options(), new JacksonJson());
        }

        @Override
        public Gathering assembly() {
            return real.assembly();
        }
    }

    @BeforeAll
    static void importOnThisMachine() throws IOException {
        inputs = Inputs.into(dir.resolve("inputs"));
        local = Files.createDirectory(dir.resolve("local"));
        corrections = Inputs.corrections();
        Files.writeString(local.resolve("corrections.csv"), corrections);
        Path members = Files.writeString(
                dir.resolve("members.csv"), "parent,member\n" + Inputs.REGION + "," + Inputs.MEMBER + "\n");
        int status = Gouji.commandLine((profile, pages, recognition) -> HarmfulWorker.engine())
                .execute(
                        "import",
                        inputs.toString(),
                        "--out=" + local,
                        "--members=" + members,
                        "--quiet",
                        "--jobs=2",
                        "--timeout=" + TIMEOUT_SECONDS,
                        "--max-memory=" + MEMORY_MB);
        assertThat(status).isZero();
        spark = SparkSession.builder()
                .master("local[2]")
                .appName("test")
                .config("spark.ui.enabled", false)
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.hadoop.fs." + Elsewhere.SCHEME + ".impl", Elsewhere.class.getName())
                .getOrCreate();
    }

    @AfterAll
    static void stop() {
        spark.stop();
    }

    @Test
    void theInputsAreOfEveryKind() throws IOException {
        List<List<String>> ledger = Rows.ofCsv(local, Schemas.LEDGER);
        assertThat(ledger)
                .extracting(row -> row.get(3))
                .contains("imported", "duplicate", "container", "rejected", "quarantined");
        assertThat(ledger).extracting(row -> row.get(4)).contains("CRASH", "TIMEOUT", "MEMORY", "ENCRYPTED", "SYMLINK");
        assertThat(Rows.ofCsv(local, Schemas.REPORTS))
                .extracting(row -> row.get(Schemas.REPORTS.header().indexOf("edition_kind")))
                .contains("original", "copy", "conflicting");
        assertThat(Rows.ofCsv(local, Schemas.CHECKS))
                .as("checks between years")
                .anyMatch(row -> row.get(1).startsWith("Y-"));
        assertThat(Rows.ofCsv(local, Schemas.CHECKS))
                .as("a region against its members, in two years, by names of which one is printed otherwise")
                .filteredOn(row -> row.get(1).equals("U-SUM") && row.get(8).equals("fail"))
                .extracting(row -> row.get(0))
                .hasSizeGreaterThan(10);
        assertThat(Rows.ofCsv(local, Schemas.OBSERVATIONS))
                .as("a decision of a person")
                .anyMatch(row -> row.contains("corrected"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7})
    void givesTheRowsOfALocalRun(int partitions) throws IOException {
        Path out = dir.resolve("spark-" + partitions);

        new SparkRun(spark, new Harmful(corrections), partitions).run(inputs.toString(), out.toString());

        assertSame(out);
    }

    @Test
    void readsFromAStoreThatIsNotThisMachines() throws IOException {
        Path plain = dir.resolve("plain");
        Path out = dir.resolve("from-elsewhere");
        Path alone = dir.resolve("alone");
        for (String name :
                List.of("_hidden.txt", "a b%20c/100%.txt", "a/other.zip", "again/other-figures.txt", "page.html")) {
            Files.createDirectories(plain.resolve(name).getParent());
            Files.copy(inputs.resolve(name), plain.resolve(name));
        }
        int status = Gouji.commandLine((profile, pages, recognition) -> HarmfulWorker.engine())
                .execute(
                        "import",
                        plain.toString(),
                        "--out=" + alone,
                        "--members=" + dir.resolve("members.csv"),
                        "--quiet");
        assertThat(status).isZero();

        new SparkRun(spark, new Harmful(""), 2).run(Elsewhere.SCHEME + ":" + plain, Elsewhere.SCHEME + ":" + out);

        assertSame(alone, out);
    }

    private static void assertSame(Path out) throws IOException {
        assertSame(local, out);
    }

    private static void assertSame(Path expected, Path out) throws IOException {
        List<Schema> tables = new ArrayList<>(ReportRows.TABLES);
        tables.add(Schemas.LEDGER);
        for (Schema table : tables) {
            List<List<String>> rows = Rows.ofCsv(expected, table);
            assertThat(rows).as(table.name()).isNotEmpty();
            assertThat(Rows.ofParquet(spark, out, table)).as(table.name()).isEqualTo(rows);
        }
        try (Stream<Path> left = Files.list(out)) {
            assertThat(left.map(p -> p.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.concat(tables.stream().map(Schema::name), Stream.of("_outcomes"))
                                    .toList());
        }
    }
}
