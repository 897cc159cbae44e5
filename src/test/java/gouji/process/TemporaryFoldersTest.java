package gouji.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryFoldersTest {
    @Test
    void removesWhatADeadProcessLeftAndNothingElse(@TempDir Path parent) throws IOException {
        Path dead = Files.createDirectories(parent.resolve("gouji-worker-999999999999-1/sub"));
        Path living = Files.createDirectory(
                parent.resolve("gouji-worker-" + ProcessHandle.current().pid() + "-1"));
        Path other = Files.createDirectory(parent.resolve("gouji-of-somebody"));

        TemporaryFolders.sweep(parent);

        assertThat(dead.getParent()).doesNotExist();
        assertThat(living).exists();
        assertThat(other).exists();
    }
}
