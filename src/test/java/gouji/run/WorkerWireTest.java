package gouji.run;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.source.Entry;
import gouji.source.Limits;
import gouji.source.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerWireTest {
    @TempDir
    Path folder;

    /** A page with a picture beside it: a worker gets at the picture, and what is kept of it has the same key. */
    @Test
    void tellsAWorkerOfTheFilesThatBelongToAPage() throws Exception {
        Path in = Files.createDirectories(folder.resolve("in/页_files"));
        Files.writeString(in.resolveSibling("页.html"), "<html><body><img src=\"页_files/表 1.png\"></body></html>");
        Files.write(in.resolve("表 1.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
        Entry page = find(in.getParent()).stream()
                .filter(e -> e.path().endsWith(".html"))
                .findFirst()
                .orElseThrow();

        Entry heard = WorkerWire.entry(WorkerWire.question(page));

        assertThat(heard.key()).isEqualTo(page.key());
        assertThat(heard.key()).isNotEqualTo(page.sha256().orElseThrow());
        assertThat(heard.companions().find("页_files/表 1.png")).isPresent();
        assertThat(heard.name()).isEqualTo(page.name());
        assertThat(heard.content()).isEqualTo(page.content());
    }

    private List<Entry> find(Path argument) throws IOException {
        Path staging = Files.createDirectories(folder.resolve("stage"));
        return new Sources(Limits.STANDARD, staging, sha256 -> true, () -> {}).find(List.of(argument));
    }
}
