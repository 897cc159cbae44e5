package gouji.review;

import gouji.dataset.CsvSource;
import gouji.dataset.Json;
import gouji.profile.Profile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Gives the dataset, read again after an import. The file ledger.jsonl goes away before an import changes anything and
 * comes back last; while it is away, and while one thread reads, the others have the dataset of before.
 */
final class Snapshots {
    private final Path root;
    private final CsvSource csv;
    private final Json json;
    private final List<Profile> profiles;
    private final Registries registries;
    private final Path end;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile String stamp;
    private volatile Snapshot snapshot;

    Snapshots(Path root, CsvSource csv, Json json, List<Profile> profiles, Registries registries) throws IOException {
        this.registries = registries;
        this.root = root;
        this.csv = csv;
        this.json = json;
        this.profiles = List.copyOf(profiles);
        this.end = root.resolve("ledger.jsonl");
        this.stamp = Stamp.of(end);
        this.snapshot = new Snapshot(root, csv, json, profiles, registries);
    }

    Snapshot now() {
        String found = Stamp.of(end);
        if (!found.isEmpty() && !found.equals(stamp) && reading.tryLock()) {
            try {
                if (!found.equals(stamp)) {
                    snapshot = new Snapshot(root, csv, json, profiles, registries);
                    stamp = found;
                }
            } catch (IOException e) {
                return snapshot; // another import has begun: that of before, until it is done
            } finally {
                reading.unlock();
            }
        }
        return snapshot;
    }
}
