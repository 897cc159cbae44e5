package gouji.body;

import java.text.Normalizer;
import java.util.List;
import java.util.Optional;

/** From a body's name as printed to the body. Safe between threads. */
public final class BodyResolver {
    private final Registry registry;
    private final Candidates candidates;

    public BodyResolver(Registry registry) {
        this.registry = registry;
        this.candidates = new Candidates(registry);
    }

    /**
     * Resolves a name.
     *
     * @param printed the name, as printed
     * @param year the year reported on, for names that are no longer or not yet in use
     * @param witnesses what else the report says, for a name that several divisions share
     */
    public Resolution resolve(String printed, Optional<Integer> year, Witnesses witnesses) {
        String name = compact(printed);
        if (name.isEmpty()) {
            return Resolution.NONE;
        }
        if (registry.isNational(name)) {
            return found(new Body("", Level.MINISTRY, Kind.DEPARTMENT, name, ""), Resolution.Evidence.NAME);
        }
        List<NameParser.Parse> parses = new NameParser(registry, year).parse(name);
        boolean outOfTime = eaten(new NameParser(registry, Optional.empty()).parse(name)) > eaten(parses);
        List<NameParser.Parse> bodies = outOfTime
                ? List.of()
                : parses.stream().filter(p -> body(p).isPresent()).toList();
        List<String> codes =
                bodies.stream().map(p -> p.division().code()).distinct().toList();
        if (codes.size() == 1) {
            return found(body(bodies.get(0)).orElseThrow(), Resolution.Evidence.NAME);
        }
        if (parses.isEmpty() && !outOfTime) {
            Optional<BareName> bare = BareName.of(name, registry, new NameParser(registry, year));
            if (bare.isPresent()) {
                return bare(name, bare.get(), witnesses, year);
            }
        }
        if (codes.isEmpty()) {
            return new Resolution(Optional.empty(), candidates.near(name, year, parses), Optional.empty());
        }
        return shared(bodies, witnesses);
    }

    /**
     * The body of a name when a person says where it belongs; empty where the registry does not know it.
     *
     * @param printed the name, as printed; may be empty
     * @param where code of a division, or name of a national department
     */
    public Optional<Body> within(String printed, String where) {
        if (registry.isNational(where)) {
            return Optional.of(new Body("", Level.MINISTRY, Kind.DEPARTMENT, where, ""));
        }
        String name = compact(printed);
        return registry.find(where).map(d -> within(d, new NamedWithin(registry).tail(name, d)));
    }

    private Body within(Division d, String rest) {
        Tail tail = Tail.of(registry.inFull(rest), isDeepest(d));
        return body(new NameParser.Parse(d, rest, 0, true))
                .orElseGet(() -> tail.form() == Tail.Form.TOWN
                        ? new Body(d.code(), Level.TOWNSHIP, Kind.GOVERNMENT, tail.unit(), d.code())
                        : new Body(d.code(), d.level(), Kind.DEPARTMENT, rest, d.code()));
    }

    /** More than the reading of its year: the name goes on with a division of another time. */
    private static int eaten(List<NameParser.Parse> parses) {
        return parses.stream().mapToInt(NameParser.Parse::eaten).max().orElse(0);
    }

    private Resolution bare(String name, BareName bare, Witnesses witnesses, Optional<Integer> year) {
        return bare.division(witnesses, this::isDeepest, registry)
                .flatMap(d -> body(new NameParser.Parse(d, name, 0, true)))
                .map(b -> found(b, Resolution.Evidence.TEXT))
                .orElseGet(() -> new Resolution(
                        Optional.empty(),
                        candidates.near(name, year, List.of()),
                        Optional.of(Resolution.Evidence.OPEN)));
    }

    private Resolution shared(List<NameParser.Parse> bodies, Witnesses witnesses) {
        List<Division> divisions =
                bodies.stream().map(NameParser.Parse::division).toList();
        Optional<Witnesses.Verdict> verdict = witnesses.among(divisions, registry);
        if (verdict.isEmpty()) {
            return new Resolution(
                    Optional.empty(),
                    divisions.stream().map(this::shown).distinct().toList(),
                    Optional.empty());
        }
        NameParser.Parse parse = bodies.stream()
                .filter(p -> p.division().code().equals(verdict.get().code()))
                .findFirst()
                .orElseThrow();
        return found(body(parse).orElseThrow(), verdict.get().evidence());
    }

    private String shown(Division d) {
        return d.code() + " " + registry.nameInFull(d);
    }

    private static Resolution found(Body body, Resolution.Evidence evidence) {
        return new Resolution(Optional.of(body), List.of(), Optional.of(evidence));
    }

    private Optional<Body> body(NameParser.Parse parse) {
        Division d = parse.division();
        Tail tail = Tail.of(registry.inFull(parse.tail()), isDeepest(d));
        if (d.level() == Level.ZONE) {
            return zone(d, tail);
        }
        return switch (tail.form()) {
            case GOVERNMENT -> Optional.of(new Body(d.code(), d.level(), Kind.GOVERNMENT, "", d.parent()));
            case OFFICE -> Optional.of(new Body(d.code(), d.level(), Kind.OFFICE, "", d.code()));
            case DEPARTMENT -> Optional.of(new Body(d.code(), d.level(), Kind.DEPARTMENT, tail.unit(), d.code()));
            case ENTERPRISE -> Optional.of(new Body(d.code(), d.level(), Kind.ENTERPRISE, tail.unit(), d.code()));
            case TOWN -> town(d, tail);
            case ZONE -> Optional.of(new Body("", Level.ZONE, Kind.GOVERNMENT, tail.unit(), d.code()));
            case BRANCH -> branch(d, tail);
            case UNKNOWN -> Optional.empty();
        };
    }

    private boolean isDeepest(Division d) {
        return d.level() == Level.COUNTY
                || registry.childrenOf(d.code()).stream().allMatch(c -> c.level() == Level.ZONE);
    }

    private static Optional<Body> zone(Division d, Tail tail) {
        Kind kind = tail.form() == Tail.Form.GOVERNMENT || tail.unit().equals("管理委员会")
                ? Kind.GOVERNMENT
                : tail.form() == Tail.Form.OFFICE ? Kind.OFFICE : Kind.DEPARTMENT;
        String unit = kind == Kind.DEPARTMENT ? d.name() + tail.unit() : d.name();
        return tail.form() == Tail.Form.UNKNOWN
                ? Optional.empty()
                : Optional.of(new Body("", Level.ZONE, kind, unit, d.parent()));
    }

    /** A town of a county; of a prefecture only where that has no counties, since its county is not known. */
    private Optional<Body> town(Division d, Tail tail) {
        boolean office = tail.unit().endsWith("-office");
        String unit = office ? tail.unit().substring(0, tail.unit().length() - "office".length()) : tail.unit();
        return !isDeepest(d)
                ? Optional.empty()
                : Optional.of(
                        new Body(d.code(), Level.TOWNSHIP, office ? Kind.OFFICE : Kind.GOVERNMENT, unit, d.code()));
    }

    /** The branch of a city's bureau in a district reports there, and belongs to the city. */
    private Optional<Body> branch(Division d, Tail tail) {
        String place = tail.branchPlace();
        List<Division> there = registry.childrenOf(d.code()).stream()
                .filter(c -> c.level() == Level.COUNTY && c.to().isEmpty())
                .filter(c -> c.name().equals(place) || registry.stem(c).equals(place))
                .toList();
        if (d.level() == Level.COUNTY || there.size() != 1) {
            return Optional.empty();
        }
        return Optional.of(new Body(there.get(0).code(), Level.COUNTY, Kind.DEPARTMENT, tail.unit(), d.code()));
    }

    /** NFKC, without white space and brackets with what is in them. */
    static String compact(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Z}\\p{Cf}]+", "")
                .replaceAll("\\([^()]{0,20}\\)", "");
    }
}
