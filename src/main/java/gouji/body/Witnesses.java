package gouji.body;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What else tells which of several divisions of one name is meant: a division named with the one above it, the code in a
 * site's identifier, the province in its licence number, the division above named at the head or foot of the text.
 *
 * @param paragraphs text of the report in order
 * @param input name of the file with its folders; heard only where the text says nothing
 */
public record Witnesses(List<String> paragraphs, String input) {
    /** No witness. */
    public static final Witnesses NONE = new Witnesses(List.of(), "");

    private static final int HEAD_AND_FOOT = 6;
    private static final Pattern SITE = Pattern.compile("网站标识码:?(\\d{6})\\d{4}");
    private static final Pattern LICENCE = Pattern.compile("([\\p{IsHan}])ICP备");
    private static final Map<String, String> PROVINCES = Map.ofEntries(
            Map.entry("京", "11"),
            Map.entry("津", "12"),
            Map.entry("冀", "13"),
            Map.entry("晋", "14"),
            Map.entry("蒙", "15"),
            Map.entry("辽", "21"),
            Map.entry("吉", "22"),
            Map.entry("黑", "23"),
            Map.entry("沪", "31"),
            Map.entry("苏", "32"),
            Map.entry("浙", "33"),
            Map.entry("皖", "34"),
            Map.entry("闽", "35"),
            Map.entry("赣", "36"),
            Map.entry("鲁", "37"),
            Map.entry("豫", "41"),
            Map.entry("鄂", "42"),
            Map.entry("湘", "43"),
            Map.entry("粤", "44"),
            Map.entry("桂", "45"),
            Map.entry("琼", "46"),
            Map.entry("渝", "50"),
            Map.entry("川", "51"),
            Map.entry("蜀", "51"),
            Map.entry("黔", "52"),
            Map.entry("贵", "52"),
            Map.entry("滇", "53"),
            Map.entry("云", "53"),
            Map.entry("藏", "54"),
            Map.entry("陕", "61"),
            Map.entry("甘", "62"),
            Map.entry("陇", "62"),
            Map.entry("青", "63"),
            Map.entry("宁", "64"),
            Map.entry("新", "65"));

    public Witnesses {
        paragraphs = paragraphs.stream().map(BodyResolver::compact).toList();
        input = BodyResolver.compact(input);
    }

    /** A code and what spoke for it. */
    record Verdict(String code, Resolution.Evidence evidence) {}

    /** The one division all witnesses that speak agree on. */
    Optional<Verdict> among(List<Division> divisions, Registry registry) {
        List<Set<String>> said = new ArrayList<>();
        hear(said, divisions, d -> namedWithParent(paragraphs, d, registry));
        hear(said, divisions, d -> siteCodes().stream().anyMatch(c -> c.equals(d.code())));
        hear(said, divisions, d -> licences().stream().anyMatch(p -> d.code().startsWith(p)));
        hear(said, divisions, d -> parentAtHeadOrFoot(d, registry));
        if (!said.isEmpty()) {
            return agreed(said).map(c -> new Verdict(c, Resolution.Evidence.TEXT));
        }
        hear(said, divisions, d -> namesParent(List.of(input), d, registry));
        return agreed(said).map(c -> new Verdict(c, Resolution.Evidence.INPUT));
    }

    private static void hear(List<Set<String>> said, List<Division> divisions, Predicate<Division> witness) {
        Set<String> codes = new HashSet<>();
        divisions.stream().filter(witness).forEach(d -> codes.add(d.code()));
        if (!codes.isEmpty()) {
            said.add(codes);
        }
    }

    private static Optional<String> agreed(List<Set<String>> said) {
        if (said.isEmpty()) {
            return Optional.empty();
        }
        Set<String> left = new HashSet<>(said.get(0));
        said.forEach(left::retainAll);
        return left.size() == 1 ? Optional.of(left.iterator().next()) : Optional.empty();
    }

    private static boolean namedWithParent(List<String> texts, Division d, Registry registry) {
        return registry.ancestors(d).stream()
                .anyMatch(a -> texts.stream().anyMatch(t -> t.contains(a.name() + d.name())));
    }

    private static boolean namesParent(List<String> texts, Division d, Registry registry) {
        return registry.ancestors(d).stream().anyMatch(a -> texts.stream().anyMatch(t -> t.contains(a.name())));
    }

    private boolean parentAtHeadOrFoot(Division d, Registry registry) {
        return namesParent(headAndFoot(), d, registry);
    }

    /** Title, lines above the text, signature: the first and last paragraphs that are no sentences of the text. */
    List<String> headAndFoot() {
        int n = paragraphs.size();
        List<String> ends = new ArrayList<>(paragraphs.subList(0, Math.min(HEAD_AND_FOOT, n)));
        ends.addAll(paragraphs.subList(Math.max(0, n - HEAD_AND_FOOT), n));
        return ends.stream().filter(p -> p.length() < 60).toList();
    }

    List<String> siteCodes() {
        return all(SITE);
    }

    private List<String> licences() {
        return all(LICENCE).stream()
                .map(letter -> PROVINCES.getOrDefault(letter, ""))
                .filter(p -> !p.isEmpty())
                .toList();
    }

    private List<String> all(Pattern pattern) {
        List<String> found = new ArrayList<>();
        for (String paragraph : paragraphs) {
            Matcher m = pattern.matcher(paragraph);
            while (m.find()) {
                found.add(m.group(1));
            }
        }
        return found;
    }
}
