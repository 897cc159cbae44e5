package gouji.run;

import gouji.source.Reason;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How a run is to go.
 *
 * @param jobs inputs read at a time, at least 1
 * @param timeout longest time for one input
 * @param memoryMb heap of a worker process, in MiB
 * @param settings everything the result of an input depends on besides its bytes (product, profiles, limits), as a text
 */
public record Options(int jobs, Duration timeout, int memoryMb, String settings) {
    public Options {
        Objects.requireNonNull(timeout, "timeout");
        Objects.requireNonNull(settings, "settings");
        if (jobs < 1) {
            throw new IllegalArgumentException("jobs: expected at least 1, found " + jobs);
        }
        if (memoryMb < 1) {
            throw new IllegalArgumentException("memoryMb: expected at least 1, found " + memoryMb);
        }
    }

    /**
     * Everything an outcome depends on besides the bytes.
     *
     * @param reason why there is no report, if so
     */
    public String settings(Optional<Reason> reason) {
        return reason.equals(Optional.of(Reason.TIMEOUT)) ? settings + " timeout=" + timeout : settings;
    }

    Options withTimeoutAtMost(Duration most) {
        return new Options(jobs, timeout.compareTo(most) < 0 ? timeout : most, memoryMb, settings);
    }

    /** The outcome of an input that took too long. */
    Packed late(Packing packing) {
        return packing.refuse(
                Reason.TIMEOUT,
                "Reading took longer than " + timeout.toSeconds() + " seconds: run again with a larger --timeout.");
    }
}
