package gouji.panel;

import gouji.check.CheckResult;
import gouji.check.YearCheck;
import gouji.document.Place;
import gouji.profile.Profile;
import gouji.report.NarrativeFigure;
import gouji.report.Observation;
import gouji.report.Report;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * All filings of a run: first every report is added, then editions and checks between reports are asked for. Keeps of
 * each report the cells that checks between reports need, nothing else.
 */
public final class Filings {
    private final Map<String, YearCheck> yearChecks = new HashMap<>();
    private final MemberSums sums;
    private final Roster roster;
    private final Map<String, String> bodyOfName = new HashMap<>();
    private final Map<String, Filing> filings = new LinkedHashMap<>();
    private final Map<String, List<Observation>> cells = new HashMap<>();
    private final Map<String, List<NarrativeFigure>> figures = new HashMap<>();
    private final Map<String, List<Filing>> groups = new HashMap<>();
    private final Map<String, Editions> editions = new HashMap<>();
    private final Map<String, Choice> choices;

    private Optional<Members> members;

    /** Where nobody is a member of anybody. */
    public Filings(List<Profile> profiles) {
        this(
                profiles,
                Members.NONE,
                id -> {
                    throw new IllegalStateException("nobody is a member, but the report was asked for: " + id);
                },
                Map.of());
    }

    /**
     * Of all reports there are.
     *
     * @param roster which bodies are members of which
     * @param reports the report of an id that was added; asked for members of regions only
     * @param choices persons' choices among editions, by {@link Filing#question}
     */
    public Filings(
            List<Profile> profiles, Roster roster, Function<String, Report> reports, Map<String, Choice> choices) {
        this(profiles, roster, Optional.empty(), reports, choices);
    }

    /** Of some of the reports, where it is known already which bodies the names in the roster are. */
    public Filings(
            List<Profile> profiles, Members members, Function<String, Report> reports, Map<String, Choice> choices) {
        this(profiles, members.roster(), Optional.of(members), reports, choices);
    }

    private Filings(
            List<Profile> profiles,
            Roster roster,
            Optional<Members> members,
            Function<String, Report> reports,
            Map<String, Choice> choices) {
        this.choices = Map.copyOf(choices);
        profiles.forEach(p -> yearChecks.put(p.id(), new YearCheck(p)));
        this.roster = roster;
        this.members = members;
        this.sums = new MemberSums(profiles, reports);
    }

    /**
     * A report as far as it is kept.
     *
     * @param cells those that checks between years need
     * @param figures of its prose, likewise
     */
    public record Card(Filing filing, List<Observation> cells, List<NarrativeFigure> figures) {
        public Card {
            Objects.requireNonNull(filing, "filing");
            cells = List.copyOf(cells);
            figures = List.copyOf(figures);
        }
    }

    /** What is kept of a report. */
    public Card card(Filing filing, Report report) {
        if (!filing.isPlaced()) {
            return new Card(filing, List.of(), List.of());
        }
        YearCheck check = yearChecks.get(filing.profile());
        Set<String> needed = check.cells();
        return new Card(
                filing,
                report.observations().stream()
                        .filter(o -> needed.contains(o.code()))
                        .map(Filings::bare)
                        .toList(),
                check.kept(report.figures()));
    }

    /** Adds a report; all of them before anything is asked. */
    public void add(Card card) {
        Filing filing = card.filing();
        filings.put(filing.reportId(), filing);
        if (!filing.isPlaced()) {
            return;
        }
        cells.put(filing.reportId(), card.cells());
        if (!card.figures().isEmpty()) {
            figures.put(filing.reportId(), card.figures());
        }
        groups.computeIfAbsent(key(filing, 0), k -> new ArrayList<>()).add(filing);
        if (roster.names(filing.name())) {
            bodyOfName.put(filing.name(), filing.body());
        }
    }

    /** Adds a report. */
    public void add(Filing filing, Report report) {
        add(card(filing, report));
    }

    /** What was added. */
    public Filing get(String reportId) {
        return Optional.ofNullable(filings.get(reportId))
                .orElseThrow(() -> new IllegalArgumentException("no filing of report " + reportId));
    }

    public Edition edition(String reportId) {
        Filing filing = get(reportId);
        return filing.isPlaced() ? editions(key(filing, 0)).all().get(reportId) : Edition.FIRST;
    }

    /** Checks of a report against that for the year before, by the rank of its body, and against its members. */
    public List<CheckResult> checks(String reportId) {
        Filing filing = get(reportId);
        if (!filing.isPlaced()) {
            return List.of();
        }
        List<CheckResult> results = new ArrayList<>(betweenYears(filing));
        filing.issuer()
                .body()
                .map(b -> yearChecks.get(filing.profile()).ofLevel(b.level().word(), cells.get(reportId)))
                .ifPresent(results::addAll);
        results.addAll(sums.checks(
                filing,
                members().of(filing),
                key -> groups.containsKey(key) ? editions(key).valid() : Optional.empty()));
        return results;
    }

    private Members members() {
        if (members.isEmpty()) {
            members = Optional.of(new Members(roster, bodyOfName));
        }
        return members.get();
    }

    private List<CheckResult> betweenYears(Filing filing) {
        List<Filing> before = groups.getOrDefault(key(filing, -1), List.of());
        YearCheck check = yearChecks.get(filing.profile());
        List<Observation> now = cells.get(filing.reportId());
        List<NarrativeFigure> stated = figures.getOrDefault(filing.reportId(), List.of());
        if (before.isEmpty()) {
            return check.changes(stated, now, List.of());
        }
        Optional<Filing> valid = editions(key(filing, -1)).valid();
        Filing against = valid.orElse(before.get(0));
        List<Observation> last = cells.get(against.reportId());
        List<CheckResult> results = new ArrayList<>(check.check(now, last));
        results.addAll(check.changes(stated, now, last));
        boolean scopes = !filing.scope().isEmpty()
                && !against.scope().isEmpty()
                && !filing.scope().equals(against.scope());
        if (valid.isEmpty() || scopes) {
            String why = scopes ? "last year's report has another scope" : "editions of last year's report conflict";
            return results.stream().map(r -> open(r, why)).toList();
        }
        return results.stream()
                .map(r -> r.withNote("against report " + against.reportId()))
                .toList();
    }

    private static CheckResult open(CheckResult r, String why) {
        return new CheckResult(
                r.check(),
                r.table(),
                r.row(),
                r.column(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                r.result() == CheckResult.Result.NOT_APPLICABLE ? r.result() : CheckResult.Result.NOT_ASSESSABLE,
                r.severity(),
                why);
    }

    private Editions editions(String key) {
        return editions.computeIfAbsent(key, k -> editions(groups.get(k)));
    }

    private Editions editions(List<Filing> group) {
        return new Editions(group, group.get(0).question().flatMap(q -> Optional.ofNullable(choices.get(q))));
    }

    /** Why a person's choice among the editions of this report is not followed; empty where it is, or there is none. */
    public Optional<String> unheeded(String reportId) {
        Optional<Choice> choice = get(reportId).question().map(choices::get);
        if (choice.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Edition> all = editions(key(get(reportId), 0)).all();
        String chosen = choice.get().reportId();
        if (!all.containsKey(chosen)) {
            return Optional.of("a person chose report " + chosen + ", which is not among the inputs");
        }
        boolean followed = all.get(chosen).kind() == Edition.Kind.STANDING
                || all.values().stream().allMatch(e -> e.number() == 1);
        return followed
                ? Optional.empty()
                : Optional.of("a person chose report " + chosen + " before an edition with other figures was there");
    }

    private static String key(Filing filing, int years) {
        return filing.body() + "\n" + filing.profile() + "\n" + (filing.year().orElseThrow() + years);
    }

    /** Without what only a reader of the report itself needs. */
    static Observation bare(Observation o) {
        return new Observation(
                o.template(), o.table(), o.row(), o.column(), o.value(), "", "", o.state(), 1, Place.UNKNOWN);
    }
}
