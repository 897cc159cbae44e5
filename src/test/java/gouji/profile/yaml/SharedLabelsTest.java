package gouji.profile.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.ibm.icu.text.Transliterator;
import gouji.profile.Label;
import gouji.profile.Node;
import gouji.profile.Profile;
import gouji.profile.Template;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The profile against the label study and the truth of the corpus, where the shared folder is at hand. */
class SharedLabelsTest {
    private static final List<String> TEMPLATES =
            List.of("format-2021", "format-2019", "stats-2014", "stats-local-2008");
    /** The normaliser reads traditional script as simplified, so the profile lists none of it. */
    private static final Transliterator SIMPLIFIED = Transliterator.getInstance("Traditional-Simplified");

    private static final Path SHARED =
            Path.of(Optional.ofNullable(System.getenv("GOUJI_SHARED")).orElse("../shared"));

    private final Profile profile = ProfileLoader.builtIn("cn-disclosure");

    @BeforeEach
    void needsTheSharedFolder() {
        boolean there = Files.isRegularFile(SHARED.resolve("labels.json"));
        if (!there) {
            System.err.println("SKIPPED: SharedLabelsTest needs labels.json; set GOUJI_SHARED, or put it into "
                    + SHARED.toAbsolutePath().normalize());
        }
        assumeTrue(there, "no shared folder");
    }

    @Test
    void everyRowAndColumnOfTheStudyIsInTheProfile() {
        for (JsonNode entry : json("labels.json")) {
            if (concerns(entry) && entry.get("leaf").asBoolean()) {
                assertThat(codes(entry)).as(entry.toString()).contains(code(entry));
            }
        }
    }

    @Test
    void everyObservedWordingLeadsToItsCode() {
        for (JsonNode entry : json("labels.json")) {
            if (!concerns(entry)) {
                continue;
            }
            Set<String> known = nodes(entry)
                    .filter(n -> n.code().equals(code(entry)))
                    .flatMap(n -> n.label().stream())
                    .flatMap(SharedLabelsTest::wordings)
                    .map(profile.normalization()::key)
                    .collect(Collectors.toSet());
            Stream.concat(entry.get("aliases").valueStream(), Stream.of(entry.get("label")))
                    .map(JsonNode::asString)
                    .filter(alias -> !known.isEmpty() && isOneForm(alias))
                    .map(SIMPLIFIED::transliterate)
                    .forEach(alias -> assertThat(known)
                            .as(entry.get("code").asString())
                            .contains(profile.normalization().key(alias)));
        }
    }

    @Test
    void cellsOfTheCorpusAreCellsOfItsTemplate() {
        for (String name : List.of("d001", "d010", "d017", "d020")) {
            JsonNode report =
                    json("corpus/truth/" + name + ".json").get("reports").get(0);
            Template template = profile.template(report.get("template").asString());
            Set<String> expected = new LinkedHashSet<>();
            for (JsonNode o : report.get("observations")) {
                if (!o.get("row").asString().startsWith("local.")) {
                    expected.add(o.get("table").asString() + "." + o.get("row").asString() + "."
                            + o.get("column").asString());
                }
            }
            Set<String> cells = template.tables().stream()
                    .flatMap(t -> t.cellCodes().stream().map(c -> t.id() + "." + c))
                    .collect(Collectors.toSet());
            assertThat(cells).as(name).isEqualTo(expected);
        }
    }

    private static boolean concerns(JsonNode entry) {
        return TEMPLATES.contains(entry.get("template").asString())
                && List.of("row", "col").contains(entry.get("kind").asString())
                && entry.get("status") == null
                && !entry.get("code").asString().startsWith("hdr.")
                && !entry.get("code").asString().equals("info_content");
    }

    private static String code(JsonNode entry) {
        String code = entry.get("code").asString();
        return code.equals("remedies.values") ? "values" : code;
    }

    private Set<String> codes(JsonNode entry) {
        return nodes(entry).filter(n -> n.value().isPresent()).map(Node::code).collect(Collectors.toSet());
    }

    private Stream<Node> nodes(JsonNode entry) {
        boolean rows = entry.get("kind").asString().equals("row");
        return profile
                .template(entry.get("template").asString())
                .findTable(entry.get("table").asString())
                .orElseThrow()
                .blocks()
                .stream()
                .flatMap(b -> (rows ? b.rows() : b.columns()).stream())
                .flatMap(Node::all);
    }

    private static Stream<String> wordings(Label label) {
        return Stream.of(List.of(label.preferred()), label.also(), label.hidden())
                .flatMap(List::stream);
    }

    /** Value columns of a quarterly local form are to be kept apart, so they are no wordings of ours. */
    private static boolean isOneForm(String alias) {
        return !alias.matches("(区政府|区直单位|乡镇街道)统计数");
    }

    private static JsonNode json(String file) {
        return JsonMapper.shared().readTree(SHARED.resolve(file));
    }
}
