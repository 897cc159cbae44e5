package gouji;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The self check, on a machine where all is well and where the temporary folder is not. */
class DoctorTest {
    private final StringWriter out = new StringWriter();

    private int doctor(String... options) {
        CommandLine command = Gouji.commandLine(FakeEngine::make);
        command.setOut(new PrintWriter(out));
        String[] arguments = new String[options.length + 1];
        arguments[0] = "doctor";
        System.arraycopy(options, 0, arguments, 1, options.length);
        return command.execute(arguments);
    }

    @Test
    void findsBothEnginesWellOnAMachineWithJavaAndMavenOnly() {
        int status = doctor("--json");
        JsonNode facts = new ObjectMapper().readTree(out.toString());
        assertThat(status).as(out.toString()).isZero();
        assertThat(facts.get("works").asBoolean()).isTrue();
        assertThat(facts.get("checks").size()).isEqualTo(6);
        facts.get("checks")
                .forEach(c ->
                        assertThat(c.get("works").asBoolean()).as(c.toString()).isTrue());
    }

    @Test
    void saysWhatToDoWithoutATemporaryFolder() {
        String before = System.getProperty("java.io.tmpdir");
        System.setProperty("java.io.tmpdir", "target/no such folder");
        try {
            assertThat(doctor()).isEqualTo(1);
        } finally {
            System.setProperty("java.io.tmpdir", before);
        }
        assertThat(out.toString())
                .contains("MISSING  temporary folder   target/no such folder cannot be written")
                .contains("-Djava.io.tmpdir=FOLDER")
                .endsWith("Something that an import needs does not work." + System.lineSeparator());
    }
}
