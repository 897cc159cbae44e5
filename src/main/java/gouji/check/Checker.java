package gouji.check;

import gouji.profile.Identity;
import gouji.profile.Node;
import gouji.profile.Profile;
import gouji.profile.TableTemplate;
import gouji.profile.Template;
import gouji.report.Observation;
import gouji.report.Report;
import gouji.report.State;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Evaluates a profile's identities on a report, exactly, and settles the states of its observations. */
public final class Checker {
    private final Profile profile;

    public Checker(Profile profile) {
        this.profile = profile;
    }

    /** The report with settled states, and every identity at every place. */
    public CheckedReport check(Report read) {
        List<Placed> identities = identities(read);
        Repairer.Outcome outcome = Repairer.repair(
                read.observations(),
                identities.stream().filter(Placed::hard).map(Placed::identity).toList());
        return evaluated(withObservations(read, outcome.observations()), identities, outcome.repairs());
    }

    /** The report with what persons ruled, and every identity evaluated again; nothing is repaired anew. */
    public CheckedReport rule(CheckedReport checked, Collection<Ruling> rulings) {
        Rulings rules = new Rulings(rulings);
        Report ruled = rules.applied(checked.report());
        CheckedReport again = evaluated(ruled, identities(ruled), checked.repairs());
        return new CheckedReport(rules.settled(again), again.checks(), again.repairs());
    }

    /** Every identity within the report, with its terms. */
    public List<Arithmetic> arithmetic(Report report) {
        Map<String, Observation> cells = cells(report);
        return identities(report).stream()
                .map(p -> p.identity().arithmetic(cells))
                .toList();
    }

    private CheckedReport evaluated(Report report, List<Placed> identities, List<Repair> repairs) {
        Map<String, Observation> cells = cells(report);
        List<CheckResult> results = new ArrayList<>();
        Set<String> confirmed = new HashSet<>();
        Set<String> contradicted = new HashSet<>();
        for (Placed placed : identities) {
            IdentityAtPlace identity = placed.identity();
            CheckResult result = identity.evaluate(cells);
            results.add(result);
            settle(placed.hard(), identity, result, cells, confirmed, contradicted);
        }
        results.addAll(new ProseCheck(profile).within(report.figures(), cells));
        return new CheckedReport(withStates(report, confirmed, contradicted), results, repairs);
    }

    /** By code; a cell a person found blank counts as blank. */
    private static Map<String, Observation> cells(Report report) {
        Map<String, Observation> cells = new HashMap<>();
        for (Observation o : report.observations()) {
            boolean blank = o.state() == State.CORRECTED && o.value().isEmpty();
            cells.put(o.code(), blank ? o.withState(State.BLANK, o.confidence()) : o);
        }
        return cells;
    }

    /** An identity at a place, and whether its failure contradicts the cells in it. */
    private record Placed(IdentityAtPlace identity, boolean hard) {}

    private List<Placed> identities(Report report) {
        List<Placed> placed = new ArrayList<>();
        for (Map.Entry<String, String> table : templates(report).entrySet()) {
            Template template = profile.template(table.getValue());
            for (Identity identity : template.identities()) {
                if (identity.table().equals(table.getKey()) && identity.isWithinReport()) {
                    boolean hard = identity.severity() == Identity.Severity.ERROR
                            && identity.relation() == Identity.Relation.EQ;
                    at(identity, table(template, table.getKey())).forEach(i -> placed.add(new Placed(i, hard)));
                }
            }
        }
        return placed;
    }

    /** Template of each table, in the order the tables stand in the report's observations. */
    static Map<String, String> templates(Report report) {
        Map<String, String> templates = new java.util.LinkedHashMap<>();
        report.observations().forEach(o -> templates.putIfAbsent(o.table(), o.template()));
        return templates;
    }

    static TableTemplate table(Template template, String id) {
        return template.tables().stream()
                .filter(t -> t.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    static List<IdentityAtPlace> at(Identity identity, TableTemplate table) {
        List<IdentityAtPlace> places = new ArrayList<>();
        if (identity.scope() == Identity.Scope.COLUMN) {
            columns(table).stream()
                    .filter(c -> identity.over().isEmpty() || identity.over().contains(c))
                    .forEach(c -> places.add(IdentityAtPlace.inColumn(identity, c)));
        } else if (identity.within()) {
            rows(table).forEach(r -> identity.over().forEach(g -> places.add(IdentityAtPlace.inGroup(identity, r, g))));
        } else {
            rows(table).stream()
                    .filter(r -> identity.over().isEmpty() || identity.over().contains(r))
                    .forEach(r -> places.add(IdentityAtPlace.inRow(identity, r)));
        }
        return places;
    }

    private static List<String> columns(TableTemplate table) {
        return table.blocks().stream()
                .flatMap(b -> b.leafColumns().stream())
                .map(Node::code)
                .distinct()
                .toList();
    }

    private static List<String> rows(TableTemplate table) {
        return table.blocks().stream()
                .flatMap(b -> b.leafRows().stream())
                .map(Node::code)
                .distinct()
                .toList();
    }

    private static void settle(
            boolean hard,
            IdentityAtPlace identity,
            CheckResult result,
            Map<String, Observation> cells,
            Set<String> confirmed,
            Set<String> contradicted) {
        if (!hard) {
            return;
        }
        if (result.result() == CheckResult.Result.FAIL) {
            contradicted.addAll(identity.codes());
        } else if (result.result() == CheckResult.Result.HOLD && !identity.allZero(cells)) {
            confirmed.addAll(identity.codes());
        }
    }

    private static Report withStates(Report report, Set<String> confirmed, Set<String> contradicted) {
        List<Observation> settled = report.observations().stream()
                .map(o -> settled(o, confirmed, contradicted))
                .toList();
        return withObservations(report, settled);
    }

    static Report withObservations(Report report, List<Observation> observations) {
        return new Report(
                report.profile(),
                report.template(),
                report.metadata(),
                report.sections(),
                report.tables(),
                observations,
                report.figures(),
                report.findings(),
                report.pages(),
                report.language());
    }

    private static Observation settled(Observation o, Set<String> confirmed, Set<String> contradicted) {
        if (o.state() != State.READ) {
            return o;
        }
        if (contradicted.contains(o.code())) {
            return o.withState(State.CONTRADICTED, o.confidence());
        }
        return confirmed.contains(o.code()) ? o.withState(State.CONFIRMED, Math.max(o.confidence(), 0.999)) : o;
    }
}
