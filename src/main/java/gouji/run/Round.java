package gouji.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * One import.
 *
 * @param arguments files and folders
 * @param taken which of the files below them belong to it; the others are passed over as if they were not there
 * @param stopped whether it is to stop: asked while it looks and reads, not once it writes
 */
public record Round(List<Path> arguments, Predicate<Path> taken, BooleanSupplier stopped) {
    public Round {
        arguments = List.copyOf(arguments);
        Objects.requireNonNull(taken, "taken");
        Objects.requireNonNull(stopped, "stopped");
    }

    /** Of everything, to the end. */
    public static Round of(List<Path> arguments) {
        return new Round(arguments, file -> true, () -> false);
    }

    /** @throws StoppedException when it is to stop */
    void goOn() {
        if (stopped.getAsBoolean()) {
            throw new StoppedException();
        }
    }
}
