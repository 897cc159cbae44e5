package gouji.run.spark;

import gouji.process.TemporaryFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder of this machine for what one task has in hand. */
final class Scratch implements AutoCloseable {
    private final Path folder;

    Scratch() throws IOException {
        this.folder = TemporaryFolders.create("spark");
    }

    Path folder() {
        return folder;
    }

    /** Removes what is in it. */
    void empty() throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.filter(p -> !p.equals(folder))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
        for (Path path : all) {
            Files.deleteIfExists(path);
        }
    }

    @Override
    public void close() {
        try {
            empty();
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
