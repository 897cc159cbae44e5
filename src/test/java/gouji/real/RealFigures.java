package gouji.real;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The shared file of real figures; without it the test that asks is skipped, and says so. */
public final class RealFigures {
    private static final Path FILE = Path.of(
                    Optional.ofNullable(System.getenv("GOUJI_SHARED")).orElse("../shared"))
            .resolve("real-figures.json");

    private RealFigures() {}

    public static List<RealReport> reports(Class<?> test) {
        boolean there = Files.isRegularFile(FILE);
        if (!there) {
            System.err.println("SKIPPED: " + test.getSimpleName()
                    + " needs real-figures.json; set GOUJI_SHARED, or put it into "
                    + FILE.toAbsolutePath().normalize().getParent());
        }
        assumeTrue(there, "no shared folder");
        JsonNode root = JsonMapper.shared().readTree(FILE);
        return root.get("sets")
                .valueStream()
                .map(set -> new RealReport(root, set))
                .toList();
    }
}
