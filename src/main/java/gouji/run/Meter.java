package gouji.run;

import gouji.source.Entry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/** Measures a run; used by one thread. */
final class Meter {
    private static final int SLOWEST = 10;
    private static final Comparator<Metrics.Slow> BY_TIME =
            Comparator.comparingDouble(Metrics.Slow::seconds).thenComparing(Metrics.Slow::input);

    private final List<Metrics.Stage> stages = new ArrayList<>();
    private final PriorityQueue<Metrics.Slow> slowest = new PriorityQueue<>(BY_TIME);
    private final Map<String, Duration> times = new HashMap<>();
    private long begunNanos;
    private long cells;

    void begin() {
        begunNanos = System.nanoTime();
    }

    Metrics.Stage end(String stage, Collection<Entry> entries, long cellsOfStage) {
        long bytes = entries.stream().mapToLong(e -> Math.max(0, e.bytes())).sum();
        Metrics.Stage done =
                new Metrics.Stage(stage, seconds(System.nanoTime() - begunNanos), entries.size(), bytes, cellsOfStage);
        stages.add(done);
        return done;
    }

    void read(Done.Read read) {
        Entry entry = read.entry();
        cells += read.packed().cells();
        times.put(entry.key(), Duration.ofNanos(read.nanos()));
        slowest.add(new Metrics.Slow(entry.name(), entry.bytes(), seconds(read.nanos())));
        if (slowest.size() > SLOWEST) {
            slowest.poll();
        }
    }

    /** Observations of all that was read. */
    long cellsRead() {
        return cells;
    }

    /** What the reading of an input took; zero for what was not read in this run. */
    Duration time(Entry entry) {
        return entry.sha256().isEmpty() ? Duration.ZERO : times.getOrDefault(entry.key(), Duration.ZERO);
    }

    Metrics metrics() {
        return new Metrics(stages, slowest.stream().sorted(BY_TIME.reversed()).toList());
    }

    /** To the millisecond. */
    private static double seconds(long nanos) {
        return Math.round(nanos / 1e6) / 1e3;
    }
}
