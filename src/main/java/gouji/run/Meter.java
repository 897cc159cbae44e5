package gouji.run;

import gouji.source.Entry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Measures a run; used by one thread. */
final class Meter {
    private static final int SLOWEST = 10;
    private static final Comparator<Metrics.Slow> BY_TIME =
            Comparator.comparingDouble(Metrics.Slow::seconds).thenComparing(Metrics.Slow::input);

    private final List<Metrics.Stage> stages = new ArrayList<>();
    private final PriorityQueue<Metrics.Slow> slowest = new PriorityQueue<>(BY_TIME);
    private long begunNanos;

    void begin() {
        begunNanos = System.nanoTime();
    }

    void end(String stage, Collection<Entry> entries, long cells) {
        long bytes = entries.stream().mapToLong(e -> Math.max(0, e.bytes())).sum();
        stages.add(new Metrics.Stage(stage, seconds(System.nanoTime() - begunNanos), entries.size(), bytes, cells));
    }

    void read(Entry entry, long nanos) {
        slowest.add(new Metrics.Slow(entry.name(), entry.bytes(), seconds(nanos)));
        if (slowest.size() > SLOWEST) {
            slowest.poll();
        }
    }

    Metrics metrics() {
        return new Metrics(stages, slowest.stream().sorted(BY_TIME.reversed()).toList());
    }

    /** To the millisecond. */
    private static double seconds(long nanos) {
        return Math.round(nanos / 1e6) / 1e3;
    }
}
