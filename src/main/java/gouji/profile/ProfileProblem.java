package gouji.profile;

import java.util.Objects;

/**
 * Why a profile is refused.
 *
 * @param line line in the file, from 1; 0 where the whole file is meant
 * @param path JSON pointer to the value ({@code /templates/0/tables/1/id}); empty for the whole file
 * @param message what was expected and what was found, one sentence
 */
public record ProfileProblem(int line, String path, String message) {
    public ProfileProblem {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(message, "message");
    }

    /** {@code 12: /templates/0/id: message}, line and path left out where they say nothing. */
    @Override
    public String toString() {
        return (line == 0 ? "" : line + ": ") + (path.isEmpty() ? "" : path + ": ") + message;
    }

    /** {@code profile.yaml:12: message}, or {@code profile.yaml: message} where the whole file is meant. */
    public String in(String file) {
        return file + (line == 0 ? ": " : ":") + this;
    }
}
