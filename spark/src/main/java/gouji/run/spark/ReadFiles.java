package gouji.run.spark;

import gouji.run.Gathering;
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
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;

/**
 * Reads the files of one partition, one after the other. They are read in a child process, never in the executor: what
 * hangs, crashes or takes all memory costs itself.
 */
final class ReadFiles implements FlatMapFunction<Iterator<Spot>, Reading> {
    private final Storage storage;
    private final Broadcast<Equipment> equipment;

    ReadFiles(Storage storage, Broadcast<Equipment> equipment) {
        this.storage = storage;
        this.equipment = equipment;
    }

    @Override
    public Iterator<Reading> call(Iterator<Spot> spots) throws IOException {
        GuardedReader reader = equipment.value().reader();
        Scratch scratch = new Scratch();
        TaskContext.get().addTaskCompletionListener(context -> {
            reader.close();
            scratch.close();
        });
        Gathering assembly = equipment.value().assembly();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return spots.hasNext();
            }

            @Override
            public Reading next() {
                Spot spot = spots.next();
                Packed packed = read(spot, reader, scratch);
                Gathering.Read read = new Gathering.Read(spot.entry(), packed.body());
                return Reading.of(spot, packed, assembly.alone(read));
            }
        };
    }

    private Packed read(Spot spot, GuardedReader reader, Scratch scratch) {
        try {
            Packed packed = reader.read(entry(spot, scratch.folder()));
            scratch.empty();
            return packed;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the task ends", e);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
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
