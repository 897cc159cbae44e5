package gouji.profile.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gouji.profile.Identity;
import gouji.profile.Identity.Term;
import gouji.profile.Profile;
import gouji.profile.ProfileException;
import gouji.profile.ProfileProblem;
import gouji.profile.ValueType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProfileLoaderTest {
    @ParameterizedTest
    @MethodSource("valid")
    void loadsWhatIsValid(Path file) throws IOException {
        assertThat(ProfileLoader.load(file).templates()).isNotEmpty();
    }

    /** Beside each file stands a text with the message of each problem; an orphan fails. */
    @ParameterizedTest
    @MethodSource("invalid")
    void refusesWhatIsInvalidWithEveryReasonAndItsLine(Path file) throws IOException {
        Path expected = file.resolveSibling(file.getFileName().toString().replace(".yaml", ".txt"));
        assertThatThrownBy(() -> ProfileLoader.load(file))
                .isInstanceOfSatisfying(
                        ProfileException.class,
                        e -> assertThat(e.problems().stream().map(ProfileProblem::toString))
                                .containsExactlyElementsOf(read(expected)));
    }

    @Test
    void aSecondFamilyIsDataAlone() throws IOException {
        Profile profile = ProfileLoader.load(folder("validSchema").resolve("school-meals.yaml"));
        assertThat(profile.template("meals-2024").cells()).isEqualTo(3 * 3 + 4);
        assertThat(profile.template("meals-2024").hasCell("meals.primary.pupils.free"))
                .isTrue();
        assertThat(profile.normalization().key("2. Secondary & upper")).isEqualTo("Secondaryandupper");
        Identity row = profile.template("meals-2024").identities().get(0);
        assertThat(row.right()).containsExactly(new Term(1, "pupils.free"), new Term(1, "pupils.paid"));
        Identity half = profile.template("meals-2024").identities().get(3);
        assertThat(half.left()).containsExactly(new Term(2, "spent.food"), new Term(-1, "balance"));
        assertThat(profile.figures()
                        .get(0)
                        .pattern()
                        .matcher("1,204mealsserved")
                        .find())
                .isTrue();
    }

    @Test
    void aCellTakesTheUnitOfWhicheverStatesOne() {
        ValueType row = new ValueType(ValueType.Kind.INTEGER, "", true, false);
        ValueType column = new ValueType(ValueType.Kind.DECIMAL, "万元", false, false);
        assertThat(ValueType.ofCell(row, column)).isEqualTo(new ValueType(ValueType.Kind.DECIMAL, "万元", true, false));
    }

    @Test
    void wordsThatYaml11TookForBooleansAreText() throws IOException {
        String yaml = new String(
                        Files.readAllBytes(folder("validSchema").resolve("least.yaml")), StandardCharsets.UTF_8)
                .replace("{code: answer}", "{code: on, label: no}");
        Profile profile =
                ProfileLoader.load(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), "in memory");
        assertThat(profile.template("only").hasCell("t.on.value")).isTrue();
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        assertThatThrownBy(() -> ProfileLoader.load(new ByteArrayInputStream(new byte[] {(byte) 0xff}), "x.yaml"))
                .isInstanceOf(ProfileException.class)
                .hasMessage("x.yaml: expected UTF-8, found bytes that are not");
    }

    static Stream<Path> valid() throws IOException {
        return yaml("validSchema");
    }

    static Stream<Path> invalid() throws IOException {
        return yaml("invalidSchema");
    }

    private static Stream<Path> yaml(String folder) throws IOException {
        try (Stream<Path> files = Files.list(folder(folder))) {
            List<Path> found =
                    files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList();
            return found.stream();
        }
    }

    private static List<String> read(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new AssertionError("expected the messages in " + file, e);
        }
    }

    private static Path folder(String name) {
        try {
            return Path.of(ProfileLoaderTest.class
                    .getResource("/gouji/profile/" + name)
                    .toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
