package gouji.body;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Divisions that a name which fits none may have meant; for a person to choose from. */
final class Candidates {
    private static final int MOST = 5;
    private static final LevenshteinDistance DISTANCE = new LevenshteinDistance(1);

    private final Registry registry;

    Candidates(Registry registry) {
        this.registry = registry;
    }

    /** At most five: below the divisions that were understood, names one character off. */
    List<String> near(String name, Optional<Integer> year, List<NameParser.Parse> understood) {
        List<String> found = new ArrayList<>();
        if (understood.isEmpty()) {
            found.addAll(offByOne(name, year, registry.divisions()));
        }
        for (NameParser.Parse parse : understood) {
            String code = parse.division().code();
            found.addAll(offByOne(parse.tail(), year, registry.childrenOf(code)));
            found.add(parse.division().shown());
        }
        return found.stream().distinct().limit(MOST).toList();
    }

    private static List<String> offByOne(String text, Optional<Integer> year, List<Division> among) {
        return among.stream()
                .filter(d -> d.name().length() > 2 && d.name().length() <= text.length())
                .filter(d -> year.map(d::isUsedAbout).orElse(true))
                .filter(d -> DISTANCE.apply(text.substring(0, d.name().length()), d.name()) == 1)
                .sorted(Comparator.comparing(Division::code))
                .map(Division::shown)
                .toList();
    }
}
