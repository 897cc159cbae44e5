package gouji;

import gouji.run.UsageException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What is written beside its place first, and moved there when it is whole. Closing removes what is left over. */
final class Staging implements Closeable {
    private final Path place;
    private final Path work;

    private Staging(Path place, Path work) {
        this.place = place;
        this.work = work;
    }

    /** @throws UsageException when something is at the place and is not to be replaced */
    static Staging of(Path place, boolean overwrite) throws UsageException, IOException {
        boolean emptyFolder = Files.isDirectory(place) && isEmpty(place);
        if (Files.exists(place) && !emptyFolder && !overwrite) {
            throw new UsageException(place + " is there already; give another --out, or --overwrite to replace it");
        }
        Path parent = place.toAbsolutePath().normalize().getParent();
        Files.createDirectories(parent);
        return new Staging(place, Files.createTempDirectory(parent, ".gouji-export"));
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> list = Files.list(folder)) {
            return list.findAny().isEmpty();
        }
    }

    Path file() {
        return work.resolve("file");
    }

    Path folder() throws IOException {
        return Files.createDirectories(work.resolve("folder"));
    }

    Path scratch() throws IOException {
        return Files.createDirectories(work.resolve("scratch"));
    }

    void publishFile() throws IOException {
        if (Files.isDirectory(place)) {
            throw new IOException(place + " is a folder; expected the name of a file");
        }
        Files.move(file(), place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Moves file by file: what else is in the folder stays. */
    void publishFolder() throws IOException {
        Files.createDirectories(place);
        try (Stream<Path> files = Files.list(folder())) {
            for (Path file : files.toList()) {
                Files.move(
                        file,
                        place.resolve(file.getFileName()),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> walk = Files.walk(work)) {
            List<Path> all = walk.sorted(Comparator.reverseOrder()).toList();
            for (Path p : all) {
                Files.deleteIfExists(p);
            }
        }
    }
}
