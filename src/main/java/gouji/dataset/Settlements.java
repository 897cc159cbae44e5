package gouji.dataset;

import gouji.dataset.Settlement.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decisions on what is no cell, by what they are about; immutable. */
public final class Settlements {
    /** No decisions. */
    public static final Settlements NONE = new Settlements(List.of());

    private final List<Settlement> all;
    private final Map<Subject, List<Settlement>> bySubject = new LinkedHashMap<>();
    private final Map<Subject, List<Settlement>> standing = new LinkedHashMap<>();

    private record Subject(Kind kind, String subject) {}

    /** @param log all decisions, oldest first */
    public Settlements(List<Settlement> log) {
        this.all = List.copyOf(log);
        for (Settlement s : all) {
            Subject subject = new Subject(s.kind(), s.subject());
            bySubject.computeIfAbsent(subject, k -> new ArrayList<>()).add(s);
            List<Settlement> stack = standing.computeIfAbsent(subject, k -> new ArrayList<>());
            if (s.decision() == Settlement.Decision.SETTLE) {
                stack.add(s);
            } else if (!stack.isEmpty()) {
                stack.remove(stack.size() - 1);
            }
        }
    }

    /** All decisions, oldest first. */
    public List<Settlement> all() {
        return all;
    }

    /** All decisions on one thing, oldest first. */
    public List<Settlement> of(Kind kind, String subject) {
        return List.copyOf(bySubject.getOrDefault(new Subject(kind, subject), List.of()));
    }

    /** The last one that was not taken back. */
    public Optional<Settlement> inForce(Kind kind, String subject) {
        List<Settlement> stack = standing.getOrDefault(new Subject(kind, subject), List.of());
        return stack.isEmpty() ? Optional.empty() : Optional.of(stack.get(stack.size() - 1));
    }

    /** The one before that in force, where another person decided otherwise. */
    public Optional<Settlement> atOdds(Kind kind, String subject) {
        List<Settlement> stack = standing.getOrDefault(new Subject(kind, subject), List.of());
        if (stack.size() < 2) {
            return Optional.empty();
        }
        Settlement first = stack.get(stack.size() - 2);
        Settlement last = stack.get(stack.size() - 1);
        return first.who().equals(last.who()) || first.after().equals(last.after())
                ? Optional.empty()
                : Optional.of(first);
    }

    /** Those in force of a kind. */
    public List<Settlement> inForce(Kind kind) {
        return standing.entrySet().stream()
                .filter(e -> e.getKey().kind() == kind && !e.getValue().isEmpty())
                .map(e -> e.getValue().get(e.getValue().size() - 1))
                .toList();
    }
}
