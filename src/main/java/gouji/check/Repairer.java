package gouji.check;

import gouji.report.Observation;
import gouji.report.State;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Arithmetic as a decoder of recognised tables: chooses among the readings of each cell the cheapest assignment under which
 * the identities hold, and takes it only when it is the cheapest by a margin and every figure it changes was in doubt.
 * What stays in doubt becomes {@code suspect}. Figures of a born-digital source are never touched.
 */
final class Repairer {
    /** A change dearer than this contradicts a reading that was sure. */
    private static final double DEAREST_CHANGE = 4;
    /** Below this a reading that no identity speaks for is in doubt. */
    private static final double SURE_ALONE = 0.9;
    /** The same where the identities through it hold but cannot tell (a zero, a blank). */
    private static final double SURE_AMONG_ZEROS = 0.6;
    /** The same in an identity that fails. */
    private static final double SURE_IN_BROKEN = 0.97;

    private final Map<String, Observation> cells = new LinkedHashMap<>();
    private final List<Repair> repairs = new ArrayList<>();

    /** What came of it: every observation, in the order given, and the proofs. */
    record Outcome(List<Observation> observations, List<Repair> repairs) {}

    private Repairer(List<Observation> observations) {
        observations.forEach(o -> cells.put(o.code(), o));
    }

    /** @param hard identities whose failure contradicts their cells */
    static Outcome repair(List<Observation> observations, List<IdentityAtPlace> hard) {
        if (observations.stream().noneMatch(Observation::isRecognised)) {
            return new Outcome(observations, List.of());
        }
        Repairer repairer = new Repairer(observations);
        Map<String, List<IdentityAtPlace>> tables = new TreeMap<>();
        hard.forEach(i -> tables.computeIfAbsent(i.identity().table(), t -> new ArrayList<>())
                .add(i));
        tables.forEach(repairer::repairTable);
        repairer.doubtWhatStandsAlone(hard);
        List<Observation> settled =
                observations.stream().map(o -> repairer.cells.get(o.code())).toList();
        return new Outcome(settled, repairer.repairs);
    }

    private void repairTable(String table, List<IdentityAtPlace> identities) {
        List<Observation> members = new ArrayList<>();
        Map<String, Integer> numbers = new HashMap<>();
        List<Equation> equations = new ArrayList<>();
        for (IdentityAtPlace identity : identities) {
            if (identity.codes().stream().allMatch(this::takesPart)) {
                equations.add(equation(identity, members, numbers));
            }
        }
        BigDecimal[] values =
                members.stream().map(o -> o.value().orElse(BigDecimal.ZERO)).toArray(BigDecimal[]::new);
        List<Equation> broken =
                equations.stream().filter(e -> e.residual(values).signum() != 0).toList();
        if (!broken.isEmpty()) {
            settle(table, members, values, equations, broken);
        }
    }

    private boolean takesPart(String code) {
        Observation o = cells.get(code);
        return o != null
                && o.state() != State.ABSENT
                && (o.value().isPresent() || o.state() == State.BLANK || o.isRecognised());
    }

    private Equation equation(IdentityAtPlace identity, List<Observation> members, Map<String, Integer> numbers) {
        List<Integer> in = new ArrayList<>();
        List<Integer> weights = new ArrayList<>();
        for (IdentityAtPlace.Term term : identity.left()) {
            in.add(number(term.cell(), members, numbers));
            weights.add(term.weight());
        }
        for (IdentityAtPlace.Term term : identity.right()) {
            in.add(number(term.cell(), members, numbers));
            weights.add(-term.weight());
        }
        return new Equation(identity.identity().id() + " " + identity.row() + " " + identity.column(), in, weights);
    }

    private int number(String code, List<Observation> members, Map<String, Integer> numbers) {
        return numbers.computeIfAbsent(code, c -> {
            members.add(cells.get(c));
            return members.size() - 1;
        });
    }

    private void settle(
            String table,
            List<Observation> members,
            BigDecimal[] values,
            List<Equation> equations,
            List<Equation> broken) {
        ReadingPrices prices = new ReadingPrices(members);
        List<RepairSearch.Solution> solutions = new RepairSearch(equations, values, prices).solutions();
        boolean unique = solutions.size() == 1 && !solutions.get(0).changes().isEmpty();
        boolean fair = unique
                && solutions.get(0).changes().entrySet().stream()
                        .allMatch(e -> prices.of(e.getKey(), e.getValue()) <= DEAREST_CHANGE);
        if (fair) {
            accept(table, members, values, equations, broken, solutions.get(0));
        } else {
            solutions.forEach(s -> s.changes().keySet().forEach(c -> doubt(members.get(c))));
        }
        doubtInBroken(members, values, equations, fair ? solutions.get(0).changes() : Map.of());
    }

    private void accept(
            String table,
            List<Observation> members,
            BigDecimal[] values,
            List<Equation> equations,
            List<Equation> broken,
            RepairSearch.Solution solution) {
        BigDecimal[] after = values.clone();
        solution.changes().forEach((c, v) -> after[c] = v);
        List<String> mended = broken.stream()
                .filter(e -> e.residual(after).signum() == 0)
                .map(Equation::name)
                .toList();
        List<Repair.Change> changes = new ArrayList<>();
        solution.changes().forEach((c, v) -> {
            Observation o = members.get(c);
            changes.add(new Repair.Change(o.code(), o.raw(), values[c], v));
            cells.put(o.code(), o.repaired(v, 0.99));
        });
        repairs.add(new Repair(table, mended, changes, solution.cost(), solution.cost() + RepairSearch.MARGIN));
    }

    /** Of identities that stay broken: readings not beyond doubt, and the one cell that would explain two of them. */
    private void doubtInBroken(
            List<Observation> members,
            BigDecimal[] values,
            List<Equation> equations,
            Map<Integer, BigDecimal> changes) {
        BigDecimal[] now = values.clone();
        changes.forEach((c, v) -> now[c] = v);
        List<Equation> broken =
                equations.stream().filter(e -> e.residual(now).signum() != 0).toList();
        for (Equation e : broken) {
            for (int c : e.cells()) {
                Observation o = members.get(c);
                if (o.isRecognised()
                        && (o.alternatives().get(0).score() < SURE_IN_BROKEN || explains(c, equations, now))) {
                    doubt(o);
                }
            }
        }
    }

    /** Whether another figure in this one cell would mend two or more broken equations and break none. */
    private static boolean explains(int cell, List<Equation> equations, BigDecimal[] values) {
        Set<BigDecimal> needed = new TreeSet<>();
        int broken = 0;
        for (Equation e : equations) {
            if (e.cells().contains(cell)) {
                BigDecimal r = e.residual(values);
                needed.add(e.weightOf(cell) > 0 ? r.negate() : r);
                broken += r.signum() != 0 ? 1 : 0;
            }
        }
        return broken >= 2 && needed.size() == 1;
    }

    private void doubt(Observation o) {
        Observation now = cells.get(o.code());
        if (now.isRecognised() && (now.state() == State.READ || now.state() == State.BLANK)) {
            cells.put(o.code(), now.withState(State.SUSPECT, Math.min(now.confidence(), 0.5)));
        }
    }

    private void doubtWhatStandsAlone(List<IdentityAtPlace> hard) {
        Map<String, Boolean> supported = new HashMap<>();
        for (IdentityAtPlace identity : hard) {
            CheckResult.Result result = identity.evaluate(cells).result();
            boolean holds = result == CheckResult.Result.HOLD || result == CheckResult.Result.HOLD_IF_BLANK_IS_ZERO;
            identity.codes().forEach(c -> supported.merge(c, holds, Boolean::logicalAnd));
        }
        for (Observation o : List.copyOf(cells.values())) {
            if (o.isRecognised() && (o.state() == State.READ || o.state() == State.BLANK)) {
                boolean zero = o.value().map(v -> v.signum() == 0).orElse(true);
                boolean support = supported.getOrDefault(o.code(), false);
                double needed = !support ? SURE_ALONE : zero ? SURE_AMONG_ZEROS : 0.05;
                if (o.alternatives().get(0).score() < needed) {
                    doubt(o);
                }
            }
        }
    }
}
