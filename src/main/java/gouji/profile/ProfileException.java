package gouji.profile;

import java.util.List;
import java.util.stream.Collectors;

/** A profile that is refused, with every reason found. */
public final class ProfileException extends RuntimeException {
    private final transient List<ProfileProblem> problems;

    /** @param name the file, as its user named it */
    public ProfileException(String name, List<ProfileProblem> problems) {
        super(problems.stream().map(p -> p.in(name)).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** In the order of the file. */
    public List<ProfileProblem> problems() {
        return problems;
    }
}
