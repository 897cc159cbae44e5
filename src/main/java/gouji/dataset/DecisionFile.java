package gouji.dataset;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A file to which decisions are only ever added.
 *
 * <p>A decision is one line; it is on disk when {@link #append} returns. A last line that a crash cut off is no decision:
 * nobody was told that it was kept. It is recognised by its last column, no word of which begins another. One process at a
 * time writes, by a lock in {@code .work}.
 */
final class DecisionFile<T> {
    /** In one process the system's lock does not keep threads apart. */
    private static final Object WRITING = new Object();

    private final Path root;
    private final Path file;
    private final Csv csv;
    private final Form<T> form;

    /**
     * What the file holds.
     *
     * @param schema its name and columns
     * @param reader makes a decision of a row; throws {@link IllegalArgumentException} saying what is wrong
     * @param values its cells
     * @param words those of the last column
     */
    record Form<T>(
            Schema schema,
            Function<Map<String, String>, T> reader,
            Function<T, List<Value>> values,
            List<String> words) {
        byte[] firstColumn() {
            return (schema.header().get(0) + ",").getBytes(StandardCharsets.UTF_8);
        }
    }

    DecisionFile(Path root, Csv csv, Form<T> form) {
        this.root = root;
        this.file = root.resolve(form.schema().path());
        this.csv = csv;
        this.form = form;
    }

    List<T> read() throws IOException {
        return Files.exists(file) ? parse(whole(Files.readAllBytes(file)), file, csv, form) : List.of();
    }

    static <T> List<T> read(Path other, Csv csv, Form<T> form) throws IOException {
        return parse(Files.readAllBytes(other), other, csv, form);
    }

    static <T> boolean isOf(Path other, Form<T> form) throws IOException {
        try (InputStream in = Files.newInputStream(other)) {
            return startsWith(withoutMark(in.readNBytes(64)), form.firstColumn());
        }
    }

    /** Begins the file when it is missing; mends a cut last line; gives a file of old the columns of today. */
    void prepare() throws IOException {
        locked(this::mend);
    }

    /** Adds decisions; they are on disk when this returns. */
    void append(List<T> more) throws IOException {
        locked(() -> {
            mend();
            if (!startsWith(Files.readAllBytes(file), header())) {
                throw new CorrectionException(file
                        + ": expected a first line with the columns of the log, found another;" + " nothing was added");
            }
            write(lines(more), StandardOpenOption.APPEND);
        });
    }

    /** A file of decisions as bytes, for others. */
    static <T> byte[] bytes(List<T> decisions, Csv csv, Form<T> form) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Csv.Rows rows = csv.open(bytes, form.schema().header())) {
            for (T d : decisions) {
                rows.row(form.values().apply(d));
            }
        }
        return bytes.toByteArray();
    }

    private byte[] lines(List<T> decisions) throws IOException {
        byte[] all = bytes(decisions, csv, form);
        return Arrays.copyOfRange(all, header().length, all.length);
    }

    private byte[] header() throws IOException {
        return bytes(List.of(), csv, form);
    }

    private void mend() throws IOException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            replace(header());
            return;
        }
        byte[] found = Files.readAllBytes(file);
        byte[] whole = whole(found);
        if (!startsWith(withoutMark(whole), form.firstColumn())) {
            return; // not a log of ours: somebody's file is left alone
        }
        if (!startsWith(whole, header())) {
            replace(bytes(parse(whole, file, csv, form), csv, form));
        } else if (!Arrays.equals(found, whole)) {
            replace(whole);
        }
    }

    /** Without a last line that was cut off; with the line end that a whole last line may lack. */
    private byte[] whole(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        if (end == bytes.length) {
            return bytes;
        }
        byte[] closed = Arrays.copyOf(bytes, bytes.length + 1);
        closed[bytes.length] = '\n';
        if (end == 0) {
            return closed;
        }
        String last = new String(bytes, end, bytes.length - end, StandardCharsets.UTF_8);
        boolean quoted = last.chars().filter(c -> c == '"').count() % 2 == 1;
        boolean complete =
                !quoted && form.words().stream().anyMatch(w -> last.strip().endsWith("," + w));
        return complete ? closed : Arrays.copyOf(bytes, end);
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        return bytes.length >= start.length && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }

    private static <T> List<T> parse(byte[] bytes, Path file, Csv csv, Form<T> form) throws IOException {
        List<T> decisions = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        try {
            csv.readLines(new ByteArrayInputStream(withoutMark(bytes)), (line, row) -> {
                try {
                    decisions.add(form.reader().apply(row));
                } catch (IllegalArgumentException e) {
                    wrong.add(file + ": line " + line + ": " + e.getMessage());
                }
            });
        } catch (IOException | IllegalArgumentException | IllegalStateException e) {
            throw new CorrectionException(file + ": not a CSV file of decisions: " + e.getMessage());
        }
        if (!wrong.isEmpty()) {
            throw new CorrectionException(wrong.get(0));
        }
        return decisions;
    }

    /** Spreadsheets put a byte order mark before what they save as UTF-8. */
    private static byte[] withoutMark(byte[] bytes) {
        byte[] mark = "\uFEFF".getBytes(StandardCharsets.UTF_8);
        return startsWith(bytes, mark) ? Arrays.copyOfRange(bytes, mark.length, bytes.length) : bytes;
    }

    private void write(byte[] bytes, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, how)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    private void replace(byte[] bytes) throws IOException {
        Path temp = root.resolve(".work").resolve(form.schema().name() + ".part");
        try (FileChannel channel = FileChannel.open(
                temp, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
        Files.move(temp, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        new OutputFolder(root).forceFolder("");
    }

    private interface Writing {
        void run() throws IOException;
    }

    private void locked(Writing writing) throws IOException {
        Path lock = Files.createDirectories(root.resolve(".work")).resolve("corrections.lock");
        synchronized (WRITING) {
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = channel.lock()) {
                writing.run();
            } catch (CorrectionException | OutputException e) {
                throw e;
            } catch (IOException e) {
                throw new OutputException(file, e);
            }
        }
    }
}
