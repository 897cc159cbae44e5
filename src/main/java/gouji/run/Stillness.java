package gouji.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells files that are whole from those still being written: a file is whole when it has not changed for a while and does
 * not bear the name of a temporary file. Only changes seen count, not what the clock of a file server says.
 */
final class Stillness {
    private record Seen(Stamp stamp, long sinceNanos) {}

    private final Duration still;
    private Map<Path, Seen> seen = Map.of();
    private Map<Path, Stamp> whole = Map.of();

    /** @param still how long a file must not have changed */
    Stillness(Duration still) {
        this.still = still;
    }

    /** Looks at what is there now; what is not among the places is forgotten. */
    void look(List<Path> places, long nowNanos) {
        Map<Path, Seen> now = new HashMap<>();
        Map<Path, Stamp> atRest = new HashMap<>();
        for (Path place : places) {
            Stamp.of(place).ifPresent(stamp -> {
                Seen before = seen.get(place);
                boolean same = before != null && before.stamp().equals(stamp);
                Seen current = same ? before : new Seen(stamp, nowNanos);
                now.put(place, current);
                if (nowNanos - current.sinceNanos() >= still.toNanos() && !TemporaryNames.isOne(place)) {
                    atRest.put(place, stamp);
                }
            });
        }
        seen = now;
        whole = atRest;
    }

    /** What is whole, with the stamp it has been seen with. */
    Map<Path, Stamp> whole() {
        return whole;
    }

    /** Whether the place is there, but not (or no longer) whole. */
    boolean isMoving(Path place) {
        return seen.containsKey(place) && !whole.containsKey(place);
    }

    /** How many files are waited for: there and not whole, those with temporary names included. */
    int waitedFor() {
        return seen.size() - whole.size();
    }
}
