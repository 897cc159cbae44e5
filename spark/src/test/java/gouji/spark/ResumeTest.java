package gouji.spark;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.Gouji;
import gouji.Ocr;
import gouji.dataset.ReportRows;
import gouji.dataset.Schema;
import gouji.dataset.Schemas;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.hadoop.io.BytesWritable;
import org.apache.hadoop.io.Text;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A job that is killed and started again with the same command goes on; the rows are those of an undisturbed run. */
class ResumeTest {
    private static final Path FIXTURES = Path.of("..", "fixtures", "cn-disclosure", "format-2021");

    @TempDir
    private Path dir;

    @Test
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void goesOnAfterItWasKilled() throws Exception {
        Path out = dir.resolve("out");
        Process job = start(out);
        while (job.isAlive() && outcomeFiles(out).isEmpty()) {
            job.waitFor(20, TimeUnit.MILLISECONDS);
        }
        assertThat(job.isAlive()).as("it was killed before its end").isTrue();
        job.destroyForcibly().waitFor();
        List<Path> first = outcomeFiles(out);
        assertThat(Files.exists(out.resolve("ledger"))).isFalse();
        assertThat(first).isNotEmpty();

        assertThat(start(out).waitFor()).as("the same command").isZero();
        List<Path> all = outcomeFiles(out);
        assertThat(all).as("what was read first is still there").containsAll(first);
        assertThat(all).as("more was to be read").hasSizeGreaterThan(first.size());
        try (SparkSession spark = session()) {
            assertThat(keys(spark, all)).as("nothing was read twice").doesNotHaveDuplicates();
            assertThat(keys(spark, all))
                    .hasSize(Rows.ofCsv(local(), Schemas.LEDGER).size());
            assertSameRows(spark, out);
        }

        assertThat(start(out).waitFor()).as("once more").isZero();
        assertThat(outcomeFiles(out)).as("nothing was left to read").isEqualTo(all);
    }

    private Process start(Path out) throws IOException {
        List<String> line = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        Stream.of(System.getProperty("spark.opens", "").split(" "))
                .filter(o -> !o.isBlank())
                .forEach(line::add);
        line.addAll(List.of(
                "-Xmx1g",
                "-Dspark.master=local[1]",
                "-Dspark.ui.enabled=false",
                "-Dspark.driver.bindAddress=127.0.0.1",
                "-Dspark.driver.host=127.0.0.1",
                "-cp",
                System.getProperty("java.class.path"),
                SparkImport.class.getName(),
                "--in=" + FIXTURES,
                "--out=" + out,
                "--partitions=5",
                "--ocr=off"));
        File log = Files.createTempFile(dir, "job", ".log").toFile();
        return new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
    }

    private static List<Path> outcomeFiles(Path out) throws IOException {
        Path folder = out.resolve("_outcomes");
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(f -> f.getFileName().toString().startsWith("part-"))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> keys(SparkSession spark, List<Path> files) {
        String paths = String.join(",", files.stream().map(Path::toString).toList());
        return new JavaSparkContext(spark.sparkContext())
                .sequenceFile(paths, Text.class, BytesWritable.class)
                .keys()
                .map(Text::toString)
                .collect();
    }

    private Path local() {
        Path local = dir.resolve("local");
        if (!Files.exists(local)) {
            int status = Gouji.commandLine(
                            (profile, pages, recognition) -> gouji.Engine.of(profile, pages, recognition))
                    .execute("import", FIXTURES.toString(), "--out=" + local, "--quiet", "--ocr=" + Ocr.off);
            assertThat(status).isZero();
        }
        return local;
    }

    private void assertSameRows(SparkSession spark, Path out) throws IOException {
        List<Schema> tables = new ArrayList<>(ReportRows.TABLES);
        tables.add(Schemas.LEDGER);
        for (Schema table : tables) {
            assertThat(Rows.ofParquet(spark, out, table)).as(table.name()).isEqualTo(Rows.ofCsv(local(), table));
        }
    }

    private static SparkSession session() {
        return SparkSession.builder()
                .master("local[1]")
                .config("spark.ui.enabled", false)
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.driver.host", "127.0.0.1")
                .getOrCreate();
    }
}
