package gouji.dataset;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
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

/**
 * The file corrections.csv: decisions are only ever added to it.
 *
 * <p>A decision is one line; it is on disk when {@link #append} returns. A last line that a crash cut off is no decision:
 * nobody was told that it was kept. It is recognised by its last column, no word of which begins another. One process at a
 * time writes, by a lock in {@code .work}.
 */
public final class CorrectionLog {
    /** In one process the system's lock does not keep threads apart. */
    private static final Object WRITING = new Object();

    private final Path root;
    private final Path file;
    private final Csv csv;

    /** @param root the output folder */
    public CorrectionLog(Path root, Csv csv) {
        this.root = root;
        this.file = root.resolve(Schemas.CORRECTIONS.path());
        this.csv = csv;
    }

    /**
     * All decisions, oldest first; none where there is no file.
     *
     * @throws CorrectionException when a line is no decision
     */
    public List<Correction> read() throws IOException {
        return Files.exists(file) ? parse(whole(Files.readAllBytes(file)), file, csv) : List.of();
    }

    /**
     * The decisions of a file that came from elsewhere.
     *
     * @throws CorrectionException when a line is no decision
     */
    public static List<Correction> read(Path other, Csv csv) throws IOException {
        return parse(Files.readAllBytes(other), other, csv);
    }

    /** Begins the file when it is missing; mends a cut last line; gives a file of old the columns of today. */
    public void prepare() throws IOException {
        locked(this::mend);
    }

    /** Adds decisions; they are on disk when this returns. */
    public void append(List<Correction> more) throws IOException {
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
    public static byte[] bytes(List<Correction> corrections, Csv csv) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Csv.Rows rows = csv.open(bytes, Schemas.CORRECTIONS.header())) {
            for (Correction c : corrections) {
                rows.row(c.values());
            }
        }
        return bytes.toByteArray();
    }

    private byte[] lines(List<Correction> corrections) throws IOException {
        byte[] all = bytes(corrections, csv);
        return Arrays.copyOfRange(all, header().length, all.length);
    }

    private byte[] header() throws IOException {
        return bytes(List.of(), csv);
    }

    private void mend() throws IOException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            replace(header());
            return;
        }
        byte[] found = Files.readAllBytes(file);
        byte[] whole = whole(found);
        if (!startsWith(withoutMark(whole), "report_id,".getBytes(StandardCharsets.UTF_8))) {
            return; // not a log of ours: somebody's file is left alone
        }
        if (!startsWith(whole, header())) {
            replace(bytes(parse(whole, file, csv), csv));
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
        boolean complete = Arrays.stream(Correction.Decision.values())
                .anyMatch(d -> last.strip().endsWith("," + d.word()));
        return complete ? closed : Arrays.copyOf(bytes, end);
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        return bytes.length >= start.length && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }

    private static List<Correction> parse(byte[] bytes, Path file, Csv csv) throws IOException {
        List<Correction> corrections = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        try {
            csv.readLines(new ByteArrayInputStream(withoutMark(bytes)), (line, row) -> {
                try {
                    corrections.add(Correction.of(row));
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
        return corrections;
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
        Path temp = root.resolve(".work").resolve("corrections.part");
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
