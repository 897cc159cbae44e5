package gouji;

import gouji.panel.Roster;
import gouji.profile.Profile;
import gouji.run.Extractor;
import gouji.run.UsageException;
import gouji.run.WorkerCommand;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What an import is done with: the wired rooms.
 *
 * @param extractor makes what leads from bytes to a checked report, in this process
 * @param worker starts a process that does the same; empty for an engine that reads in this process only
 * @param profiles the report families it knows
 * @param identity text that changes whenever the same bytes could give another result: profile ids, versions, digests
 */
public record Engine(
        Supplier<Extractor> extractor, Optional<WorkerCommand> worker, List<Profile> profiles, String identity) {
    public Engine {
        profiles = List.copyOf(profiles);
    }

    /**
     * The engine of the command line.
     *
     * @param profile a profile file instead of the built-in ones
     * @param maxPages longest document to read
     * @param recognition what reads pictures
     * @throws UsageException when the profile cannot be used
     */
    public static Engine of(Optional<Path> profile, int maxPages, Recognition recognition) throws UsageException {
        return Wiring.engine(profile, maxPages, recognition);
    }

    /**
     * The roster of a file.
     *
     * @throws UsageException when it is none
     */
    public static Roster roster(Path file) throws UsageException {
        return Wiring.roster(file);
    }

    /**
     * Everything that the outcome of an input depends on besides its bytes, as one text.
     *
     * @param maxPages longest document to read
     */
    public String settings(int maxPages) {
        return "gouji=" + Product.build() + " profiles=" + identity.replaceAll("\\s", "_") + " max-pages=" + maxPages;
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
