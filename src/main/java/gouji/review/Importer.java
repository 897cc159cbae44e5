package gouji.review;

import java.nio.file.Path;
import java.util.Optional;

/** Brings new files into the dataset, by the same import as the command's. */
public interface Importer {
    /** Why nothing can be added to this dataset; empty where it can. */
    Optional<String> findHindrance();

    /**
     * Imports what the dataset was made of and all that lies in the folder. Returns when the dataset is complete.
     *
     * @param folder where the new files lie
     * @return what went wrong, for people; empty when it is done
     */
    Optional<String> run(Path folder, Watcher watcher) throws InterruptedException;

    /** Told how far it is; called from one thread at a time. */
    interface Watcher {
        /** @param total steps of this part, -1 where unknown */
        void begin(String part, long total);

        void step();
    }
}
