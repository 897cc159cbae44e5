package gouji;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ProfileCommandTest {
    private final StringWriter out = new StringWriter();

    @Test
    void checksASoundProfileInOneLine() {
        String file = file("validSchema/school-meals.yaml");
        assertThat(run("check", file)).isZero();
        assertThat(out).hasToString(file + ": ok, 1 templates, 13 cells, 4 identities, 2 figure patterns\n");
    }

    @Test
    void namesFileAndLineOfEachProblem() {
        String file = file("invalidSchema/repeatedKey.yaml");
        assertThat(run("check", file)).isEqualTo(2);
        assertThat(out.toString())
                .startsWith(file + ":5: /version: the key \"version\" is repeated; it stands first in line 2\n");
    }

    @Test
    void saysWhichFileIsMissing() {
        assertThat(run("check", "nowhere.yaml")).isEqualTo(2);
        assertThat(out.toString()).startsWith("nowhere.yaml: cannot be read: ");
    }

    @Test
    void listsTheFamiliesItKnows() {
        assertThat(run("list")).isZero();
        assertThat(out.toString()).contains("cn-disclosure  version 1, 4 templates, 536 cells, ");
    }

    @Test
    void showsCodesWithTheirPrintedLabels() {
        assertThat(run("show", "cn-disclosure")).isZero();
        assertThat(out.toString())
                .contains("template format-2021, 200 cells")
                .contains("result.denied.state_secret  1.属于国家秘密")
                .contains("fee_amount  本年收费金额（单位：万元）  [万元, decimal]");
    }

    @Test
    void saysWhichFamiliesThereAreWhenAskedForAnother() {
        assertThat(run("show", "cn-nothing")).isEqualTo(2);
        assertThat(out.toString()).contains("no built-in profile cn-nothing").contains("cn-disclosure");
    }

    private int run(String... args) {
        return new CommandLine(new ProfileCommand())
                .setOut(new PrintWriter(out, true))
                .execute(args);
    }

    private static String file(String name) {
        try {
            return Path.of(ProfileCommandTest.class
                            .getResource("/gouji/profile/" + name)
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
