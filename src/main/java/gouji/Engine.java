package gouji;

import gouji.profile.Profile;
import gouji.run.Extractor;
import gouji.run.UsageException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What an import is done with: the wired rooms.
 *
 * @param extractor from bytes to a checked report
 * @param profiles the report families it knows
 * @param identity text that changes whenever the same bytes could give another result: profile ids, versions, digests
 */
public record Engine(Extractor extractor, List<Profile> profiles, String identity) {
    public Engine {
        profiles = List.copyOf(profiles);
    }

    /** Wires an engine for the options of one call. */
    @FunctionalInterface
    public interface Factory {
        /**
         * Wires.
         *
         * @param profile a profile file instead of the built-in ones
         * @param maxPages longest document to read
         * @param recognition what reads pictures
         * @throws UsageException when the profile cannot be used
         */
        Engine make(Optional<Path> profile, int maxPages, Recognition recognition) throws UsageException;
    }
}
