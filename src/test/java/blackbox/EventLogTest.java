package blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.dataset.json.JacksonJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class EventLogTest {
    @TempDir
    Path folder;

    private Path in;
    private Path out;
    private Path log;

    @BeforeEach
    void begin() throws IOException {
        in = Files.createDirectory(folder.resolve("in"));
        out = folder.resolve("out");
        log = folder.resolve("log.jsonl");
    }

    @Test
    void tellsOfTheRunItsStagesAndEveryInput() throws IOException {
        Folder.write(in.resolve("a.txt"), "report x 2020\nr1 1 1 2\nr2 1 - 2\n");
        Folder.write(in.resolve("b.txt"), "report x 2020\nr1 1 1 2\nr2 1 - 2\n");
        Folder.write(in.resolve("c.txt"), "");

        assertThat(Call.gouji("import", in, "--out", out, "--log", log).status())
                .isZero();

        List<Map<?, ?>> events = events();
        assertThat(values(events, "event"))
                .containsExactly(
                        "run-start", "stage", "read", "stage", "stage", "input", "input", "input", "stage", "run-end");
        assertThat(events.stream().map(e -> e.get("time").toString()))
                .allMatch(t -> t.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z"))
                .isSorted();
        assertThat(events.get(2).get("cells")).isEqualTo(6);
        assertThat(of(events, "input").stream()
                        .map(e -> e.get("input") + " " + e.get("status") + " " + e.get("reason") + " " + e.get("bytes")
                                + " " + e.get("cells")))
                .containsExactly(
                        "a.txt imported null 32 6", "b.txt duplicate null 32 0", "c.txt quarantined EMPTY 0 0");
        Map<?, ?> end = events.get(9);
        assertThat(end.get("outcome")).isEqualTo("written");
        assertThat(((Map<?, ?>) end.get("summary")).get("imported")).isEqualTo(1);
    }

    @Test
    void aSecondRunIsAddedAndSaysWhatLeft() throws IOException {
        Folder.write(in.resolve("a.txt"), "report x 2020\nr1 1 1 2\n");
        Folder.write(in.resolve("b.txt"), "report y 2020\nr1 1 1 2\n");
        Call.gouji("import", in, "--out", out, "--log", log);
        Call.gouji("import", in, "--out", out, "--log", log);
        Call.gouji("import", in.resolve("a.txt"), "--out", out, "--log", log);

        assertThat(values(of(events(), "run-end"), "outcome")).containsExactly("written", "unchanged", "written");
        assertThat(values(of(events(), "warning"), "code")).containsExactly("INPUTS_DROPPED");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "no such names there")
    void whatCouldSteerATerminalIsWrittenAsItsCode() throws IOException {
        Folder.write(in.resolve("a\u001b[2J\u009b\u202etxt.txt"), "report x 2020\nr1 1 1 3\n");

        Call call = Call.gouji("import", in, "--out", out, "--log", log);

        assertThat(call.out()).contains("a\\u001B[2J\\u009B\\u202Etxt.txt: SUM").doesNotContain("\u001b", "\u009b");
        assertThat(of(events(), "input").get(0).get("input")).isEqualTo("a\\u001B[2J\\u009B\\u202Etxt.txt");
    }

    @Test
    void aLogThatCannotBeWrittenOrWouldBeAnInputIsAWrongCall() throws IOException {
        Folder.write(in.resolve("a.txt"), "report x 2020\nr1 1 1 2\n");
        for (Path wrong : List.of(in.resolve("log"), folder.resolve("nowhere/log"), folder)) {
            Call call = Call.gouji("import", in, "--out", out, "--log", wrong);
            assertThat(call.status()).as(call.err()).isEqualTo(2);
            assertThat(call.err()).startsWith("gouji: --log: ");
        }
        assertThat(out).doesNotExist();
    }

    private static List<String> values(List<Map<?, ?>> events, String key) {
        return events.stream().map(e -> String.valueOf(e.get(key))).toList();
    }

    private static List<Map<?, ?>> of(List<Map<?, ?>> events, String kind) {
        return events.stream().filter(e -> e.get("event").equals(kind)).toList();
    }

    private List<Map<?, ?>> events() throws IOException {
        return Folder.read(log)
                .lines()
                .<Map<?, ?>>map(l -> new JacksonJson().read(l.getBytes(StandardCharsets.UTF_8), Map.class))
                .toList();
    }
}
