package gouji.review;

import gouji.dataset.OutputException;
import gouji.dataset.OutputFolder;
import gouji.source.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Files a person brings while the page is open. They are kept below the dataset in {@code uploads/uploaded} and imported one
 * batch after another by a thread of their own. Safe between threads.
 */
public final class Uploads implements AutoCloseable {
    private static final String INNER = "uploaded";
    private static final int MOST_LISTED = 200;
    private static final int AT_ONCE = 4;

    private final Path folder;
    private final Path inner;
    private final Path part;
    private final Review review;
    private final Importer importer;
    private final Limits limits;
    private final Semaphore receiving = new Semaphore(AT_ONCE);
    private final AtomicBoolean waiting = new AtomicBoolean();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread t = new Thread(task, "import of uploads");
        t.setDaemon(true);
        return t;
    });
    private final Map<String, Taken> taken = new LinkedHashMap<>();
    private Progress progress = new Progress();
    private String problem = "";

    /** A file that was taken. */
    private record Taken(String name, long bytes, String sha256) {}

    private static final class Progress implements Importer.Watcher {
        private String part = "";
        private long total = -1;
        private long done;

        @Override
        public synchronized void begin(String newPart, long newTotal) {
            part = newPart;
            total = newTotal;
            done = 0;
        }

        @Override
        public synchronized void step() {
            done++;
        }

        synchronized Map<String, Object> state() {
            return Map.of("part", part, "total", total, "done", done);
        }
    }

    /** Why a file was not taken. */
    public static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1;

        /** Reasons. */
        public enum Reason {
            BAD_NAME,
            TOO_LARGE,
            TOO_MANY,
            BUSY,
            CUT_OFF,
            CANNOT_ADD
        }

        private final Reason reason;

        RefusedException(Reason reason, String message) {
            super(message);
            this.reason = reason;
        }

        public Reason reason() {
            return reason;
        }
    }

    /** What an earlier server took and did not import is imported now. */
    public Uploads(Path root, Review review, Importer importer, Limits limits) throws IOException {
        this.folder = OutputFolder.uploads(root);
        this.inner = folder.resolve(INNER);
        this.part = root.resolve(".work").resolve("uploads");
        this.review = review;
        this.importer = importer;
        this.limits = limits;
        boolean left = false;
        for (Path file : files()) {
            left = review.isUnknown(INNER + "/" + file.getFileName()) || left;
        }
        if (left && importer.findHindrance().isEmpty()) {
            schedule();
        }
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(inner)) {
            return List.of();
        }
        try (Stream<Path> list = Files.list(inner)) {
            return list.toList();
        }
    }

    /**
     * Takes a file and has it imported; it is on disk when this returns.
     *
     * @param given name as the browser gives it
     * @param length bytes announced, -1 where unknown
     * @return the name it got
     */
    public String take(String given, long length, InputStream bytes) throws IOException, RefusedException {
        String name = UploadName.of(given)
                .orElseThrow(() -> new RefusedException(
                        RefusedException.Reason.BAD_NAME, "A file needs a plain name, without folders."));
        Optional<String> hindrance = importer.findHindrance();
        if (hindrance.isPresent()) {
            throw new RefusedException(RefusedException.Reason.CANNOT_ADD, hindrance.get());
        }
        if (length > limits.bytes()) {
            throw tooLarge();
        }
        if (!receiving.tryAcquire()) {
            throw new RefusedException(
                    RefusedException.Reason.BUSY, "Other files are being received; send it again in a moment.");
        }
        try {
            return take(name, bytes, length);
        } finally {
            receiving.release();
        }
    }

    private String take(String name, InputStream bytes, long length) throws IOException, RefusedException {
        refuseTooMany();
        Path temp = temporary();
        try {
            Taken got = receive(name, bytes, length, temp);
            String kept = place(temp, name);
            synchronized (taken) {
                taken.put(kept, new Taken(kept, got.bytes(), got.sha256()));
                if (taken.size() > MOST_LISTED) {
                    taken.remove(taken.keySet().iterator().next());
                }
            }
            schedule();
            return kept;
        } catch (IOException e) {
            throw new OutputException(inner, e);
        } finally {
            Files.deleteIfExists(temp);
        }
    }

    private Path temporary() throws OutputException {
        try {
            return Files.createTempFile(Files.createDirectories(part), "upload", ".part");
        } catch (IOException e) {
            throw new OutputException(part, e);
        }
    }

    private void refuseTooMany() throws IOException, RefusedException {
        long files = 0;
        long all = 0;
        for (Path file : files()) {
            files++;
            all += Files.size(file);
        }
        if (files >= limits.members() || all >= limits.unpackedBytes()) {
            throw new RefusedException(
                    RefusedException.Reason.TOO_MANY,
                    "The folder " + folder.getFileName()
                            + " holds as much as the page takes; use gouji import for more.");
        }
    }

    private Taken receive(String name, InputStream bytes, long length, Path temp) throws IOException, RefusedException {
        var digest = DigestUtils.getSha256Digest();
        byte[] buffer = new byte[1 << 16];
        long count = 0;
        try (FileChannel out = FileChannel.open(temp, StandardOpenOption.WRITE)) {
            for (int n = next(bytes, buffer); n >= 0; n = next(bytes, buffer)) {
                count += n;
                if (count > limits.bytes()) {
                    throw tooLarge();
                }
                digest.update(buffer, 0, n);
                for (ByteBuffer part = ByteBuffer.wrap(buffer, 0, n); part.hasRemaining(); ) {
                    out.write(part);
                }
            }
            out.force(true);
        }
        if (length >= 0 && count != length) {
            throw cutOff();
        }
        return new Taken(name, count, Hex.encodeHexString(digest.digest()));
    }

    private static int next(InputStream bytes, byte[] buffer) throws RefusedException {
        try {
            return bytes.read(buffer);
        } catch (IOException e) {
            throw cutOff();
        }
    }

    private static RefusedException cutOff() {
        return new RefusedException(RefusedException.Reason.CUT_OFF, "The file did not arrive whole.");
    }

    /** Puts it under its name, or under that name with a number where another file has it. */
    private synchronized String place(Path temp, String name) throws IOException {
        Files.createDirectories(inner);
        int n = 1;
        while (Files.exists(inner.resolve(UploadName.numbered(name, n)), LinkOption.NOFOLLOW_LINKS)) {
            n++;
        }
        String kept = UploadName.numbered(name, n);
        Files.move(temp, inner.resolve(kept));
        new OutputFolder(inner).forceFolder("");
        return kept;
    }

    private RefusedException tooLarge() {
        return new RefusedException(
                RefusedException.Reason.TOO_LARGE,
                "A file may have at most " + (limits.bytes() >> 20) + " MB, as for gouji import.");
    }

    /** Files that came while one batch is imported are the next batch. */
    private void schedule() {
        if (waiting.compareAndSet(false, true)) {
            thread.execute(this::runImport);
        }
    }

    private void runImport() {
        waiting.set(false);
        Progress now = new Progress();
        now.begin("Looking", -1);
        synchronized (this) {
            progress = now;
            problem = "";
        }
        String went;
        try {
            went = importer.run(folder, now).orElse("");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            went = "Stopped.";
        } catch (RuntimeException | OutOfMemoryError e) {
            went = "The import stopped: " + e;
        }
        now.begin("", -1);
        synchronized (this) {
            problem = went;
        }
    }

    /** What was taken, what became of it, and how far the import is. */
    public Map<String, Object> state() {
        Map<String, Object> state = new LinkedHashMap<>();
        synchronized (this) {
            state.putAll(progress.state());
            state.put("problem", problem);
        }
        state.put("hindrance", importer.findHindrance().orElse(""));
        state.put("mostBytes", limits.bytes());
        List<Map<String, Object>> files = new ArrayList<>();
        synchronized (taken) {
            taken.values().forEach(t -> files.add(file(t)));
        }
        state.put("waiting", waiting.get());
        state.put("files", files);
        return state;
    }

    private Map<String, Object> file(Taken t) {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("name", t.name());
        m.put("bytes", t.bytes());
        List<Map<String, String>> rows = review.ledger(t.sha256());
        Map<String, String> row = rows.stream()
                .filter(r -> r.get("input").endsWith(INNER + "/" + t.name()))
                .findFirst()
                .orElse(rows.isEmpty() ? Map.of() : rows.get(0));
        for (String key : List.of("status", "reason", "detail", "report_id")) {
            m.put(key, row.getOrDefault(key, ""));
        }
        return m;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
