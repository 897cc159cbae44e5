package gouji.document.ocr.child;

import gouji.document.ocr.EngineException;
import gouji.document.ocr.EngineMissingException;
import gouji.document.ocr.Patch;
import gouji.document.ocr.Sight;
import gouji.process.Child;
import gouji.process.ChildServer;
import gouji.source.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;

/** One child with a model; used by one thread at a time. After any failure it is good for nothing but closing. */
final class Engine implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(60);

    private final Child child;
    private int lineHeight;

    /** @param child just started; its model need not be loaded yet */
    Engine(Child child) {
        this.child = child;
    }

    long pid() {
        return child.pid();
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
            byte[] frame = child.hear(START);
            if (frame[0] == ChildServer.FAILED) {
                throw new EngineMissingException(ChildServer.message(frame));
            }
            lineHeight = ByteBuffer.wrap(frame, 1, 4).getInt();
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
            byte[] frame = child.ask(Wire.lines(lines), limit, aside -> {});
            if (frame[0] == ChildServer.FAILED) {
                throw new EngineException(Reason.CRASH, "The recognition engine failed: " + ChildServer.message(frame));
            }
            return Wire.sights(frame, lines.size());
        } catch (IOException e) {
            throw failure();
        }
    }

    private EngineException failure() {
        if (child.wasLate()) {
            return new EngineException(Reason.TIMEOUT, "The recognition engine took too long for this page.");
        }
        return child.lackedMemory()
                ? new EngineException(Reason.MEMORY, "The recognition engine ran out of memory.")
                : new EngineException(Reason.CRASH, "The recognition engine broke down.");
    }

    String lastWords() {
        return child.lastWords();
    }

    @Override
    public void close() {
        child.close();
    }
}
