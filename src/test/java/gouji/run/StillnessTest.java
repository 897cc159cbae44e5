package gouji.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StillnessTest {
    private static final long SECOND = 1_000_000_000L;

    @TempDir
    Path folder;

    private final Stillness stillness = new Stillness(Duration.ofSeconds(5));
    private Path file;

    @BeforeEach
    void begin() throws IOException {
        file = Files.writeString(folder.resolve("报告.pdf"), "a");
    }

    @Test
    void aFileIsWholeOnceItHasNotChangedForTheTime() {
        look(0);
        assertThat(stillness.whole()).isEmpty();
        look(4);
        assertThat(stillness.isMoving(file)).isTrue();
        look(5);
        assertThat(stillness.whole()).containsOnlyKeys(file);
        assertThat(stillness.isMoving(file)).isFalse();
    }

    @Test
    void everyChangeBeginsTheTimeAnew() throws IOException {
        look(0);
        for (int second = 1; second < 12; second += 3) {
            Files.writeString(file, "b", StandardOpenOption.APPEND);
            look(second);
            look(second + 2);
            assertThat(stillness.whole()).isEmpty();
        }
        look(15);
        assertThat(stillness.whole()).containsOnlyKeys(file);
        assertThat(stillness.whole().get(file).bytes()).isEqualTo(5);
    }

    @Test
    void anotherFileOfTheSameLengthAndTimeUnderTheNameIsAChange() throws IOException {
        look(0);
        look(5);
        Path other = Files.writeString(folder.resolve("other"), "b");
        Files.setLastModifiedTime(other, Files.getLastModifiedTime(file));
        Files.move(other, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        look(6);
        assertThat(stillness.isMoving(file)).isTrue();
    }

    @Test
    void aFileThatIsGoneIsForgotten() throws IOException {
        look(0);
        look(5);
        Files.delete(file);
        look(6);
        assertThat(stillness.whole()).isEmpty();
        assertThat(stillness.isMoving(file)).isFalse();
        assertThat(stillness.waitedFor()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "报告.pdf.part",
                "报告.PDF.crdownload",
                "~$报告.docx",
                ".~lock.报告.odt#",
                "报告.pdf.filepart",
                "报告.tmp",
                ".报告.pdf.x3Ab9Q"
            })
    void aTemporaryNameIsNeverWhole(String name) throws IOException {
        Path temporary = Files.writeString(folder.resolve(name), "a");
        stillness.look(List.of(temporary), 0);
        stillness.look(List.of(temporary), 100 * SECOND);
        assertThat(stillness.whole()).isEmpty();
        assertThat(stillness.waitedFor()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"报告.pdf", "part", "partial.pdf", ".hidden", "~备份.txt", ".2023年报.pdf"})
    void otherNamesAreNotTemporary(String name) {
        assertThat(TemporaryNames.isOne(Path.of(name))).isFalse();
    }

    private void look(long second) {
        stillness.look(List.of(file), second * SECOND);
    }
}
