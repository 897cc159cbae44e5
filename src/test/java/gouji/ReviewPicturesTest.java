package gouji;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.review.PagePictures;
import gouji.source.Input;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewPicturesTest {
    private static final Path FOLDER = Path.of("fixtures", "cn-disclosure", "format-2021", "lincheng-housing-2024");

    @TempDir
    Path folder;

    @Test
    void keepsThePagesUpToANumberOfBytes() throws Exception {
        String sha256 = sha256(FOLDER.resolve("report.pdf"));
        long one = new ReviewPictures(List.of(FOLDER))
                .find("report.pdf", sha256, 1)
                .orElseThrow()
                .png()
                .length;
        ReviewPictures pictures = new ReviewPictures(List.of(FOLDER), one + 1);
        for (int page : List.of(1, 2, 1, 2)) {
            assertThat(pictures.find("report.pdf", sha256, page)).isPresent();
            assertThat(pictures.keptBytes()).isBetween(0L, one + 1);
        }
    }

    @Test
    void drawsNoFileOfOtherBytesAndNoneOutsideTheFolder() throws Exception {
        String sha256 = sha256(FOLDER.resolve("report.pdf"));
        Files.copy(FOLDER.resolve("report.pdf"), folder.resolve("outside.pdf"));
        Path inner = Files.createDirectory(folder.resolve("inner"));
        Files.writeString(inner.resolve("report.pdf"), "other bytes");
        PagePictures pictures = new ReviewPictures(List.of(inner));

        assertThat(pictures.find("report.pdf", sha256, 1)).isEqualTo(Optional.empty());
        assertThat(pictures.find("../outside.pdf", sha256, 1)).isEmpty();
        assertThat(pictures.find(folder.resolve("outside.pdf").toString(), sha256, 1))
                .isEmpty();
        assertThat(new ReviewPictures(List.of(folder)).find("outside.pdf", sha256, 1))
                .isPresent();
    }

    private static String sha256(Path file) throws Exception {
        return Input.of("", Files.readAllBytes(file)).sha256();
    }
}
