package gouji.document.ocr.child;

import gouji.document.ocr.EngineException;
import gouji.document.ocr.EngineMissingException;
import gouji.document.ocr.Patch;
import gouji.document.ocr.Sight;
import gouji.source.Reason;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** One running child; used by one thread at a time. After any failure it is good for nothing but closing. */
final class Child implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(60);
    private static final int OUT_OF_MEMORY = 3;
    private static final int KILLED = 137;
    private static final int MOST_SAID = 500;

    private final Process process;
    private final Path folder;
    private final ScheduledExecutorService watch;
    private final OutputStream out;
    private final DataInputStream in;
    private int lineHeight;
    private volatile boolean late;

    private Child(Process process, Path folder, ScheduledExecutorService watch) {
        this.process = process;
        this.folder = folder;
        this.watch = watch;
        this.out = new BufferedOutputStream(process.getOutputStream(), 1 << 16);
        this.in = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16));
    }

    /** Starts one; returns before its model is loaded. */
    static Child start(ChildCommand command, ScheduledExecutorService watch) throws IOException {
        Path folder = Files.createTempDirectory(
                "gouji-engine-" + ProcessHandle.current().pid() + "-");
        try {
            ProcessBuilder builder = new ProcessBuilder(command.line(folder))
                    .directory(folder.toFile())
                    .redirectError(folder.resolve("said.txt").toFile());
            builder.environment().put("CLASSPATH", ChildCommand.classPath());
            builder.environment().put("OMP_THREAD_LIMIT", "1");
            builder.environment().remove("JAVA_TOOL_OPTIONS");
            return new Child(builder.start(), folder, watch);
        } catch (IOException e) {
            Folders.delete(folder);
            throw e;
        }
    }

    long pid() {
        return process.pid();
    }

    /**
     * Waits until the model is loaded.
     *
     * @return height of a line in pixels
     * @throws EngineMissingException when the child says that the model cannot be loaded
     * @throws IOException when it ended or was late without a word
     */
    int ready() throws IOException {
        if (lineHeight == 0) {
            byte[] frame = within(START, () -> Wire.read(in));
            if (frame[0] == Wire.FAILED) {
                throw new EngineMissingException(Wire.message(frame));
            }
            lineHeight = java.nio.ByteBuffer.wrap(frame, 1, 4).getInt();
        }
        return lineHeight;
    }

    /**
     * What the model sees.
     *
     * @param deadlineNanos by the clock of {@link System#nanoTime}
     * @throws EngineException when there is no whole answer in time
     */
    List<Sight> ask(List<Patch> lines, long deadlineNanos) {
        Duration limit = Duration.ofNanos(Math.max(0, deadlineNanos - System.nanoTime()));
        try {
            byte[] frame = within(limit, () -> {
                Wire.write(out, Wire.lines(lines));
                return Wire.read(in);
            });
            if (frame[0] == Wire.FAILED) {
                throw new EngineException(Reason.CRASH, "The recognition engine failed: " + Wire.message(frame));
            }
            return Wire.sights(frame, lines.size());
        } catch (IOException e) {
            throw failure();
        }
    }

    private EngineException failure() {
        if (late) {
            return new EngineException(Reason.TIMEOUT, "The recognition engine took too long for this page.");
        }
        int status = exit();
        boolean memory = status == OUT_OF_MEMORY || status == KILLED;
        return new EngineException(
                memory ? Reason.MEMORY : Reason.CRASH,
                memory ? "The recognition engine ran out of memory." : "The recognition engine broke down.");
    }

    /** What a child that did not start left behind: its exit status and its last words. */
    String lastWords() {
        try {
            String said = Files.readString(folder.resolve("said.txt"), StandardCharsets.ISO_8859_1)
                    .strip();
            return "exit status " + exit()
                    + (said.isEmpty() ? "" : ": " + said.substring(Math.max(0, said.length() - MOST_SAID)));
        } catch (IOException e) {
            return "exit status " + exit();
        }
    }

    private int exit() {
        try {
            return process.waitFor(1, TimeUnit.SECONDS) ? process.exitValue() : -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    private interface Exchange {
        byte[] frame() throws IOException;
    }

    private byte[] within(Duration limit, Exchange exchange) throws IOException {
        Future<?> alarm = watch.schedule(
                () -> {
                    late = true;
                    process.destroyForcibly();
                },
                limit.toMillis(),
                TimeUnit.MILLISECONDS);
        try {
            byte[] frame = exchange.frame();
            if (late) {
                throw new IOException("too late");
            }
            return frame;
        } finally {
            alarm.cancel(false);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Folders.delete(folder);
    }
}
