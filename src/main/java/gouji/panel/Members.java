package gouji.panel;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * A roster whose names are resolved.
 *
 * @param roster which bodies are members of which
 * @param bodyOfName key of the body whose reports print a name of the roster
 */
public record Members(Roster roster, Map<String, String> bodyOfName) {
    /** Nobody is a member of anybody. */
    public static final Members NONE = new Members(Roster.EMPTY, Map.of());

    public Members {
        Objects.requireNonNull(roster, "roster");
        bodyOfName = Map.copyOf(bodyOfName);
    }

    /**
     * A member of a region.
     *
     * @param name as in the roster
     * @param body its key
     */
    record Member(String name, String body) {}

    /** The members of the region that files; none where it is no region. */
    List<Member> of(Filing region) {
        return roster
                .membersOf()
                .getOrDefault(region.body(), roster.membersOf().getOrDefault(region.name(), List.of()))
                .stream()
                .map(name -> new Member(name, body(name)))
                .toList();
    }

    private String body(String name) {
        return bodyOfName.getOrDefault(name, name);
    }

    /** Of each body that is a member: the keys of the regions it is a member of. */
    public Map<String, Collection<String>> regions() {
        Map<String, Set<String>> regions = new HashMap<>();
        roster.membersOf()
                .forEach((region, members) -> members.forEach(m ->
                        regions.computeIfAbsent(body(m), b -> new TreeSet<>()).add(body(region))));
        return Map.copyOf(regions);
    }
}
