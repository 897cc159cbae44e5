package gouji.body;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Takes names of divisions off the front of a body's name, each within the one before. */
final class NameParser {
    private final Registry registry;
    private final Optional<Integer> year;

    NameParser(Registry registry, Optional<Integer> year) {
        this.registry = registry;
        this.year = year;
    }

    /**
     * A way to read a name.
     *
     * @param division the last division named
     * @param tail what follows
     * @param eaten characters of names of divisions
     * @param official whether every name was the official one
     */
    record Parse(Division division, String tail, int eaten, boolean official) {}

    /** The readings that take the most of the name as names of divisions, official names before short ones. */
    List<Parse> parse(String name) {
        List<Parse> all = new ArrayList<>();
        walk(Optional.empty(), name, 0, true, false, all);
        int most = all.stream().mapToInt(Parse::eaten).max().orElse(0);
        List<Parse> longest = all.stream().filter(p -> p.eaten() == most).toList();
        List<Parse> official = longest.stream().filter(Parse::official).toList();
        return (official.isEmpty() ? longest : official)
                .stream().sorted(Comparator.comparing(p -> p.division().code())).toList();
    }

    private void walk(Optional<Division> at, String rest, int eaten, boolean official, boolean leads, List<Parse> all) {
        if (at.isPresent() && !leads) {
            all.add(new Parse(at.get(), rest, eaten, official));
        }
        for (Registry.Named n : registry.namesAt(rest, year, at)) {
            int length = n.name().length();
            walk(
                    Optional.of(n.division()),
                    rest.substring(length),
                    eaten + length,
                    official && n.official(),
                    n.leads(),
                    all);
        }
    }
}
