package gouji.profile.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Named pieces of patterns: {@code {received}} in a pattern stands for the piece of that name. */
final class Words {
    /** 1121, 1,121, 48.5 and 1.2万; 48.5万元 leaves 万元 to the unit. Never a part of a longer number. */
    private static final String NUMBER =
            "(?<v>(?<![\\d.])(?:\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d+)(?:\\.\\d+)?(?:[万亿](?!元))?)";

    private static final Pattern NAME = Pattern.compile("(?<![\\\\pP])\\{([a-z][a-z_]*)\\}");

    private final Map<String, String> pieces = new LinkedHashMap<>();

    /** Pieces may use those above them. {@code n} and {@code u} are built in. */
    static Words of(At root) {
        Words words = new Words();
        words.pieces.put("n", NUMBER);
        List<String> units = new ArrayList<>();
        root.find("values").ifPresent(v -> {
            units.addAll(v.texts("units"));
            units.addAll(v.map("unit_factor").keySet());
        });
        Patterns.unitGroup(units).ifPresent(u -> words.pieces.put("u", u));
        root.map("words").forEach((name, at) -> {
            if (name.equals("n") || name.equals("u")) {
                at.problem("{" + name + "} is built in and cannot be given another meaning");
                return;
            }
            String expanded = words.expand(at, at.text());
            Patterns.compile(at, expanded);
            words.pieces.put(name, expanded);
        });
        return words;
    }

    String expand(At at, String regex) {
        Matcher m = NAME.matcher(regex);
        StringBuilder expanded = new StringBuilder();
        while (m.find()) {
            Optional<String> piece = Optional.ofNullable(pieces.get(m.group(1)));
            if (piece.isEmpty()) {
                at.problem(
                        "{" + m.group(1) + "} stands for nothing; known here: " + String.join(", ", pieces.keySet()));
            }
            m.appendReplacement(expanded, Matcher.quoteReplacement("(?:" + piece.orElse("") + ")"));
        }
        return m.appendTail(expanded).toString();
    }
}
