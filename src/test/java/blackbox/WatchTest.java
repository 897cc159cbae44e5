package blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.FakeEngine;
import gouji.dataset.json.JacksonJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A process that watches a folder, as a user starts it. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a process cannot be asked to end there")
@Timeout(180)
class WatchTest {
    @TempDir
    Path folder;

    private Path in;
    private Path out;
    private Path log;
    private Process process;

    @BeforeEach
    void begin() throws IOException {
        in = Files.createDirectory(folder.resolve("in"));
        out = folder.resolve("out");
        log = folder.resolve("log.jsonl");
    }

    @AfterEach
    void end() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    @Test
    void takesUpWhatIsWholeAndEndsWithTheDatasetWhole() throws Exception {
        Folder.write(in.resolve("a.txt"), "report a 2020\nr1 1 1 2\n");
        watch();
        until(() -> inputs().equals(List.of("a.txt")));

        String slow = "report b 2020\n" + "r1 1 1 2\n";
        copySlowly(slow, in.resolve("slow.txt"));
        until(() -> inputs().equals(List.of("a.txt", "slow.txt")));
        assertThat(read("slow.txt")).containsExactly(slow.length());

        Folder.write(in.resolve("c.txt.part"), "report c 20");
        Folder.write(in.resolve("d/d.txt"), "report d 2020\nr1 1 1 3\n");
        until(() -> inputs().equals(List.of("a.txt", "d/d.txt", "slow.txt")));
        Folder.write(in.resolve("c.txt.part"), "report c 2020\nr1 1 1 2\n");
        Files.move(in.resolve("c.txt.part"), in.resolve("c.txt"));
        Files.delete(in.resolve("a.txt"));
        until(() -> inputs().equals(List.of("c.txt", "d/d.txt", "slow.txt")));

        assertThat(stop()).isZero();
        Path fresh = folder.resolve("fresh");
        assertThat(Call.gouji("import", in, "--out", fresh).status()).isZero();
        assertThat(Folder.snapshot(out)).isEqualTo(Folder.snapshot(fresh));
    }

    @Test
    void aStopWhileItReadsLeavesTheDatasetAsItWas() throws Exception {
        Folder.write(in.resolve("a.txt"), "report a 2020\nr1 1 1 2\n");
        watch();
        until(() -> inputs().equals(List.of("a.txt")));
        Map<String, String> before = Folder.snapshot(out);
        Folder.write(in.resolve("b.txt"), "report b 2020\nr1 1 1 2\n");
        Folder.write(in.resolve("sleeps.txt"), "report c 2020\nsleep\n");
        until(() -> events("read").stream().anyMatch(e -> e.get("input").equals("b.txt")));

        assertThat(stop()).isZero();

        assertThat(Folder.snapshot(out)).isEqualTo(before);
        List<Map<?, ?>> ends = events("run-end");
        assertThat(ends.get(ends.size() - 1).get("outcome")).isEqualTo("stopped");
    }

    private void watch() throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        process = new ProcessBuilder(
                        java.toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        FakeEngine.class.getName(),
                        "import",
                        in.toString(),
                        "--out",
                        out.toString(),
                        "--watch",
                        "--settle",
                        "3",
                        "--jobs",
                        "1",
                        "--log",
                        log.toString())
                .redirectOutput(folder.resolve("said.txt").toFile())
                .redirectError(folder.resolve("complained.txt").toFile())
                .start();
    }

    private int stop() throws Exception {
        process.destroy();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(folder.resolve("complained.txt")).isEmptyFile();
        return process.exitValue();
    }

    /** Piece by piece, over longer than the file must be left alone. */
    private static void copySlowly(String text, Path to) throws Exception {
        Files.createFile(to);
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            Files.write(to, new byte[] {b}, StandardOpenOption.APPEND);
            Thread.sleep(200);
        }
    }

    private List<String> inputs() throws IOException {
        return Files.exists(out.resolve("ledger.jsonl"))
                ? Folder.read(out.resolve("ledger.csv"))
                        .lines()
                        .skip(1)
                        .map(l -> l.substring(0, l.indexOf(',')))
                        .toList()
                : List.of();
    }

    /** Lengths with which a file was read. */
    private List<Integer> read(String input) throws IOException {
        List<Integer> lengths = new ArrayList<>();
        events("read").stream()
                .filter(e -> e.get("input").equals(input))
                .forEach(e -> lengths.add((Integer) e.get("bytes")));
        return lengths;
    }

    private List<Map<?, ?>> events(String kind) throws IOException {
        List<Map<?, ?>> events = new ArrayList<>();
        for (String line : Folder.read(log).lines().toList()) {
            Map<?, ?> event = new JacksonJson().read(line.getBytes(StandardCharsets.UTF_8), Map.class);
            if (event.get("event").equals(kind)) {
                events.add(event);
            }
        }
        return events;
    }

    private void until(Callable<Boolean> condition) throws Exception {
        while (!condition.call()) {
            assertThat(process.isAlive())
                    .as(Folder.read(folder.resolve("complained.txt")))
                    .isTrue();
            Thread.sleep(100);
        }
    }
}
