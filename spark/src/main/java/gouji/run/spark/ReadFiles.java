package gouji.run.spark;

import gouji.run.GuardedReader;
import gouji.run.Packed;
import gouji.source.Companions;
import gouji.source.Entry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.VoidFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.TaskCompletionListener;

/**
 * Reads the files of one partition, one after the other, and keeps what came of each. They are read in a child process,
 * never in the executor: what hangs, crashes or takes all memory costs itself.
 */
final class ReadFiles implements VoidFunction<Iterator<Spot>> {
    private final Storage storage;
    private final Broadcast<Equipment> equipment;
    private final Outcomes outcomes;

    ReadFiles(Storage storage, Broadcast<Equipment> equipment, Outcomes outcomes) {
        this.storage = storage;
        this.equipment = equipment;
        this.outcomes = outcomes;
    }

    @Override
    public void call(Iterator<Spot> spots) throws IOException {
        GuardedReader reader = equipment.value().reader();
        TaskContext.get().addTaskCompletionListener((TaskCompletionListener) context -> reader.close());
        try (Scratch scratch = new Scratch();
                OutcomeWriter kept = new OutcomeWriter(storage, outcomes)) {
            while (spots.hasNext()) {
                Spot spot = spots.next();
                kept.put(spot.entry().key(), read(spot, reader, scratch));
            }
        }
    }

    private Packed read(Spot spot, GuardedReader reader, Scratch scratch) throws IOException {
        try {
            Packed packed = reader.read(entry(spot, scratch.folder()));
            scratch.empty();
            return packed;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the task ends", e);
        }
    }

    private Entry entry(Spot spot, Path folder) {
        List<Companions.Listed> beside = new ArrayList<>();
        for (Spot.Beside b : spot.beside()) {
            beside.add(new Companions.Listed(b.path(), b.sha256(), fetch(b.uri(), folder)));
        }
        return spot.entry(fetch(spot.uri(), folder), Companions.of(spot.folder(), beside));
    }

    /** What cannot be had is no file there, which the reader finds out and says. */
    private Path fetch(String uri, Path folder) {
        try {
            return storage.fetch(uri, folder);
        } catch (IOException e) {
            return folder.resolve("missing");
        }
    }
}
