package gouji.review;

import gouji.body.Registry;
import gouji.profile.Profile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Registries of families, each read when it is first asked for. Safe between threads. */
final class Registries {
    private final Map<String, String> idOf = new HashMap<>();
    private final Function<String, Registry> reader;
    private final Map<String, Registry> known = new HashMap<>();

    Registries(List<Profile> profiles, Function<String, Registry> reader) {
        this.reader = reader;
        profiles.forEach(p -> idOf.put(p.id(), p.comparison().registry()));
    }

    /** Of a family; empty where it has none. */
    synchronized Optional<Registry> find(String family) {
        String id = idOf.getOrDefault(family, "");
        return id.isEmpty() ? Optional.empty() : Optional.of(known.computeIfAbsent(id, reader));
    }

    /** Name of a province; empty where the family's registry has none of that code. */
    String province(String family, String twoDigits) {
        return find(family)
                .flatMap(r -> r.find(twoDigits + "0000"))
                .map(d -> d.name())
                .orElse("");
    }
}
