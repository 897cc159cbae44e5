package gouji.document.ocr.child;

import gouji.document.ocr.EngineException;
import gouji.document.ocr.EngineMissingException;
import gouji.document.ocr.Patch;
import gouji.document.ocr.Sight;
import gouji.document.ocr.TextModel;
import gouji.process.Child;
import gouji.source.Reason;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A model in processes of their own, one for each thread that reads at the same time. The first is started when the
 * first picture comes. A child that breaks down or does not answer is replaced; lines on which one broke down are tried
 * once more in a fresh one. All end with this process.
 */
public final class ChildModel implements TextModel, AutoCloseable {
    private static final int STARTS = 3;

    private final ChildCommand command;
    private final Duration limit;
    private final Deque<Engine> idle = new ArrayDeque<>();
    private final Set<Engine> all = new HashSet<>();
    private boolean hooked;
    private boolean closed;
    private volatile boolean ending;
    private volatile int lineHeight;

    /**
     * @param limit longest time for all answers of one page
     */
    public ChildModel(ChildCommand command, Duration limit) {
        this.command = command;
        this.limit = limit;
    }

    @Override
    public void prepare() {
        try {
            release(take());
        } catch (IOException e) {
            // Reading will meet the same and say so.
            return;
        }
    }

    @Override
    public int lineHeight() {
        if (lineHeight == 0) {
            withChild(child -> null);
        }
        return lineHeight;
    }

    @Override
    public List<Sight> read(List<Patch> lines) {
        return read(lines, deadline());
    }

    private long deadline() {
        return System.nanoTime() + limit.toNanos();
    }

    /** The view of one page: its answers together take no longer than the limit. */
    @Override
    public TextModel forPage() {
        long deadline = deadline();
        return new TextModel() {
            @Override
            public int lineHeight() {
                return ChildModel.this.lineHeight();
            }

            @Override
            public List<Sight> read(List<Patch> lines) {
                return ChildModel.this.read(lines, deadline);
            }
        };
    }

    private List<Sight> read(List<Patch> lines, long deadline) {
        if (lines.isEmpty()) {
            return List.of();
        }
        try {
            return withChild(child -> child.ask(lines, deadline));
        } catch (EngineException e) {
            if (e.reason() == Reason.TIMEOUT) {
                throw e;
            }
            return withChild(child -> child.ask(lines, deadline));
        }
    }

    private interface Use<T> {
        T of(Engine child);
    }

    private <T> T withChild(Use<T> use) {
        if (Thread.currentThread().isInterrupted()) {
            throw new EngineException(Reason.TIMEOUT, "Reading was given up.");
        }
        Engine child = ready();
        try {
            T result = use.of(child);
            release(child);
            return result;
        } catch (EngineException e) {
            drop(child);
            awaitTheEnd();
            throw e;
        }
    }

    /** While this process ends its children are ended too, and that is no fault of the page being read. */
    private void awaitTheEnd() {
        try {
            while (ending) {
                Thread.sleep(Long.MAX_VALUE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Engine ready() {
        String words = "";
        for (int i = 0; i < STARTS; i++) {
            Engine child;
            try {
                child = take();
            } catch (IOException e) {
                words = e.getMessage();
                continue;
            }
            try {
                lineHeight = child.ready();
                return child;
            } catch (IOException e) {
                words = child.lastWords();
                drop(child);
            } catch (EngineMissingException e) {
                drop(child);
                throw e;
            }
        }
        awaitTheEnd();
        throw new EngineMissingException("The recognition engine does not start (" + words + ").");
    }

    private synchronized Engine take() throws IOException {
        if (closed) {
            throw new IOException("closed");
        }
        if (!idle.isEmpty()) {
            return idle.pop();
        }
        if (!hooked) {
            hooked = true;
            Runtime.getRuntime().addShutdownHook(new Thread(this::end, "end engines"));
        }
        Engine child = new Engine(Child.start("engine", command.jvm()));
        all.add(child);
        return child;
    }

    private synchronized void release(Engine child) {
        idle.push(child);
    }

    private void drop(Engine child) {
        synchronized (this) {
            all.remove(child);
        }
        child.close();
    }

    /** Process numbers of the children now running. */
    public synchronized Set<Long> processes() {
        Set<Long> numbers = new HashSet<>();
        all.forEach(c -> numbers.add(c.pid()));
        return numbers;
    }

    private void end() {
        ending = true;
        close();
    }

    /** Ends the children; nothing can be read any more. */
    @Override
    public synchronized void close() {
        closed = true;
        all.forEach(Engine::close);
        all.clear();
        idle.clear();
    }
}
