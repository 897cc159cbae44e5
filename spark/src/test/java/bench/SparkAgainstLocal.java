package bench;

import gouji.dataset.ReportRows;
import gouji.dataset.Schema;
import gouji.dataset.Schemas;
import gouji.spark.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/**
 * Imports a folder with the command and with a Spark job, on one core and on two, each in a JVM of its own, and says how
 * long each took, by the clock and of CPU, and whether the rows are the same. Arguments: the command {@code gouji}, the
 * folder of reports, a folder for the results; see docs/spark.md for how to call it.
 */
public final class SparkAgainstLocal {
    private final String command;
    private final String inputs;
    private final Path results;

    private SparkAgainstLocal(String command, String inputs, Path results) {
        this.command = command;
        this.inputs = inputs;
        this.results = results;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        SparkAgainstLocal bench = new SparkAgainstLocal(arguments[0], arguments[1], Path.of(arguments[2]));
        for (int cores = 1; cores <= 2; cores++) {
            bench.time("local, --jobs " + cores, bench.local(cores));
            bench.time("Spark, local[" + cores + "]", bench.spark(cores));
        }
        bench.compare();
    }

    private List<String> local(int cores) {
        return List.of(
                command,
                "import",
                inputs,
                "--out",
                out("local", cores),
                "--jobs",
                "" + cores,
                "--quiet",
                "--ocr",
                "off");
    }

    private List<String> spark(int cores) {
        List<String> line = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        line.addAll(List.of(System.getProperty("spark.opens", "").split(" ")));
        line.addAll(List.of(
                "-Xmx1g",
                "-Dspark.master=local[" + cores + "]",
                "-Dspark.ui.enabled=false",
                "-Dspark.driver.host=127.0.0.1",
                "-cp",
                System.getProperty("java.class.path"),
                "gouji.spark.SparkImport",
                "--in",
                inputs,
                "--out",
                out("spark", cores),
                "--overwrite",
                "--ocr",
                "off"));
        line.removeIf(String::isBlank);
        return line;
    }

    private String out(String runner, int cores) {
        return results.resolve(runner + "-" + cores).toString();
    }

    private void time(String name, List<String> line) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        double cpuBefore = cpuSecondsOfChildren();
        int status = new ProcessBuilder(line)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%-20s %7.1f s  %7.1f s of CPU  %6.1f inputs/s  exit status %d  load %.1f%n",
                name,
                seconds,
                cpuSecondsOfChildren() - cpuBefore,
                count() / seconds,
                status,
                java.lang.management.ManagementFactory.getOperatingSystemMXBean()
                        .getSystemLoadAverage());
    }

    /** User and system time of all children that ended, and of theirs, in hundredths (Linux; proc(5), fields 16 and 17). */
    private static double cpuSecondsOfChildren() throws IOException {
        Path stat = Path.of("/proc/self/stat");
        if (!Files.exists(stat)) {
            return 0;
        }
        String line = Files.readString(stat);
        String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) / 100.0;
    }

    private long count() throws IOException {
        try (Stream<Path> walk = Files.walk(Path.of(inputs))) {
            return walk.filter(Files::isRegularFile).count();
        }
    }

    private void compare() throws IOException {
        List<Schema> tables = new ArrayList<>(ReportRows.TABLES);
        tables.add(Schemas.LEDGER);
        try (SparkSession spark = SparkSession.builder()
                .master("local[2]")
                .config("spark.ui.enabled", false)
                .config("spark.driver.host", "127.0.0.1")
                .getOrCreate()) {
            for (Schema table : tables) {
                List<List<String>> expected = Rows.ofCsv(Path.of(out("local", 1)), table);
                if (expected.isEmpty()) {
                    System.out.println(table.name() + ": no rows");
                    continue;
                }
                boolean same = expected.equals(Rows.ofParquet(spark, Path.of(out("spark", 1)), table))
                        && expected.equals(Rows.ofParquet(spark, Path.of(out("spark", 2)), table));
                System.out.println(table.name() + ": " + expected.size() + " rows, " + (same ? "the same" : "OTHERS"));
            }
        }
    }
}
