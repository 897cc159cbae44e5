package gouji.process;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * One running child; asked by one thread at a time, closed by any. After any failure it is good for nothing but closing.
 * It ends when this process does.
 */
public final class Child implements AutoCloseable {
    private static final int OUT_OF_MEMORY = 3;
    private static final int KILLED = 137;
    private static final int MOST_SAID = 500;

    private final Process process;
    private final Path folder;
    private final OutputStream out;
    private final DataInputStream in;
    private volatile boolean late;

    private Child(Process process, Path folder) {
        this.process = process;
        this.folder = folder;
        this.out = new BufferedOutputStream(process.getOutputStream(), 1 << 16);
        this.in = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16));
    }

    /**
     * Starts one.
     *
     * @param name in the name of its temporary folder, lower-case letters
     */
    public static Child start(String name, JvmCommand command) throws IOException {
        Path folder = TemporaryFolders.create(name);
        try {
            ProcessBuilder builder = new ProcessBuilder(command.line(folder))
                    .directory(folder.toFile())
                    .redirectError(folder.resolve("said.txt").toFile());
            builder.environment().put("CLASSPATH", JvmCommand.classPath());
            builder.environment().put("OMP_THREAD_LIMIT", "1");
            builder.environment().remove("JAVA_TOOL_OPTIONS");
            return new Child(builder.start(), folder);
        } catch (IOException e) {
            Folders.delete(folder);
            throw e;
        }
    }

    public long pid() {
        return process.pid();
    }

    /**
     * The next frame it says.
     *
     * @throws IOException when it ended or was late without a word
     */
    public byte[] hear(Duration limit) throws IOException {
        return within(limit, () -> Frames.read(in));
    }

    /**
     * Asks and hears the answer.
     *
     * @param asides is given the frames before the answer that are a {@link ChildServer#ASIDE}
     * @throws IOException when there is no whole answer in time
     */
    public byte[] ask(byte[] question, Duration limit, Consumer<byte[]> asides) throws IOException {
        return within(limit, () -> {
            Frames.write(out, question);
            byte[] frame = Frames.read(in);
            while (frame[0] == ChildServer.ASIDE) {
                asides.accept(frame);
                frame = Frames.read(in);
            }
            return frame;
        });
    }

    /** Whether it was ended because it was late. */
    public boolean wasLate() {
        return late;
    }

    /** Whether a child that broke down had no memory left, or was killed by the system for it. */
    public boolean lackedMemory() {
        int status = exit();
        return status == OUT_OF_MEMORY || status == KILLED;
    }

    /** What a child that did not start left behind: its exit status and its last words. */
    public String lastWords() {
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
        Future<?> alarm = Alarms.after(limit, () -> {
            late = true;
            process.destroyForcibly();
        });
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
