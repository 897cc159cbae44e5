package gouji.process;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/**
 * The child's side: hears questions on standard input, answers on standard output, ends at once when its input ends,
 * whatever it is doing. The first byte of a frame says what it is.
 */
public final class ChildServer {
    /** A frame that is no answer; one follows. */
    public static final byte ASIDE = 'N';
    /** The child failed and ends; a message in UTF-8 follows. */
    public static final byte FAILED = 'F';

    private final Path folder;
    private final OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16);
    private final BlockingQueue<byte[]> questions = new LinkedBlockingQueue<>();

    private ChildServer(Path folder) {
        this.folder = folder;
    }

    /** What the child does. */
    public interface Service {
        /** The frame that says that it is ready. */
        byte[] ready();

        /** The answer to a question. */
        byte[] answer(byte[] question) throws IOException;
    }

    /** Makes the service; what it throws is told to the parent. */
    @FunctionalInterface
    public interface Opening {
        /** @param asides takes frames that begin with {@link #ASIDE}, while a question is being answered */
        Service open(Consumer<byte[]> asides);
    }

    /**
     * Serves until the end; does not return.
     *
     * @param folder the child's temporary folder, removed at the end
     * @param stackBytes stack of the thread that answers
     */
    public static void serve(Path folder, long stackBytes, Opening opening) {
        ChildServer server = new ChildServer(folder);
        System.setOut(System.err);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> Folders.delete(folder)));
        Thread answering = new Thread(null, () -> server.answer(opening), "answer", stackBytes);
        answering.setDaemon(true);
        answering.start();
        server.hear();
    }

    private void hear() {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(System.in, 1 << 16))) {
            while (true) {
                questions.add(Frames.read(in));
            }
        } catch (IOException e) {
            end(0);
        }
    }

    private void answer(Opening opening) {
        try {
            Service service = opening.open(this::say);
            say(service.ready());
            while (true) {
                say(service.answer(questions.take()));
            }
        } catch (Throwable e) {
            say(failed(e.getMessage() == null ? e.toString() : e.getMessage()));
            end(1);
        }
    }

    private void say(byte[] frame) {
        try {
            Frames.write(out, frame);
        } catch (IOException e) {
            end(0);
        }
    }

    private void end(int status) {
        Folders.delete(folder);
        Runtime.getRuntime().halt(status);
    }

    private static byte[] failed(String message) {
        byte[] text = message.getBytes(StandardCharsets.UTF_8);
        byte[] frame = new byte[1 + text.length];
        frame[0] = FAILED;
        System.arraycopy(text, 0, frame, 1, text.length);
        return frame;
    }

    /** The message of a {@link #FAILED} frame. */
    public static String message(byte[] failed) {
        return new String(failed, 1, failed.length - 1, StandardCharsets.UTF_8);
    }
}
