package gouji.run;

import gouji.dataset.OutputFolder;
import gouji.profile.Profile;
import java.util.List;
import java.util.Objects;

/**
 * What a run works with.
 *
 * @param output where the dataset goes
 * @param formats what it is written with
 * @param profiles the report families
 * @param workers what reads inputs
 * @param comparing what reports are compared with
 * @param options limits, and how many at a time
 * @param progress told how far the run is
 * @param log told what happens
 */
public record Setup(
        OutputFolder output,
        Formats formats,
        List<Profile> profiles,
        Workers workers,
        Comparing comparing,
        Options options,
        Progress progress,
        RunLog log) {
    public Setup {
        Objects.requireNonNull(output, "output");
        Objects.requireNonNull(formats, "formats");
        profiles = List.copyOf(profiles);
        Objects.requireNonNull(workers, "workers");
        Objects.requireNonNull(comparing, "comparing");
        Objects.requireNonNull(options, "options");
        Objects.requireNonNull(progress, "progress");
        Objects.requireNonNull(log, "log");
    }
}
