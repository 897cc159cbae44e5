package gouji;

import gouji.dataset.OutputException;
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

    /**
     * For a file.
     *
     * @throws UsageException when a folder is at the place, or a file that is not to be replaced
     */
    static Staging ofFile(Path place, boolean overwrite) throws UsageException, OutputException {
        if (Files.isDirectory(place)) {
            throw new UsageException("expected the name of a file to write, but " + place
                    + " is a folder: give --out with the name of a file in it");
        }
        if (Files.exists(place) && !overwrite) {
            throw isThere(place);
        }
        return beside(place);
    }

    /**
     * For files in a folder.
     *
     * @throws UsageException when a file is at the place, or a folder that is not empty and is not to be written into
     */
    static Staging ofFolder(Path place, boolean overwrite) throws UsageException, OutputException {
        if (Files.exists(place) && !Files.isDirectory(place)) {
            throw new UsageException(
                    "expected the name of a folder, but " + place + " is a file: give --out with another name");
        }
        if (Files.exists(place) && !overwrite && !isEmpty(place)) {
            throw isThere(place);
        }
        return beside(place);
    }

    private static UsageException isThere(Path place) {
        return new UsageException(place + " is there already; give another --out, or --overwrite to replace it");
    }

    private static Staging beside(Path place) throws OutputException {
        Path parent = place.toAbsolutePath().normalize().getParent();
        try {
            Files.createDirectories(parent);
            return new Staging(place, Files.createTempDirectory(parent, ".gouji-export"));
        } catch (IOException e) {
            throw new OutputException(place, e);
        }
    }

    private static boolean isEmpty(Path folder) throws OutputException {
        try (Stream<Path> list = Files.list(folder)) {
            return list.findAny().isEmpty();
        } catch (IOException e) {
            throw new OutputException(folder, e);
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

    void publishFile() throws OutputException {
        move(file(), place);
    }

    /** Moves file by file: what else is in the folder stays. */
    void publishFolder() throws IOException {
        try {
            Files.createDirectories(place);
        } catch (IOException e) {
            throw new OutputException(place, e);
        }
        try (Stream<Path> files = Files.list(folder())) {
            for (Path file : files.toList()) {
                move(file, place.resolve(file.getFileName()));
            }
        }
    }

    private static void move(Path from, Path to) throws OutputException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new OutputException(to, e);
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
