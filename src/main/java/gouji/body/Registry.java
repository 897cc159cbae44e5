package gouji.body;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Divisions and what else is known of names; immutable. */
public final class Registry {
    /** Of these the short name alone says that the region is meant. */
    private static final Set<String> AUTONOMOUS_REGIONS = Set.of("150000", "450000", "540000", "640000", "650000");

    private final List<Division> divisions;
    private final Set<String> national;
    private final Map<String, String> departments;
    private final List<String> groups;
    private final Map<String, Division> byCode = new HashMap<>();
    private final Map<Character, List<Named>> byFirst = new HashMap<>();
    private final Map<String, List<Division>> children = new HashMap<>();

    /**
     * A name of a division.
     *
     * @param name official or short
     * @param division whose
     * @param official whether the name is the official one
     * @param leads whether the short name counts only before the name of a division within
     */
    record Named(String name, Division division, boolean official, boolean leads) {}

    /**
     * @param divisions every division under every name
     * @param national names of departments of the national government
     * @param departments full name by short name, of departments
     * @param groups names of nationalities in names of autonomous divisions
     */
    public Registry(
            List<Division> divisions, List<String> national, Map<String, String> departments, List<String> groups) {
        this.divisions = List.copyOf(divisions);
        this.national = Set.copyOf(new HashSet<>(national));
        this.departments = Map.copyOf(departments);
        this.groups = groups.stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
        Set<String> official = new HashSet<>();
        this.divisions.forEach(d -> official.add(d.name()));
        for (Division d : this.divisions) {
            byCode.merge(d.code(), d, (a, b) -> b.to().isEmpty() ? b : a);
            children.computeIfAbsent(d.parent(), p -> new ArrayList<>()).add(d);
            names(d).stream()
                    .filter(n -> n.official() || !official.contains(n.name()))
                    .forEach(n -> byFirst.computeIfAbsent(n.name().charAt(0), c -> new ArrayList<>())
                            .add(n));
        }
    }

    private List<Named> names(Division d) {
        List<Named> names = new ArrayList<>(List.of(new Named(d.name(), d, true, false)));
        String stem = stem(d);
        if (d.level() == Level.PROVINCE) {
            names.add(new Named(stem, d, false, !AUTONOMOUS_REGIONS.contains(d.code())));
        } else if (d.name().contains("自治") && stem.length() > 1) {
            String rank = d.name().substring(d.name().length() - 1);
            names.add(new Named(stem + rank, d, false, false));
        }
        return names;
    }

    /** The name without rank and nationalities: 长阳 of 长阳土家族自治县. */
    String stem(Division d) {
        String name = d.name();
        String stem = name.length() < 3 ? name : name.replaceFirst("(?:自治[区州县旗]|地区|[省市区县旗盟])$", "");
        for (boolean more = name.contains("自治"); more; ) {
            more = false;
            for (String group : groups) {
                if (stem.endsWith(group) && stem.length() > group.length()) {
                    stem = stem.substring(0, stem.length() - group.length());
                    more = true;
                }
            }
        }
        return stem;
    }

    /** Names a text begins with, of divisions in use in a year, below a division or anywhere. */
    List<Named> namesAt(String text, Optional<Integer> year, Optional<Division> within) {
        if (text.isEmpty()) {
            return List.of();
        }
        return byFirst.getOrDefault(text.charAt(0), List.of()).stream()
                .filter(n -> text.startsWith(n.name()))
                .filter(n -> year.map(y -> n.division().isUsedAbout(y)).orElse(true))
                .filter(n -> within.map(w -> isBelow(n.division(), w)).orElse(true))
                .toList();
    }

    boolean isBelow(Division division, Division above) {
        return ancestors(division).stream().anyMatch(a -> a.code().equals(above.code()));
    }

    /** From its parent up to the province. */
    List<Division> ancestors(Division division) {
        List<Division> found = new ArrayList<>();
        Optional<Division> at = find(division.parent());
        while (at.isPresent() && found.size() < 4) {
            found.add(at.get());
            at = find(at.get().parent());
        }
        return found;
    }

    /** Divisions of county rank, or of any other, directly below one. */
    List<Division> childrenOf(String code) {
        return children.getOrDefault(code, List.of());
    }

    /** The division of a code, under the name in use or the last one. */
    public Optional<Division> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** The names of the divisions above and its own, as one: 江苏省南京市鼓楼区. */
    public String nameInFull(Division division) {
        List<String> names = new ArrayList<>();
        ancestors(division).forEach(a -> names.add(0, a.name()));
        return String.join("", names) + division.name();
    }

    /**
     * Divisions whose code begins with these words or whose name has them, those in use first, and national departments,
     * which come without a code.
     *
     * @param words none of them finds nothing
     */
    public List<Division> search(String words, int most) {
        String wanted = words.strip();
        if (wanted.isEmpty()) {
            return List.of();
        }
        Stream<Division> named = divisions.stream()
                .filter(d -> d.level() != Level.ZONE)
                .filter(d -> d.code().startsWith(wanted) || nameInFull(d).contains(wanted))
                .sorted(Comparator.comparing((Division d) -> !d.to().isEmpty())
                        .thenComparing(d -> !d.name().contains(wanted))
                        .thenComparing(Division::code)
                        .thenComparing(Division::name));
        Stream<Division> departments = national.stream()
                .filter(n -> n.contains(wanted))
                .sorted()
                .map(n -> new Division("", n, Level.MINISTRY, "", "", "", ""));
        return Stream.concat(named, departments).limit(most).toList();
    }

    boolean isNational(String name) {
        return national.contains(name);
    }

    /** Whether bodies of many divisions have this name, in full or short. */
    boolean isCommon(String department) {
        return departments.containsKey(department) || departments.containsValue(department);
    }

    /** Full names in place of short ones, where a name ends with them. */
    String inFull(String department) {
        String best = departments.keySet().stream()
                .filter(department::endsWith)
                .max(Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder()))
                .orElse("");
        return best.isEmpty()
                ? department
                : department.substring(0, department.length() - best.length()) + departments.get(best);
    }

    List<Division> divisions() {
        return divisions;
    }
}
