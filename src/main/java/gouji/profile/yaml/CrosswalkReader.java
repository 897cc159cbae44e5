package gouji.profile.yaml;

import gouji.profile.Comparison.Kind;
import gouji.profile.Comparison.Mapping;
import gouji.profile.Profile;
import gouji.profile.Template;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The crosswalk: mappings of rows or whole tables become mappings of cells.
 *
 * <p>A code is a cell ({@code requests.result.other.total}), a row ({@code requests.result.other}: every column of it) or
 * a table. What is named more exactly takes precedence; of what is named alike, each cell may be mapped once. Templates
 * other than the newest must be mapped whole.
 */
final class CrosswalkReader {
    private final Profile profile;
    private final Set<String> allCells = new HashSet<>();

    CrosswalkReader(Profile profile) {
        this.profile = profile;
        profile.templates().forEach(t -> allCells.addAll(cells(t)));
    }

    private static Set<String> cells(Template template) {
        Set<String> cells = new LinkedHashSet<>();
        template.tables().forEach(t -> t.cellCodes().forEach(c -> cells.add(t.id() + "." + c)));
        return cells;
    }

    List<Mapping> mappings(At comparison) {
        List<Mapping> all = new ArrayList<>();
        Map<String, Set<String>> mapped = new HashMap<>();
        for (At at : exactFirst(comparison.list("crosswalk"))) {
            Optional<Template> from = profile.templates().stream()
                    .filter(t -> t.id().equals(at.get("from").text()))
                    .findFirst();
            if (from.isEmpty()) {
                at.get("from")
                        .problem("no template has the id " + at.get("from").text());
                continue;
            }
            all.addAll(
                    expanded(at, from.get(), mapped.computeIfAbsent(from.get().id(), k -> new HashSet<>())));
        }
        if (!comparison.list("crosswalk").isEmpty()) {
            profile.templates().stream().skip(1).forEach(t -> whole(comparison, t, mapped));
        }
        return all;
    }

    private void whole(At comparison, Template template, Map<String, Set<String>> mapped) {
        Set<String> left = cells(template);
        left.removeAll(mapped.getOrDefault(template.id(), Set.of()));
        if (!left.isEmpty()) {
            comparison
                    .get("crosswalk")
                    .problem("template " + template.id() + ": " + left.size() + " cells are not mapped, the first: "
                            + left.iterator().next());
        }
    }

    /** Cells, then rows, then tables. */
    private List<At> exactFirst(List<At> mappings) {
        List<At> sorted = new ArrayList<>(mappings);
        sorted.sort(java.util.Comparator.comparingInt(at -> at.texts("codes").stream()
                .mapToInt(c -> allCells.contains(c) ? 0 : isTable(c) ? 2 : 1)
                .max()
                .orElse(0)));
        return sorted;
    }

    private boolean isTable(String code) {
        return profile.templates().stream().anyMatch(t -> t.findTable(code).isPresent());
    }

    private List<Mapping> expanded(At at, Template from, Set<String> mapped) {
        Kind kind = Kind.valueOf(at.get("kind").text().toUpperCase(Locale.ROOT));
        List<String> codes = at.texts("codes");
        List<String> to = at.texts("to");
        boolean counterpart = kind != Kind.DROPPED && kind != Kind.NEW;
        if (!counterpart && !to.isEmpty()) {
            at.get("to").problem(kind.word() + " has no counterpart, so `to` means nothing here");
        }
        if (kind.carries() && to.size() > 1) {
            at.get("to").problem(kind.word() + " leads to one concept, found " + to.size());
        }
        List<Mapping> all = new ArrayList<>();
        for (String suffix : suffixes(at, codes, from)) {
            List<String> cells = codes.stream().map(c -> c + suffix).toList();
            boolean free = cells.stream().noneMatch(mapped::contains);
            if (!free && suffix.isEmpty()) {
                at.problem("a cell of " + codes + " is mapped twice for " + from.id());
            }
            if (free) {
                List<String> concepts = concepts(at, to, codes, suffix, counterpart);
                mapped.addAll(cells);
                all.add(new Mapping(from.id(), kind, cells, concepts, at.text("note", "")));
            }
        }
        return all;
    }

    /** The same codes where none are named; concepts must be cells of some template. */
    private List<String> concepts(At at, List<String> to, List<String> codes, String suffix, boolean counterpart) {
        if (!counterpart) {
            return List.of();
        }
        List<String> concepts = (to.isEmpty() ? codes : to)
                .stream().map(c -> allCells.contains(c) ? c : c + suffix).toList();
        concepts.stream().filter(c -> !allCells.contains(c)).forEach(c -> at.problem("no template has the cell " + c));
        return concepts;
    }

    /** What each code has to be continued by to be a cell: nothing, {@code .total} and so on, or rows and columns. */
    private List<String> suffixes(At at, List<String> codes, Template from) {
        Set<String> cells = cells(from);
        if (cells.containsAll(codes)) {
            return List.of("");
        }
        List<String> suffixes = new ArrayList<>();
        for (String cell : cells) {
            String first = codes.get(0);
            String suffix = cell.startsWith(first + ".") ? cell.substring(first.length()) : "";
            boolean whole = isTable(first) || isColumn(from, suffix);
            if (!suffix.isEmpty() && whole && codes.stream().allMatch(c -> cells.contains(c + suffix))) {
                suffixes.add(suffix);
            }
        }
        if (suffixes.isEmpty()) {
            at.get("codes").problem("template " + from.id() + " has no such cells: " + codes);
        }
        return suffixes;
    }

    private static boolean isColumn(Template template, String suffix) {
        return !suffix.isEmpty()
                && template.tables().stream()
                        .flatMap(t -> t.blocks().stream())
                        .flatMap(b -> b.leafColumns().stream())
                        .anyMatch(c -> c.code().equals(suffix.substring(1)));
    }
}
