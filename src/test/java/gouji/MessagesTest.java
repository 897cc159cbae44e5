package gouji;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What a person reads when something is in the way. */
class MessagesTest {
    private static final String REPORT = "fixtures/cn-disclosure/format-2021/";

    @TempDir
    static Path dir;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void imports() throws IOException {
        assertThat(new MessagesTest().gouji("import", REPORT + "suqian-2023", "--out", dataset(), "--quiet"))
                .isZero();
        Files.writeString(dir.resolve("file"), "in the way");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "panel DATASET --out FILE/panel",
                "export DATASET --to csv --out FILE/csv",
                "export DATASET --to xlsx --out FILE/x.xlsx",
                "compare DATASET --out FILE/c.xlsx",
                "chart DATASET --out FILE/c.html",
                "corrections export DATASET --out FILE/c.csv"
            })
    void outputsThatCannotBeWrittenAreSaidInOneSentence(String call) {
        String line = call.replace("DATASET", dataset())
                .replace("FILE", dir.resolve("file").toString());
        assertThat(gouji(line.split(" "))).isIn(Gouji.STOPPED, Gouji.USAGE);
        assertThat(err.toString())
                .startsWith("gouji: ")
                .contains(dir.resolve("file").toString())
                .doesNotContain("Exception")
                .doesNotContain("\tat ");
    }

    @Test
    void helpGoesDownToCommandsBelowACommand() {
        assertThat(gouji("help", "profile", "check")).isZero();
        assertThat(out.toString()).contains("profile check").contains("Profile files (YAML 1.2).");
        assertThat(gouji("help", "profile", "nothing")).isEqualTo(Gouji.USAGE);
        assertThat(err.toString()).contains("no command is named profile nothing; there are check, ");
    }

    @Test
    void aProfileThatIsNoneIsNamedOnce() {
        assertThat(gouji("codebook", "nowhere.yaml")).isEqualTo(Gouji.USAGE);
        assertThat(err.toString())
                .isEqualToIgnoringNewLines(
                        "gouji: expected a profile shipped with the program (cn-disclosure) or a file,"
                                + " but no file or folder is at nowhere.yaml");
    }

    @Test
    void aWholeFileThatIsWrongHasNoLine() throws IOException {
        Path empty = Files.createFile(dir.resolve("empty.yaml"));
        assertThat(gouji("profile", "check", empty.toString())).isEqualTo(2);
        assertThat(out.toString()).startsWith(empty + ": expected a profile, found an empty file");
    }

    @Test
    void anImportSaysThatThePanelInItsFolderIsOfTheOneBefore() {
        String data = dir.resolve("again").toString();
        gouji("import", REPORT + "suqian-2023", "--out", data);
        assertThat(gouji("panel", data)).isZero();
        gouji("import", REPORT + "suqian-2023", "--out", data);
        assertThat(err.toString()).isEmpty();
        gouji("import", REPORT + "suqian-2023", REPORT + "suqian-2024", "--out", data);
        assertThat(err.toString()).contains("is of an earlier import: run gouji panel " + data);
        assertThat(gouji("panel", data)).isZero();
        err.getBuffer().setLength(0);
        gouji("import", REPORT + "suqian-2023", REPORT + "suqian-2024", "--out", data);
        assertThat(err.toString()).isEmpty();
    }

    private static String dataset() {
        return dir.resolve("data").toString();
    }

    private int gouji(String... arguments) {
        CommandLine command = Gouji.commandLine(Wiring::engine);
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        return command.execute(List.of(arguments).toArray(String[]::new));
    }
}
