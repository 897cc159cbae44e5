package gouji.panel;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Which bodies are members of which region, its own departments and the regions below it. A body is named by its key
 * ({@code 210600}, {@code 210600-统计局}) or as it prints its name.
 *
 * @param membersOf members of each region, in the order of the file
 */
public record Roster(Map<String, List<String>> membersOf) {
    /** Nobody is a member of anybody. */
    public static final Roster EMPTY = new Roster(Map.of());

    public Roster {
        Objects.requireNonNull(membersOf, "membersOf");
        Map<String, List<String>> copy = new java.util.TreeMap<>();
        membersOf.forEach((k, v) -> copy.put(
                Filer.compact(k), v.stream().map(Filer::compact).distinct().toList()));
        membersOf = java.util.Collections.unmodifiableMap(copy);
    }

    Set<String> everybody() {
        Set<String> all = new HashSet<>(membersOf.keySet());
        membersOf.values().forEach(all::addAll);
        return all;
    }
}
