package gouji.run.spark;

import gouji.dataset.Schemas;
import java.io.IOException;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/** Asks about places on the file systems of a job, before it begins. */
public final class Places {
    private final Storage storage;

    public Places(SparkSession spark) {
        this.storage = new Storage(spark.sparkContext().hadoopConfiguration());
    }

    /** Whether there is something at a place. */
    public boolean exists(String place) throws IOException {
        return storage.exists(place);
    }

    /** Whether a job may write there: nothing is there, or what an earlier job left, and a log of corrections. */
    public boolean isOurs(String out) throws IOException {
        if (!storage.exists(out)) {
            return true;
        }
        List<String> names = storage.names(out);
        return names.contains(Outcomes.FOLDER)
                || names.stream().allMatch(n -> n.equals(Schemas.CORRECTIONS.path()) || n.endsWith(".crc"));
    }

    /** Whether a place is a folder, or lies in it. */
    public boolean isWithin(String place, String folder) throws IOException {
        return (storage.qualified(place) + "/").startsWith(storage.qualified(folder) + "/");
    }

    /**
     * The text of a log of corrections; empty for none.
     *
     * @param place where it is; null for the one in the output folder
     */
    public String corrections(String place, String out) throws IOException {
        String log = place == null ? out + "/" + Schemas.CORRECTIONS.path() : place;
        return place != null || storage.exists(log) ? storage.text(log) : "";
    }

    /** Forgets what became of inputs in earlier jobs, so that all are read again. */
    public void forget(String out) throws IOException {
        storage.delete(Outcomes.root(storage.qualified(out)));
    }
}
