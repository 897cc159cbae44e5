package gouji;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Decisions of persons, from the file to the dataset: the report prints 358 where its own sums and prose say 367. */
class CorrectionsTest {
    private static final Path REPORT =
            Path.of("fixtures", "cn-disclosure", "format-2021", "lincheng-housing-2024", "report.pdf");
    private static final String ID = "285b172e2127a22e";
    private static final String CELL = ID + ",requests,received_new,total,";

    @TempDir
    Path folder;

    Path out;

    @BeforeEach
    void begin() {
        out = folder.resolve("out");
        gouji("import", REPORT, "--out", out);
    }

    @Test
    void anEditTurnsTheChecksAndKeepsWhatWasRead() throws IOException {
        assertThat(fails()).containsExactlyInAnyOrder("PROSE", "T3-FLOW", "T3-ROW");

        decide("358,367,a slip,Li,2026-01-02T03:04:05Z,edit");
        gouji("import", REPORT, "--out", out);

        assertThat(observation("total")).contains(",367,件,358,corrected,1.00,");
        assertThat(observation("natural_person")).contains(",confirmed,");
        assertThat(fails()).isEmpty();
        assertThat(Files.readString(out.resolve("reports/" + ID + ".json"))).doesNotContain("CORRECTION_");
    }

    @Test
    void runningAgainLosesNothingAndChangesNothing() throws IOException {
        decide("358,367,a slip,Li,2026-01-02T03:04:05Z,edit");
        gouji("import", REPORT, "--out", out);
        String first = Files.readString(out.resolve("observations.csv"));
        String log = Files.readString(out.resolve("corrections.csv"));

        gouji("import", REPORT, "--out", out);

        assertThat(out.resolve("observations.csv")).hasContent(first);
        assertThat(out.resolve("corrections.csv")).hasContent(log);
    }

    @Test
    void undoGivesTheDatasetAsItWas() throws IOException {
        String before = Files.readString(out.resolve("observations.csv"));
        decide("358,367,,Li,2026-01-02T03:04:05Z,edit");
        gouji("import", REPORT, "--out", out);
        decide("358,358,,Li,2026-01-02T03:05:05Z,undo");
        gouji("import", REPORT, "--out", out);

        assertThat(out.resolve("observations.csv")).hasContent(before);
    }

    @Test
    void aReportThatIsWrongItselfStaysContradicted() throws IOException {
        decide("358,358,printed so,Li,2026-01-02T03:04:05Z,report-wrong");
        gouji("import", REPORT, "--out", out);

        assertThat(observation("total")).contains(",358,件,358,contradicted,1.00,");
        assertThat(fails()).containsExactlyInAnyOrder("PROSE", "T3-FLOW", "T3-ROW");
    }

    @Test
    void tellsWhereTheReadingIsNotTheOneThePersonSaw() throws IOException {
        decide("999,367,,Li,2026-01-02T03:04:05Z,edit");
        Files.writeString(
                out.resolve("corrections.csv"),
                ID + ",requests,no_such_row,total,1,2,,Li,2026-01-02T03:04:05Z,edit\n",
                StandardOpenOption.APPEND);
        gouji("import", REPORT, "--out", out);

        assertThat(observation("total")).contains(",367,件,358,corrected,1.00,");
        assertThat(Files.readString(out.resolve("reports/" + ID + ".json")))
                .contains("CORRECTION_CONFLICT")
                .contains("was read as 999")
                .contains("CORRECTION_UNPLACED");
    }

    @Test
    void aLineThatACrashCutOffIsNoDecisionAndTheNextOneStandsAlone() throws IOException {
        decide("358,367,,Li,2026-01-02T03:04:05Z,edit");
        Files.writeString(out.resolve("corrections.csv"), CELL + "358,99,,Li,2026-01-0", StandardOpenOption.APPEND);
        Path more = folder.resolve("more.csv");
        Files.writeString(
                more,
                "report_id,table,row,column,before,after,reason,who,when,decision\n" + ID
                        + ",requests,carried_in,total,14,14,,Wu,2026-01-03T00:00:00Z,accept\n");

        assertThat(gouji("corrections", "import", out, more)).contains("added 1");
        assertThat(gouji("corrections", "import", out, more)).contains("added 0, already there 1");

        assertThat(Files.readAllLines(out.resolve("corrections.csv")))
                .containsExactly(
                        "report_id,table,row,column,before,after,reason,who,when,decision",
                        CELL + "358,367,,Li,2026-01-02T03:04:05Z,edit",
                        ID + ",requests,carried_in,total,14,14,,Wu,2026-01-03T00:00:00Z,accept");
        assertThat(gouji("corrections", "export", out)).isEqualTo(Files.readString(out.resolve("corrections.csv")));
    }

    @Test
    void aFileOfOldGetsTheNewColumn() throws IOException {
        Files.writeString(
                out.resolve("corrections.csv"),
                "report_id,table,row,column,before,after,reason,who,when\n" + CELL
                        + "358,367,,Li,2026-01-02T03:04:05Z\n");
        gouji("import", REPORT, "--out", out);

        assertThat(observation("total")).contains(",367,件,358,corrected,");
        assertThat(Files.readAllLines(out.resolve("corrections.csv")))
                .containsExactly(
                        "report_id,table,row,column,before,after,reason,who,when,decision",
                        CELL + "358,367,,Li,2026-01-02T03:04:05Z,edit");
    }

    @Test
    void noWrongLineIsSkippedSilently() throws IOException {
        decide("358,367,\"two\nlines\",Li,2026-01-02T03:04:05Z,edit");
        decide("358,many,,Li,2026-01-02T03:04:05Z,edit");
        StringWriter err = new StringWriter();

        assertThat(status(new StringWriter(), err, "import", REPORT, "--out", out))
                .isEqualTo(Gouji.USAGE);
        assertThat(err.toString()).contains("line 4: after:").contains("many");
    }

    private void decide(String rest) throws IOException {
        Files.writeString(out.resolve("corrections.csv"), CELL + rest + "\n", StandardOpenOption.APPEND);
    }

    private List<String> fails() throws IOException {
        return Files.readAllLines(out.resolve("checks.csv"), StandardCharsets.UTF_8).stream()
                .filter(l -> l.contains(",fail,"))
                .map(l -> l.split(",")[1])
                .toList();
    }

    private String observation(String column) throws IOException {
        return Files.readAllLines(out.resolve("observations.csv"), StandardCharsets.UTF_8).stream()
                .filter(l -> l.contains(",requests,received_new," + column + ","))
                .findFirst()
                .orElseThrow();
    }

    private static String gouji(Object... arguments) {
        StringWriter printed = new StringWriter();
        StringWriter err = new StringWriter();
        assertThat(status(printed, err, arguments)).as(err.toString()).isZero();
        return printed.toString();
    }

    private static int status(StringWriter printed, StringWriter err, Object... arguments) {
        CommandLine command = Gouji.commandLine(Wiring::engine);
        command.setOut(new PrintWriter(printed, true));
        command.setErr(new PrintWriter(err, true));
        return command.execute(Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
    }
}
