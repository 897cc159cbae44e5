package gouji.panel;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which bodies are members of which region, its own departments and the regions below it. A body is named by its key
 * ({@code 210600}, {@code 210600-统计局}) or as it prints its name.
 */
public final class Roster {
    /** Nobody is a member of anybody. */
    public static final Roster EMPTY = new Roster(Map.of());

    private final Map<String, List<String>> membersOf;
    private final Set<String> everybody;

    /** @param membersOf members of each region, in the order of the file */
    public Roster(Map<String, List<String>> membersOf) {
        Map<String, List<String>> copy = new TreeMap<>();
        membersOf.forEach((k, v) -> copy.put(
                Filer.compact(k), v.stream().map(Filer::compact).distinct().toList()));
        this.membersOf = Collections.unmodifiableMap(copy);
        this.everybody = new HashSet<>(copy.keySet());
        copy.values().forEach(everybody::addAll);
    }

    /** Members of each region, names without white space. */
    public Map<String, List<String>> membersOf() {
        return membersOf;
    }

    /** Whether a region or a member is called so. */
    public boolean names(String name) {
        return everybody.contains(name);
    }
}
