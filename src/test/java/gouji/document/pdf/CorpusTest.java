package gouji.document.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gouji.document.Document;
import gouji.document.Glyph;
import gouji.document.Page;
import gouji.source.Input;
import gouji.source.Reason;
import gouji.source.UnreadableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the made reports beside the project (folder {@code ../shared} or the environment's GOUJI_SHARED). */
class CorpusTest {
    private static Path shared() {
        Path shared =
                Optional.ofNullable(System.getenv("GOUJI_SHARED")).map(Path::of).orElse(Path.of("..", "shared"));
        assumeTrue(
                Files.isDirectory(shared.resolve("corpus")),
                "SKIPPED: no corpus at " + shared.toAbsolutePath() + "; set GOUJI_SHARED to the folder that holds it");
        return shared.resolve("corpus");
    }

    private static Document read(String name) throws IOException, UnreadableException {
        byte[] bytes = Files.readAllBytes(shared().resolve("inputs").resolve(name));
        return new PdfReader().read(new Input(name, "0".repeat(64), bytes));
    }

    /** The text is in the boxes where the maker of the file printed it, and nothing else is. */
    @ParameterizedTest
    @ValueSource(strings = {"d018", "d019", "d020", "d021", "d022", "d023"})
    void findsEveryPrintedFigureInItsBox(String name) throws Exception {
        List<Page> pages = read(name + ".pdf").pages();
        JsonNode truth = JsonMapper.shared()
                .readTree(Files.readString(shared().resolve("truth").resolve(name + ".json")));
        List<JsonNode> cells = new ArrayList<>(truth.findParents("box"));
        assertThat(cells).hasSizeGreaterThan(100);
        for (JsonNode cell : cells) {
            JsonNode box = cell.get("box");
            if (box.isArray()) {
                assertThat(textIn(pages, box))
                        .as(cell.toString())
                        .isEqualTo(cell.get("printed").asString());
            }
        }
    }

    private static String textIn(List<Page> pages, JsonNode box) {
        return pages.get(box.get(0).asInt() - 1).glyphs().stream()
                .filter(g -> g.box().centerX() >= box.get(1).asDouble()
                        && g.box().centerY() >= box.get(2).asDouble()
                        && g.box().centerX() <= box.get(3).asDouble()
                        && g.box().centerY() <= box.get(4).asDouble())
                .map(Glyph::text)
                .collect(Collectors.joining())
                .strip();
    }

    @Test
    void readsEveryReportWithoutADoubtfulGlyph() throws Exception {
        try (Stream<Path> files = Files.list(shared().resolve("inputs"))) {
            List<String> names = files.map(p -> p.getFileName().toString())
                    .filter(n -> n.matches("d0(0[6-9]|1[0-9]|2[0-3])\\.pdf"))
                    .sorted()
                    .toList();
            assertThat(names).isNotEmpty();
            for (String name : names) {
                Document document = read(name);
                assertThat(document.findings()).as(name).isEmpty();
                assertThat(document.pages()).as(name).anyMatch(p -> p.rulings().size() > 20);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"cut.pdf, CORRUPT", "locked.pdf, ENCRYPTED", "d041.pdf, NO_TEXT"})
    void refuses(String name, Reason reason) {
        shared();
        UnreadableException refusal = catchThrowableOfType(UnreadableException.class, () -> read(name));
        assertThat(refusal.reason()).isEqualTo(reason);
    }
}
