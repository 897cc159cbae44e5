package gouji.run;

import gouji.dataset.OutputException;
import gouji.source.Entry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Reads inputs, some at a time, and keeps what comes of each. Only the calling thread touches the results: it commits
 * whatever came meanwhile in one go, and is told of a step only then.
 */
final class Pool {
    private static final long LOOK_MILLIS = 1000;
    private static final int FEW = 8;
    private static final long LONGEST_END_MILLIS = 10_000;

    private final Workers workers;
    private final Results results;
    private final Packing packing;
    private final Options options;
    private final Meter meter;
    private final RunLog log;
    private final BlockingQueue<Done> finished = new LinkedBlockingQueue<>();

    private record Seat(Worker worker, Thread thread) {}

    Pool(Setup setup, Results results, Packing packing, Meter meter) {
        this.workers = setup.workers();
        this.results = results;
        this.packing = packing;
        this.options = setup.options();
        this.meter = meter;
        this.log = setup.log();
    }

    /**
     * Reads all; returns when each has an outcome in the results, durably.
     *
     * @param round asked now and then whether to stop
     */
    void read(List<Entry> entries, Round round, Progress progress) throws IOException {
        Iterator<Entry> next = entries.iterator();
        List<Seat> seats = new ArrayList<>();
        try {
            for (int i = 0; i < Math.min(options.jobs(), entries.size()); i++) {
                seats.add(seat(next, entries.size() <= FEW));
            }
            for (int left = entries.size(); left > 0; ) {
                List<Done> batch = new ArrayList<>(List.of(next(seats, round)));
                finished.drainTo(batch);
                keep(batch);
                batch.forEach(d -> progress.step());
                left -= batch.size();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutputException(Path.of("."), new IOException("interrupted"));
        } finally {
            end(seats);
        }
    }

    /** Waits; a seat that ended without a word (even that needs memory) is not waited for. */
    private Done next(List<Seat> seats, Round round) throws InterruptedException {
        while (true) {
            round.goOn();
            boolean working = seats.stream().anyMatch(s -> s.thread().isAlive());
            Done done = finished.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            if (done != null) {
                return done;
            }
            if (!working) {
                throw new IllegalStateException("the workers ended without a word");
            }
        }
    }

    private void keep(List<Done> batch) throws IOException {
        for (Done done : batch) {
            if (done instanceof Done.Read read) {
                results.put(read.entry().key(), read.packed());
                meter.read(read);
            }
        }
        results.commit();
        for (Done done : batch) {
            if (done instanceof Done.Read read) {
                Packed packed = read.packed();
                log.read(read.entry(), packed.reason(), Duration.ofNanos(read.nanos()), packed.cells());
            }
        }
        for (Done done : batch) {
            if (done instanceof Done.Failed failed) {
                throw stop(failed.failure());
            }
        }
    }

    private static RuntimeException stop(Throwable failure) {
        return failure instanceof CannotGoOnException e ? e : new IllegalStateException("a worker failed", failure);
    }

    private Seat seat(Iterator<Entry> next, boolean few) {
        Worker worker = workers.make(options, packing, few);
        Thread thread = new Thread(() -> work(worker, next), "worker");
        thread.setDaemon(true);
        thread.start();
        return new Seat(worker, thread);
    }

    private void work(Worker worker, Iterator<Entry> next) {
        try (worker) {
            for (Entry entry = take(next); entry != null; entry = take(next)) {
                long begun = System.nanoTime();
                Packed packed = worker.read(entry);
                finished.add(new Done.Read(entry, packed, System.nanoTime() - begun));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Throwable e) {
            finished.add(new Done.Failed(e));
        }
    }

    private static Entry take(Iterator<Entry> next) {
        synchronized (next) {
            return next.hasNext() ? next.next() : null;
        }
    }

    private static void end(List<Seat> seats) {
        for (Seat seat : seats) {
            seat.thread().interrupt();
            seat.worker().close();
        }
        try {
            for (Seat seat : seats) {
                seat.thread().join(LONGEST_END_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
