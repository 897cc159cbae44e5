package gouji.run;

import gouji.dataset.DatasetWriter;
import gouji.dataset.Extracted;
import gouji.dataset.OutputException;
import gouji.source.Entry;
import gouji.source.Reason;
import gouji.source.Sources;
import gouji.source.UnreadableException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Reads inputs, some at a time, each in a thread of its own, and keeps what comes of each.
 *
 * <p>An input that takes too long is given up: its thread is interrupted and abandoned (Java cannot end a thread), and
 * the next input gets a fresh one. Whatever a reader throws is the outcome of that input and of no other.
 */
final class Pool {
    /** Deeply nested content is to fail the same way everywhere, whatever the machine's default. */
    private static final long STACK_BYTES = 2L << 20;

    private static final long LOOK_MILLIS = 50;

    private final Extractor extractor;
    private final Results results;
    private final Options options;
    private final BlockingQueue<Task> finished = new LinkedBlockingQueue<>();

    Pool(Extractor extractor, Results results, Options options) {
        this.extractor = extractor;
        this.results = results;
        this.options = options;
    }

    /** Reads all; returns when each has an outcome in the results. */
    void read(List<Entry> entries, Progress progress) throws OutputException {
        Iterator<Entry> next = entries.iterator();
        List<Task> running = new ArrayList<>();
        try {
            while (next.hasNext() || !running.isEmpty()) {
                while (next.hasNext() && running.size() < options.jobs()) {
                    Task task = new Task(next.next());
                    running.add(task);
                    task.start();
                }
                Task done = finished.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                if (done != null && running.remove(done)) {
                    done.rethrow();
                    progress.step();
                }
                giveUpSlowOnes(running, progress);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutputException(java.nio.file.Path.of("."), new java.io.IOException("interrupted"));
        } finally {
            running.forEach(Task::abandon);
        }
    }

    private void giveUpSlowOnes(List<Task> running, Progress progress) throws OutputException {
        for (Task task : List.copyOf(running)) {
            if (task.isLate() && task.abandon()) {
                running.remove(task);
                results.put(
                        task.key(),
                        Outcome.refused(
                                Reason.TIMEOUT,
                                "Reading took longer than " + options.timeout().toSeconds()
                                        + " seconds: run again with a larger --timeout."));
                progress.step();
            }
        }
    }

    private final class Task implements Runnable {
        private final Entry entry;
        private final Thread thread;
        /** Whoever sets it writes the outcome: the task itself, or whoever gives it up. */
        private final AtomicBoolean settled = new AtomicBoolean();

        private final AtomicLong startedNanos = new AtomicLong();
        private volatile Throwable failure;

        Task(Entry entry) {
            this.entry = entry;
            this.thread = new Thread(null, this, "read " + entry.sha256().orElseThrow(), STACK_BYTES);
            thread.setDaemon(true);
        }

        String key() {
            return entry.key();
        }

        void start() {
            startedNanos.set(System.nanoTime());
            thread.start();
        }

        boolean isLate() {
            return System.nanoTime() - startedNanos.get() > options.timeout().toNanos();
        }

        boolean abandon() {
            boolean first = settled.compareAndSet(false, true);
            if (first) {
                thread.interrupt();
            }
            return first;
        }

        @Override
        public void run() {
            try {
                Outcome outcome = attempt(entry);
                if (settled.compareAndSet(false, true)) {
                    results.put(key(), outcome);
                }
            } catch (Throwable e) {
                failure = e;
            }
            finished.add(this);
        }

        void rethrow() throws OutputException {
            if (failure instanceof OutputException e) {
                throw e;
            }
            if (failure instanceof CannotGoOnException e) {
                throw e;
            }
            if (failure != null) {
                throw new IllegalStateException("the outcome of " + entry.name() + " was not kept", failure);
            }
        }
    }

    private Outcome attempt(Entry entry) {
        try {
            Extracted extracted = extractor.extract(Sources.load(entry));
            var report = extracted.checked().report();
            if (report.observations().isEmpty() && report.figures().isEmpty()) {
                return Outcome.refused(Reason.NO_REPORT_FOUND, Reason.NO_REPORT_FOUND.sentence());
            }
            String fault = DatasetWriter.faultOf(extracted);
            return fault.isEmpty() ? Outcome.imported(extracted) : crash(fault);
        } catch (UnreadableException e) {
            return Outcome.refused(e);
        } catch (CannotGoOnException e) {
            throw e;
        } catch (OutOfMemoryError e) {
            return Outcome.refused(Reason.MEMORY, Reason.MEMORY.sentence());
        } catch (StackOverflowError e) {
            return crash("its content is nested too deeply");
        } catch (Throwable e) {
            return crash(e.getClass().getSimpleName() + where(e));
        }
    }

    private static Outcome crash(String what) {
        return Outcome.refused(
                Reason.CRASH,
                "Reading failed for a reason of ours (" + what
                        + "): run again, and report it with this file if it stays.");
    }

    /** The place in our own code; no message, which may hold what differs from run to run. */
    private static String where(Throwable e) {
        for (StackTraceElement frame : e.getStackTrace()) {
            if (frame.getClassName().startsWith("gouji.")) {
                return " at " + frame.getClassName() + " line " + frame.getLineNumber();
            }
        }
        return "";
    }
}
