package blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bench.ScanScore;
import gouji.ReportPipeline;
import gouji.profile.yaml.ProfileLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scans and pictures of the made reports beside the project: nothing may be wrong without a mark. */
class ScanCorpusTest {
    private static final ReportPipeline PIPELINE = ScanScore.pipeline(ProfileLoader.builtIn("cn-disclosure"));

    private static Path shared() {
        Path shared =
                Optional.ofNullable(System.getenv("GOUJI_SHARED")).map(Path::of).orElse(Path.of("..", "shared"));
        assumeTrue(
                Files.isDirectory(shared.resolve("corpus")),
                "SKIPPED: no corpus at " + shared.toAbsolutePath() + "; set GOUJI_SHARED to the folder that holds it");
        return shared;
    }

    @Test
    void readsAScanToTheDigit() throws Exception {
        read("d044.pdf");
    }

    @Tag("long")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "d041.pdf",
                "d042.pdf",
                "d043.pdf",
                "d045.pdf",
                "d046.pdf",
                "d047.png",
                "d048.jpg",
                "d049.jpg",
                "d050.pdf"
            })
    void readsScansAndPicturesToTheDigit(String file) throws Exception {
        read(file);
    }

    private static void read(String file) throws Exception {
        ScanScore.Score score = ScanScore.score(PIPELINE, shared(), file, false);
        assertThat(score.silent()).as("silently wrong cells of " + file).isZero();
        assertThat(score.exact()).as("exact cells of " + file).isEqualTo(score.cells());
    }
}
