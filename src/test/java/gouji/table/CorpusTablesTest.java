package gouji.table;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.document.Box;
import gouji.document.pdf.PdfReader;
import gouji.source.Input;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The born-digital PDFs of the development corpus, held against what their makers printed. */
class CorpusTablesTest {
    private static final Path SHARED = Path.of(System.getenv().getOrDefault("GOUJI_SHARED", "../shared"));

    /** What the truth says was printed into one value cell; page 0 where the place is not known. */
    private record Printed(String table, String text, int page, double x, double y) {}

    static Stream<String> reports() {
        return Stream.iterate(6, i -> i + 1).limit(18).map("d%03d"::formatted);
    }

    @ParameterizedTest
    @MethodSource("reports")
    void readsEveryTableOfAReport(String name) throws Exception {
        List<Table> tables = layout(name).tables();
        String template = truth(name).path("template").asString();
        if (template.equals("stats-2014")) {
            assertThat(tables).hasSize(1);
            assertThat(tables.get(0).columns()).isEqualTo(3);
            assertThat(tables.get(0).rows()).isEqualTo(66);
        } else {
            int valueRows = template.equals("format-2019") ? 23 : 25;
            assertThat(tables).hasSize(3);
            assertThat(tables.get(0).columns()).isEqualTo(4);
            assertThat(tables.get(0).rows()).isEqualTo(template.equals("format-2019") ? 18 : 14);
            assertThat(tables.get(1).columns()).isEqualTo(10);
            assertThat(tables.get(1).rows()).isBetween(valueRows + 3, valueRows + 4);
            assertThat(tables.get(2).columns()).isEqualTo(15);
            assertThat(tables.get(2).rows()).isEqualTo(4);
        }
    }

    @ParameterizedTest
    @MethodSource("reports")
    void readsEveryPrintedFigure(String name) throws Exception {
        List<Table> tables = layout(name).tables();
        String template = truth(name).path("template").asString();
        if (template.equals("stats-2014")) {
            assertThat(figures(tables.get(0), 2)).isEqualTo(printed(name, "statistics"));
        } else {
            assertThat(figures(tables.get(1), 3)).isEqualTo(printed(name, "requests"));
            assertThat(figures(tables.get(2), 0)).isEqualTo(printed(name, "remedies"));
        }
    }

    @ParameterizedTest
    @MethodSource("reports")
    void putsEveryFigureIntoItsCell(String name) throws Exception {
        List<Table> tables = layout(name).tables();
        for (Printed p : observations(name)) {
            if (p.page() > 0) {
                List<String> texts = new ArrayList<>();
                for (Table t : tables) {
                    for (Cell c : t.cells()) {
                        Box box = c.place().box().orElseThrow();
                        if (c.place().page() == p.page() && box.contains(p.x(), p.y()) && c.rowSpan() == 1) {
                            texts.add(c.text());
                        }
                    }
                }
                assertThat(texts)
                        .as("page %d at %.0f, %.0f", p.page(), p.x(), p.y())
                        .containsExactly(p.text());
            }
        }
    }

    /** Texts of single cells from a column on, in rows that are no header. */
    private static List<String> figures(Table table, int fromColumn) {
        List<String> texts = new ArrayList<>();
        for (int r = 0; r < table.rows(); r++) {
            int row = r;
            List<Cell> cells = table.cells().stream()
                    .filter(c -> c.row() == row && c.column() >= fromColumn && c.columnSpan() == 1)
                    .toList();
            boolean header = cells.stream().anyMatch(c -> !Script.isBlank(c.text()) && !Script.isFigure(c.text()));
            boolean heading = table.cells().stream()
                    .anyMatch(c -> c.row() == row && c.text().matches("——|⸺"));
            if (!header && !heading && cells.size() + fromColumn >= table.columns()) {
                cells.forEach(c -> texts.add(c.text()));
            }
        }
        return texts;
    }

    private static List<String> printed(String name, String table) throws Exception {
        return observations(name).stream()
                .filter(p -> p.table().startsWith(table.substring(0, 4)))
                .map(Printed::text)
                .toList();
    }

    private static List<Printed> observations(String name) throws Exception {
        List<Printed> all = new ArrayList<>();
        for (JsonNode o : truth(name).path("observations")) {
            JsonNode box = o.path("box");
            double x = box.isArray() ? (box.get(1).asDouble() + box.get(3).asDouble()) / 2 : 0;
            double y = box.isArray() ? (box.get(2).asDouble() + box.get(4).asDouble()) / 2 : 0;
            int page = box.isArray() ? box.get(0).asInt() : 0;
            all.add(new Printed(o.path("table").asString(), o.path("printed").asString(), page, x, y));
        }
        return all;
    }

    private static JsonNode truth(String name) throws Exception {
        Path file = SHARED.resolve("corpus/truth").resolve(name + ".json");
        return new ObjectMapper()
                .readTree(Files.readString(file))
                .path("reports")
                .get(0);
    }

    private static Layout layout(String name) throws Exception {
        Path file = SHARED.resolve("corpus/inputs").resolve(name + ".pdf");
        Assumptions.assumeTrue(Files.exists(file), "NOT RUN: no development corpus at " + SHARED.toAbsolutePath());
        Input input = new Input(name + ".pdf", "0".repeat(64), Files.readAllBytes(file));
        return new LayoutBuilder().build(new PdfReader().read(input));
    }
}
