package gouji.body;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** What of a body's name is not the name of its division, once a person has said which division it is. */
final class NamedWithin {
    private static final LevenshteinDistance DISTANCE = new LevenshteinDistance(1);

    private final Registry registry;

    NamedWithin(Registry registry) {
        this.registry = registry;
    }

    /** The name after the division's, also where that is one character off; the whole where no division is named. */
    String tail(String name, Division division) {
        List<NameParser.Parse> parses = new NameParser(registry, Optional.empty()).parse(name);
        return parses.stream()
                .filter(p -> p.division().code().equals(division.code()))
                .map(NameParser.Parse::tail)
                .findFirst()
                .or(() -> parses.stream()
                        .filter(p -> registry.isBelow(division, p.division()))
                        .map(p -> afterLike(p.tail(), division))
                        .flatMap(Optional::stream)
                        .findFirst())
                .or(() -> afterLike(name, division))
                .orElseGet(() -> parses.stream()
                        .max(Comparator.comparing(NameParser.Parse::eaten))
                        .map(NameParser.Parse::tail)
                        .orElse(name));
    }

    private static Optional<String> afterLike(String text, Division division) {
        int length = division.name().length();
        boolean like = text.length() >= length && DISTANCE.apply(text.substring(0, length), division.name()) >= 0;
        return like ? Optional.of(text.substring(length)) : Optional.empty();
    }
}
