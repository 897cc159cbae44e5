package gouji.run.spark;

import gouji.run.Packed;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Keeps outcomes as a task makes them. They become files some at a time, after half a minute at the latest, so that a job
 * that is killed loses no more than that.
 */
final class OutcomeWriter implements Closeable {
    private static final int MOST = 64;
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Storage storage;
    private final Outcomes outcomes;
    private final Map<String, List<Kept>> waiting = new TreeMap<>();
    private int count;
    private long begun = System.nanoTime();

    /** An outcome with the key of its input. */
    record Kept(String key, byte[] body) {}

    OutcomeWriter(Storage storage, Outcomes outcomes) {
        this.storage = storage;
        this.outcomes = outcomes;
    }

    void put(String key, Packed packed) throws IOException {
        waiting.computeIfAbsent(outcomes.folder(packed), f -> new ArrayList<>()).add(new Kept(key, packed.body()));
        count++;
        if (count >= MOST || System.nanoTime() - begun >= LONGEST.toNanos()) {
            flush();
        }
    }

    private void flush() throws IOException {
        for (Map.Entry<String, List<Kept>> folder : waiting.entrySet()) {
            storage.keep(folder.getValue(), folder.getKey());
        }
        waiting.clear();
        count = 0;
        begun = System.nanoTime();
    }

    /** Also what was read before a task fails is kept. */
    @Override
    public void close() throws IOException {
        flush();
    }
}
