package blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DataPackageTest {
    @TempDir
    Path folder;

    Path out;
    JsonNode descriptor;

    @BeforeEach
    void importTwoReports() throws IOException {
        out = folder.resolve("out");
        Folder.write(folder.resolve("in/a.txt"), "report x 2020\nr1 1 1 2\n");
        Folder.write(folder.resolve("in/b.txt"), "report y 2021\nr1 1 1 2\nr2 - - -\n");
        Folder.write(folder.resolve("in/c.txt"), "nothing");
        Call.gouji("import", folder.resolve("in"), "--out", out);
        descriptor = new JsonMapper().readTree(Files.readAllBytes(out.resolve("datapackage.json")));
    }

    @Test
    void isValidByThePublishedSchema() throws IOException {
        Schema schema;
        try (InputStream in = getClass().getResourceAsStream("/datapackage/tabular-data-package.json")) {
            schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
                    .getSchema(in);
        }

        assertThat(schema.validate(descriptor)).isEmpty();
        String broken =
                Files.readString(out.resolve("datapackage.json")).replace("\"name\" : \"reports\"", "\"name\" : 1");
        assertThat(schema.validate(broken, InputFormat.JSON)).isNotEmpty();
    }

    @Test
    void namesEveryCsvFileAndItsColumnsInOrder() throws IOException {
        List<String> described = new ArrayList<>();
        for (JsonNode resource : descriptor.get("resources")) {
            String path = resource.get("path").asString();
            described.add(path);
            List<String> fields = new ArrayList<>();
            resource.get("schema")
                    .get("fields")
                    .forEach(f -> fields.add(f.get("name").asString()));
            String header = Folder.read(out.resolve(path)).lines().findFirst().orElseThrow();
            assertThat(String.join(",", fields)).as(path).isEqualTo(header);
        }
        List<String> files = Folder.snapshot(out).keySet().stream()
                .filter(f -> f.endsWith(".csv"))
                .toList();
        assertThat(described).containsExactlyInAnyOrderElementsOf(files);
    }
}
