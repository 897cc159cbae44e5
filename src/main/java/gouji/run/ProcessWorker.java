package gouji.run;

import gouji.process.Child;
import gouji.process.JvmCommand;
import gouji.source.Entry;
import gouji.source.Reason;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Reads in a process of its own, which is replaced when it breaks down, hangs, runs out of memory or fails for a reason
 * of ours. What broke one is tried once more in a fresh one, for which nothing but this input can be blamed.
 */
final class ProcessWorker implements Worker {
    private static final Duration START = Duration.ofSeconds(60);
    private static final int STARTS = 3;
    /** After so many inputs a process is replaced, whatever a library may have kept. */
    private static final int MOST_INPUTS = 1000;

    private static final Set<Reason> SUSPICIOUS = Set.of(Reason.CRASH, Reason.MEMORY);

    private final JvmCommand command;
    private final PageProgress pages;
    private final Options options;
    private final Packing packing;
    private Optional<Child> child = Optional.empty();
    private int inputs;
    private boolean closed;

    ProcessWorker(JvmCommand command, PageProgress pages, Options options, Packing packing) {
        this.command = command;
        this.pages = pages;
        this.options = options;
        this.packing = packing;
    }

    @Override
    public Packed read(Entry entry) throws InterruptedException {
        Packed first = once(entry);
        if (first.reason().filter(SUSPICIOUS::contains).isEmpty()) {
            return first;
        }
        drop();
        Packed second = once(entry);
        if (second.reason().filter(SUSPICIOUS::contains).isPresent()) {
            drop();
        }
        return second;
    }

    private Packed once(Entry entry) throws InterruptedException {
        Child running = ready();
        try {
            Packed packed = WorkerWire.packed(
                    running.ask(WorkerWire.question(entry), options.timeout(), aside -> WorkerWire.page(aside, pages)));
            if (++inputs >= MOST_INPUTS) {
                drop();
            }
            return packed;
        } catch (IOException e) {
            Packed packed = broken(running);
            drop();
            return packed;
        }
    }

    private Packed broken(Child running) throws InterruptedException {
        throwIfClosed();
        if (running.wasLate()) {
            return options.late(packing);
        }
        return running.lackedMemory()
                ? packing.refuse(
                        Reason.MEMORY,
                        "Reading needed more memory than " + options.memoryMb()
                                + " MB: run again with a larger --max-memory.")
                : packing.pack(Attempt.crash("the process that read it broke down"));
    }

    private Child ready() throws InterruptedException {
        String words = "";
        for (int i = 0; i < STARTS; i++) {
            Optional<Child> running = current();
            if (running.isPresent()) {
                return running.get();
            }
            try {
                Child started = start();
                if (started.hear(START)[0] == WorkerWire.READY) {
                    return started;
                }
                words = started.lastWords();
            } catch (IOException e) {
                words = current().map(Child::lastWords).orElse(String.valueOf(e.getMessage()));
            }
            drop();
        }
        throw new CannotGoOnException("a process to read in does not start (" + words + "): make room in "
                + System.getProperty("java.io.tmpdir") + " and in memory, or lower --jobs or --max-memory.");
    }

    private synchronized Optional<Child> current() {
        return child;
    }

    private synchronized Child start() throws IOException, InterruptedException {
        throwIfClosed();
        Child started = Child.start("worker", command);
        child = Optional.of(started);
        inputs = 0;
        return started;
    }

    private synchronized void throwIfClosed() throws InterruptedException {
        if (closed) {
            throw new InterruptedException("the run ends");
        }
    }

    private void drop() {
        Optional<Child> dropped;
        synchronized (this) {
            dropped = child;
            child = Optional.empty();
        }
        dropped.ifPresent(Child::close);
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        drop();
    }
}
