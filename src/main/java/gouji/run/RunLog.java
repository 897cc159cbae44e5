package gouji.run;

import gouji.dataset.LedgerRow;
import gouji.source.Entry;
import gouji.source.Reason;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Told what happens in a run; called by one thread. What it throws stops the run. */
public interface RunLog {
    /** Says nothing. */
    RunLog NONE = new RunLog() {};

    /** A part of the run is over. */
    default void stage(Metrics.Stage stage) throws IOException {}

    /**
     * An input was read just now, and what came of it is kept.
     *
     * @param reason why there is no report
     * @param cells observations of the report, 0 without one
     */
    default void read(Entry entry, Optional<Reason> reason, Duration time, int cells) throws IOException {}

    /**
     * What became of an input; one call for each row of the ledger, whenever the dataset is written.
     *
     * @param time its reading took in this run; zero for what was known
     * @param cells observations of its report
     */
    default void input(LedgerRow row, Duration time, int cells) throws IOException {}

    /**
     * Something worth a person's look.
     *
     * @param code closed code, {@code [A-Z][A-Z0-9_]*}
     * @param input its name in the ledger; empty for what concerns the whole run
     * @param message one sentence
     */
    default void warning(String code, String input, String message) throws IOException {}
}
