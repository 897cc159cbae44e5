package gouji.panel;

import gouji.profile.Comparison.Kind;
import gouji.profile.Comparison.Mapping;
import gouji.profile.Profile;
import gouji.report.Observation;
import gouji.report.State;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Turns the cells of a report into points of concepts. Each table follows the template it was read by. Only equal,
 * merged and near cells take on a concept of another name; every other cell stays under its own code.
 */
public final class Crosswalk {
    /** Least certain first. */
    private static final List<State> DOUBT = List.of(
            State.SUSPECT,
            State.CONTRADICTED,
            State.REPAIRED,
            State.BLANK,
            State.CORRECTED,
            State.READ,
            State.CONFIRMED);

    private final Profile profile;
    private final Map<String, List<Mapping>> carrying = new HashMap<>();
    private final Map<String, Map<String, Mapping>> standing = new HashMap<>();

    public Crosswalk(Profile profile) {
        this.profile = profile;
        for (Mapping m : profile.comparison().crosswalk()) {
            if (m.kind().carries()) {
                carrying.computeIfAbsent(m.from(), t -> new ArrayList<>()).add(m);
            } else {
                Map<String, Mapping> own = standing.computeIfAbsent(m.from(), t -> new HashMap<>());
                m.codes().forEach(c -> own.put(c, m));
            }
        }
    }

    /** Points of a report, by concept. */
    public List<Point> points(List<Observation> observations) {
        Map<String, Observation> cells = new HashMap<>();
        observations.stream()
                .filter(o -> o.state() != State.ABSENT)
                .forEach(o -> cells.put(o.template() + "\n" + o.code(), o));
        List<Point> points = new ArrayList<>();
        Set<Observation> carried = new HashSet<>();
        for (String template :
                observations.stream().map(Observation::template).distinct().toList()) {
            for (Mapping mapping : carrying.getOrDefault(template, List.of())) {
                List<Observation> parts = parts(mapping, cells);
                if (parts.size() == mapping.codes().size()) {
                    points.add(point(mapping.concepts().get(0), parts, mapping.kind()));
                    carried.addAll(parts);
                }
            }
        }
        for (Observation cell : cells.values()) {
            own(cell, carried).ifPresent(points::add);
        }
        points.sort(Comparator.comparing(Point::concept)
                .thenComparing(p -> p.derived().toString()));
        return points;
    }

    private static List<Observation> parts(Mapping mapping, Map<String, Observation> cells) {
        return mapping.codes().stream()
                .map(c -> Optional.ofNullable(cells.get(mapping.from() + "\n" + c)))
                .flatMap(Optional::stream)
                .toList();
    }

    /** A cell under its own code: of the newest template always, of an older one where it was not carried over. */
    private Optional<Point> own(Observation cell, Set<Observation> carried) {
        boolean newest = cell.template().equals(profile.templates().get(0).id());
        if (!newest && carried.contains(cell)) {
            return Optional.empty();
        }
        if (cell.row().startsWith("local.")) {
            return Optional.of(point(cell.code(), List.of(cell), Kind.NOT_COMPARABLE));
        }
        Kind kind = Optional.ofNullable(
                        standing.getOrDefault(cell.template(), Map.of()).get(cell.code()))
                .map(Mapping::kind)
                .orElse(newest ? Kind.EQUAL : Kind.DROPPED);
        return Optional.of(point(cell.code(), List.of(cell), kind));
    }

    private static Point point(String concept, List<Observation> cells, Kind kind) {
        boolean whole = cells.stream().allMatch(c -> c.value().isPresent());
        Optional<BigDecimal> sum =
                whole ? cells.stream().map(c -> c.value().orElseThrow()).reduce(BigDecimal::add) : Optional.empty();
        State state = cells.stream()
                .map(Observation::state)
                .min(Comparator.comparingInt(DOUBT::indexOf))
                .orElseThrow();
        return new Point(
                concept,
                sum,
                cells.get(0).unit(),
                whole || state == State.SUSPECT ? state : State.BLANK,
                cells.get(0).template(),
                cells.stream().map(Observation::code).toList(),
                kind,
                comparability(kind));
    }

    private static Point.Comparability comparability(Kind kind) {
        return switch (kind) {
            case EQUAL, MERGES, NEW -> Point.Comparability.COMPARABLE;
            case NEAR -> Point.Comparability.NEAR;
            case SPLITS, NOT_COMPARABLE -> Point.Comparability.NOT_COMPARABLE;
            case DROPPED -> Point.Comparability.DROPPED;
        };
    }
}
