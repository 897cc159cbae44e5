package gouji.profile.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Regular expressions of a profile: compiled, or a problem at their line. */
final class Patterns {
    private static final Pattern NEVER = Pattern.compile("(?!)");
    private static final Pattern GROUP = Pattern.compile("\\(\\?<([A-Za-z][A-Za-z0-9]*)>");

    private final Words words;

    Patterns(Words words) {
        this.words = words;
    }

    List<Pattern> all(At parent, String key, String... groups) {
        return parent.list(key).stream().map(p -> one(p, groups)).toList();
    }

    /** @param groups named groups it must have */
    Pattern one(At at, String... groups) {
        String regex = words.expand(at, at.text());
        Pattern pattern = compile(at, regex);
        if (pattern == NEVER) {
            return pattern;
        }
        List<String> names = names(regex);
        for (String group : groups) {
            if (!names.contains(group)) {
                at.problem("expected a group named " + group + ", written (?<" + group + ">...), found "
                        + (names.isEmpty() ? "no named group" : "only " + String.join(", ", names)));
            }
        }
        if (pattern.matcher("").find()) {
            at.problem("expected a pattern that needs some text, found one that matches the empty text: " + at.text());
        }
        return pattern;
    }

    /** A pattern that matches nothing where the text is no regular expression. */
    static Pattern compile(At at, String regex) {
        try {
            return Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            at.problem("expected a regular expression, found " + at.text() + ": " + e.getDescription());
            return NEVER;
        }
    }

    private static List<String> names(String regex) {
        List<String> names = new ArrayList<>();
        Matcher m = GROUP.matcher(regex);
        while (m.find()) {
            names.add(m.group(1));
        }
        return names;
    }

    /** A group u of all units, the longest first so that 件次 is not read as 件. */
    static Optional<String> unitGroup(List<String> units) {
        return units.stream()
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .map(Pattern::quote)
                .reduce((a, b) -> a + "|" + b)
                .map(u -> "(?<u>" + u + ")");
    }
}
