package blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.FakeEngine;
import gouji.Gouji;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Reading in processes of its own: what breaks one costs one input. */
class IsolationTest {
    @TempDir
    Path folder;

    Path in;
    Path out;

    @BeforeEach
    void begin() throws IOException {
        in = Files.createDirectory(folder.resolve("in"));
        out = folder.resolve("out");
    }

    @Test
    void whatBreaksAProcessCostsOneInput() throws IOException {
        for (String how : List.of("exit", "fill", "hang", "deep", "memory", "crash")) {
            Folder.write(in.resolve(how + ".txt"), "report x 2020\n" + how + "\n");
        }
        for (int i = 0; i < 6; i++) {
            Folder.write(in.resolve("good" + i + ".txt"), "report x" + i + " 2020\nr1 1 1 2\n");
        }

        int status = isolated("import", in, "--out", out, "--jobs", "2", "--timeout", "10", "--max-memory", "64");

        assertThat(status).isZero();
        Map<String, String> fates = fates();
        assertThat(fates)
                .containsEntry("exit.txt", "quarantined CRASH")
                .containsEntry("fill.txt", "quarantined MEMORY")
                .containsEntry("hang.txt", "quarantined TIMEOUT")
                .containsEntry("deep.txt", "quarantined CRASH")
                .containsEntry("memory.txt", "quarantined MEMORY")
                .containsEntry("crash.txt", "quarantined CRASH");
        assertThat(fates.values().stream().filter("imported "::equals)).hasSize(6);
        assertThat(ProcessHandle.current().descendants().filter(ProcessHandle::isAlive))
                .isEmpty();
    }

    /** So few are read in this process first; the misdeeds that would end it happen in a child only. */
    @Test
    void whatAFewInputsDoInThisProcessIsJudgedInAnother() throws IOException {
        Folder.write(in.resolve("sleep.txt"), "report x 2020\nsleep\n");
        Folder.write(in.resolve("memory.txt"), "report x 2020\nmemory\n");
        Folder.write(in.resolve("fill.txt"), "report x 2020\nfill\n");
        Folder.write(in.resolve("good.txt"), "report y 2020\nr1 1 1 2\n");

        int status = isolated("import", in, "--out", out, "--jobs", "2", "--timeout", "10", "--max-memory", "64");

        assertThat(status).isZero();
        assertThat(fates())
                .containsExactly(
                        Map.entry("fill.txt", "quarantined MEMORY"),
                        Map.entry("good.txt", "imported "),
                        Map.entry("memory.txt", "quarantined MEMORY"),
                        Map.entry("sleep.txt", "quarantined TIMEOUT"));
        assertThat(Folder.read(out.resolve("ledger.csv"))).contains("more memory than 64 MB");
    }

    @Test
    void givesTheSameBytesAsReadingInThisProcess() throws IOException {
        for (int i = 0; i < 10; i++) {
            Folder.write(in.resolve("r" + i + ".txt"), "report 甲" + i + " 2020\nr1 1 " + i + " 7\nr2 - 1 1\n");
        }
        Folder.write(in.resolve("报告.txt"), "nothing of the kind");
        Path here = folder.resolve("here");

        assertThat(isolated("import", in, "--out", out)).isZero();
        assertThat(Call.gouji("import", in, "--out", here).status()).isZero();

        assertThat(Folder.snapshot(out)).isEqualTo(Folder.snapshot(here));
    }

    private static int isolated(Object... arguments) {
        CommandLine command = Gouji.commandLine(FakeEngine::isolated);
        command.setOut(new PrintWriter(new StringWriter(), true));
        return command.execute(
                java.util.Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
    }

    private Map<String, String> fates() throws IOException {
        Map<String, String> fates = new TreeMap<>();
        Folder.read(out.resolve("ledger.csv")).lines().skip(1).forEach(line -> {
            String[] f = line.split(",", -1);
            fates.put(f[0], f[3] + " " + f[4]);
        });
        return fates;
    }
}
