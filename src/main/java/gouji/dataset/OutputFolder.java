package gouji.dataset;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The output folder. A file appears in it whole or not at all: it is written under {@code .work/tmp}, forced to disk,
 * and renamed. A file that would come out as it is stays untouched.
 */
public final class OutputFolder {
    private final Path root;

    public OutputFolder(Path root) {
        this.root = root;
    }

    /** Where files are kept that a person brings to the review page: the one place in it that may be an input. */
    public static Path uploads(Path root) {
        return root.resolve("uploads");
    }

    /** A file that bears the name of one of ours though no run made this folder; writing would destroy it. */
    public Optional<String> foreignFile() {
        if (Files.isDirectory(work()) || isDataset()) {
            return Optional.empty();
        }
        return DatasetWriter.files().stream()
                .filter(name -> Files.exists(root.resolve(name), LinkOption.NOFOLLOW_LINKS))
                .findFirst();
    }

    /** Whether the data package in it says that it is one of ours, as in a copy without {@code .work}. */
    private boolean isDataset() {
        try (InputStream in = Files.newInputStream(root.resolve("datapackage.json"))) {
            return new String(in.readNBytes(500), StandardCharsets.UTF_8).contains('"' + DataPackage.NAME + '"');
        } catch (IOException e) {
            return false;
        }
    }

    /** Makes the folders. */
    public void prepare() throws OutputException {
        for (String folder : List.of("", ".work", ".work/tmp", ".work/stage")) {
            makeFolder(root.resolve(folder));
        }
    }

    public Path root() {
        return root;
    }

    public Path work() {
        return root.resolve(".work");
    }

    public Path temporary() {
        return work().resolve("tmp");
    }

    public Path staging() {
        return work().resolve("stage");
    }

    /** Removes what a run leaves in the folders for temporary files. */
    public void clearTemporary() throws OutputException {
        clear(temporary());
        clear(staging());
    }

    /**
     * Begins a file.
     *
     * @param name its name under {@code .work/tmp}, without folders
     */
    public OutputStream begin(String name) throws OutputException {
        Path temp = temporary().resolve(name);
        try {
            FileChannel channel = FileChannel.open(
                    temp, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
            return new Forced(temp, channel);
        } catch (IOException e) {
            throw new OutputException(temp, e);
        }
    }

    /**
     * Puts a finished temporary file in its place.
     *
     * @param name name under {@code .work/tmp}
     * @param target path below the output folder
     */
    public void place(String name, String target) throws OutputException {
        Path place = root.resolve(target);
        makeFolder(place.getParent());
        try {
            Files.move(
                    temporary().resolve(name),
                    place,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new OutputException(place, e);
        }
    }

    /** Whether a finished temporary file says the same as the file in place. */
    public boolean isInPlace(String name, String target) throws OutputException {
        Path place = root.resolve(target);
        try {
            return Files.isRegularFile(place) && Files.mismatch(temporary().resolve(name), place) < 0;
        } catch (IOException e) {
            throw new OutputException(place, e);
        }
    }

    /** Whether the file in place has just these bytes. */
    public boolean isInPlace(byte[] bytes, String target) throws OutputException {
        Path place = root.resolve(target);
        try {
            return Files.isRegularFile(place)
                    && Files.size(place) == bytes.length
                    && Arrays.equals(Files.readAllBytes(place), bytes);
        } catch (IOException e) {
            throw new OutputException(place, e);
        }
    }

    /** Writes a small temporary file, to be forced to disk with others by {@link #force} before it is placed. */
    public void stage(String tempName, byte[] bytes) throws OutputException {
        try {
            Files.write(temporary().resolve(tempName), bytes);
        } catch (IOException e) {
            throw new OutputException(temporary().resolve(tempName), e);
        }
    }

    /** Forces temporary files to disk; many at once, which a disk does in little more time than one. */
    public void force(Collection<String> tempNames) throws OutputException {
        Optional<OutputException> failure = tempNames.parallelStream()
                .flatMap(name -> forced(temporary().resolve(name)).stream())
                .findAny();
        if (failure.isPresent()) {
            throw failure.get();
        }
    }

    private static Optional<OutputException> forced(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(new OutputException(file, e));
        }
    }

    /** Writes a small file in one go. */
    public void write(String tempName, String target, byte[] bytes) throws OutputException {
        try (OutputStream out = begin(tempName)) {
            out.write(bytes);
        } catch (OutputException e) {
            throw e;
        } catch (IOException e) {
            throw new OutputException(root.resolve(target), e);
        }
        place(tempName, target);
    }

    public void delete(String target) throws OutputException {
        try {
            Files.deleteIfExists(root.resolve(target));
        } catch (IOException e) {
            throw new OutputException(root.resolve(target), e);
        }
    }

    /** Forces the names in a folder to disk, so that a power cut does not undo renames. */
    public void forceFolder(String folder) {
        Path path = root.resolve(folder);
        if (!Files.isDirectory(path)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // some systems cannot open a folder; there a rename is as durable as it gets
        }
    }

    /** Names in a folder of the output, sorted; none where it is missing. */
    public List<String> list(String folder) throws OutputException {
        List<String> names = new ArrayList<>();
        Path path = root.resolve(folder);
        if (!Files.isDirectory(path)) {
            return names;
        }
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(path)) {
            stream.forEach(p -> names.add(p.getFileName().toString()));
        } catch (IOException | java.nio.file.DirectoryIteratorException e) {
            throw new OutputException(path, e instanceof IOException io ? io : new IOException(e));
        }
        names.sort(null);
        return names;
    }

    private void clear(Path folder) throws OutputException {
        for (String name : list(root.relativize(folder).toString())) {
            delete(root.relativize(folder) + "/" + name);
        }
    }

    private static void makeFolder(Path folder) throws OutputException {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new OutputException(folder, e);
        }
    }

    /** Forced to disk before it is closed; every failure names the file. */
    private static final class Forced extends FilterOutputStream {
        private final Path file;
        private final FileChannel channel;
        private boolean closed;

        Forced(Path file, FileChannel channel) {
            super(new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16));
            this.file = file;
            this.channel = channel;
        }

        @Override
        public void write(int b) throws IOException {
            try {
                out.write(b);
            } catch (IOException e) {
                throw new OutputException(file, e);
            }
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            try {
                out.write(bytes, from, length);
            } catch (IOException e) {
                throw new OutputException(file, e);
            }
        }

        @Override
        public void close() throws IOException {
            if (closed) {
                return;
            }
            closed = true;
            try (channel) {
                out.flush();
                channel.force(true);
            } catch (IOException e) {
                throw new OutputException(file, e);
            }
        }
    }
}
