package gouji.body;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A name without a division that bodies of many places have, {@code 城关镇人民政府}, {@code 教育局}; and what tells whose it is. */
final class BareName {
    private final String name;
    private final Tail tail;
    private final NameParser parser;

    private BareName(String name, Tail tail, NameParser parser) {
        this.name = name;
        this.tail = tail;
        this.parser = parser;
    }

    /** Empty for a name of its own: {@code 长江航道局}, an enterprise. */
    static Optional<BareName> of(String name, Registry registry, NameParser parser) {
        Tail tail = Tail.of(registry.inFull(name), false);
        boolean bare = switch (tail.form()) {
            case GOVERNMENT, OFFICE, TOWN -> true;
            case ZONE -> tail.hasNoNameOfItsOwn();
            case DEPARTMENT -> registry.isCommon(name);
            default -> false;
        };
        return bare ? Optional.of(new BareName(name, tail, parser)) : Optional.empty();
    }

    /**
     * The one division all agree on that title, head, signature or site name as the one it belongs to.
     *
     * @param holds whether a division can have towns of its own
     */
    Optional<Division> division(Witnesses witnesses, Predicate<Division> holds, Registry registry) {
        List<Set<Division>> said = new ArrayList<>();
        for (String line : witnesses.headAndFoot()) {
            for (String run : line.split("[^\\p{IsHan}]+")) {
                said.add(before(run));
                if (isTown()) {
                    said.add(divisions(parser.parse(run), holds));
                }
            }
        }
        if (isTown()) {
            witnesses.siteCodes().forEach(c -> registry.find(c).filter(holds).ifPresent(d -> said.add(Set.of(d))));
        }
        said.removeIf(Set::isEmpty);
        if (said.isEmpty()) {
            return Optional.empty();
        }
        Set<String> codes = codes(said.get(0));
        said.forEach(s -> codes.retainAll(codes(s)));
        return codes.size() == 1
                ? said.get(0).stream().filter(d -> codes.contains(d.code())).findFirst()
                : Optional.empty();
    }

    private boolean isTown() {
        return tail.form() == Tail.Form.TOWN;
    }

    /** Divisions named right before the name; the longest names count. */
    private Set<Division> before(String run) {
        String core = isTown() ? tail.unit().replaceFirst("-office$", "") : name;
        int at = run.indexOf(core);
        for (int start = 0; start < at; start++) {
            int length = at - start;
            List<NameParser.Parse> parses = parser.parse(run.substring(start));
            Set<Division> found =
                    divisions(parses.stream().filter(p -> p.eaten() == length).toList(), d -> true);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return Set.of();
    }

    private static Set<Division> divisions(List<NameParser.Parse> parses, Predicate<Division> which) {
        return parses.stream()
                .map(NameParser.Parse::division)
                .filter(which)
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    }

    private static Set<String> codes(Set<Division> divisions) {
        return divisions.stream().map(Division::code).collect(Collectors.toCollection(HashSet::new));
    }
}
