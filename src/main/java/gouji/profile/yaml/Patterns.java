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
    /** 1121, 1,121, 48.5 and 1.2万; 48.5万元 leaves 万元 to the unit. Never a part of a longer number. */
    static final String NUMBER =
            "(?<v>(?<![\\d.])(?:\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d+)(?:\\.\\d+)?(?:[万亿](?!元))?)";

    private static final Pattern NEVER = Pattern.compile("(?!)");
    private static final Pattern GROUP = Pattern.compile("\\(\\?<([A-Za-z][A-Za-z0-9]*)>");

    private Patterns() {}

    static List<Pattern> all(At parent, String key, String... groups) {
        List<Pattern> patterns = new ArrayList<>();
        parent.list(key).forEach(p -> patterns.add(one(p, p.text(), groups)));
        return patterns;
    }

    /** @param groups named groups it must have */
    static Pattern one(At at, String regex, String... groups) {
        Pattern pattern;
        try {
            pattern = Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            at.problem("expected a regular expression, found " + regex + ": " + e.getDescription() + " at character "
                    + (e.getIndex() + 1));
            return NEVER;
        }
        for (String group : groups) {
            if (!names(regex).contains(group)) {
                at.problem("expected a group named " + group + ", written (?<" + group + ">...), found "
                        + (names(regex).isEmpty() ? "no named group" : "only " + String.join(", ", names(regex))));
            }
        }
        if (pattern.matcher("").find()) {
            at.problem("expected a pattern that needs some text, found one that matches the empty text: " + regex);
        }
        return pattern;
    }

    static List<String> names(String regex) {
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
