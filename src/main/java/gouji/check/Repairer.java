package gouji.check;

import gouji.report.Observation;
import gouji.report.State;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Arithmetic as a decoder of recognised tables: chooses among the readings of each cell the cheapest assignment under which
 * the identities hold, and takes it only when it is the cheapest by a margin and every figure it changes was in doubt.
 * What stays in doubt becomes {@code suspect}. Figures of a born-digital source are never touched.
 */
final class Repairer {
    /** Confidence in a figure that was repaired. */
    private static final double REPAIRED = 0.99;
    /** Below this a reading that no identity speaks for is in doubt. */
    private static final double SURE_ALONE = 0.9;
    /** The same where the identities through it hold but cannot tell (a zero, a blank). */
    private static final double SURE_AMONG_ZEROS = 0.6;
    /** The same in an identity that fails. */
    private static final double SURE_IN_BROKEN = 0.97;

    /** The same of a figure in several identities that all fail. */
    private static final double SURE_WHERE_ALL_FAIL = 0.995;

    /** The same of a figure, not zero, with which all its identities hold. */
    private static final double SURE_IN_SUMS = 0.05;
    /** From so many printed zeros to each blank, and so many at all, a blank is an exception. */
    private static final int ZEROS_TO_A_BLANK = 4;

    private static final int LEAST_ZEROS = 10;

    private final Map<String, Observation> cells = new LinkedHashMap<>();
    private final List<Repair> repairs = new ArrayList<>();
    private final Set<String> doubted = new HashSet<>();

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
        settle(table, members, equations);
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

    private void settle(String table, List<Observation> members, List<Equation> equations) {
        List<BigDecimal> figures =
                members.stream().map(o -> o.value().orElse(BigDecimal.ZERO)).toList();
        Steps steps = Steps.of(figures);
        if (!figures.stream().allMatch(steps::fits)) {
            members.forEach(this::doubt);
            return;
        }
        long[] read = figures.stream().mapToLong(steps::of).toArray();
        Sums sums = new Sums(equations, read);
        List<Integer> broken = broken(sums);
        if (broken.isEmpty()) {
            return;
        }
        RepairRule.Verdict verdict = new RepairRule(equations, read, new ReadingPrices(members, steps)).verdict();
        if (!isWithoutDashes(members)) {
            verdict = verdict.withoutZeros();
        }
        verdict.doubtful().forEach(c -> doubt(members.get(c)));
        verdict.changes().forEach(sums::set);
        if (!verdict.changes().isEmpty()) {
            List<String> mended = broken.stream()
                    .filter(sums::holds)
                    .map(e -> equations.get(e).name())
                    .toList();
            accept(table, members, steps, mended, verdict);
        }
        doubtInBroken(members, sums);
    }

    /** Whether a table prints a nought where there is none, not a dash. */
    private static boolean isWithoutDashes(List<Observation> members) {
        long blank = members.stream().filter(o -> o.state() == State.BLANK).count();
        long zeros = members.stream()
                .filter(o -> o.state() != State.BLANK && o.value().isPresent() && isZero(o))
                .count();
        return blank * ZEROS_TO_A_BLANK <= zeros;
    }

    private static List<Integer> broken(Sums sums) {
        return IntStream.range(0, sums.equations())
                .filter(e -> !sums.holds(e))
                .boxed()
                .toList();
    }

    private void accept(
            String table, List<Observation> members, Steps steps, List<String> mended, RepairRule.Verdict verdict) {
        List<Repair.Change> changes = new ArrayList<>();
        verdict.changes().forEach((c, value) -> {
            Observation o = members.get(c);
            BigDecimal after = steps.value(value);
            changes.add(new Repair.Change(o.code(), o.raw(), o.value(), after));
            cells.put(o.code(), o.repaired(after, REPAIRED));
        });
        repairs.add(new Repair(table, mended, changes, verdict.cost(), verdict.next()));
    }

    /** Of identities that stay broken: readings not beyond doubt, and the one cell that would explain two of them. */
    private void doubtInBroken(List<Observation> members, Sums sums) {
        for (int e : broken(sums)) {
            for (int c : sums.cells(e)) {
                Observation o = members.get(c);
                if (o.isRecognised()
                        && (o.alternatives().get(0).score() < SURE_IN_BROKEN
                                || o.alternatives().get(0).score() < SURE_WHERE_ALL_FAIL && failsAll(c, sums)
                                || explains(c, sums)
                                || o.state() == State.BLANK && noneHolds(c, sums))) {
                    doubt(o);
                }
            }
        }
    }

    private static boolean noneHolds(int cell, Sums sums) {
        return Arrays.stream(sums.through(cell)).noneMatch(sums::holds);
    }

    private static boolean failsAll(int cell, Sums sums) {
        return sums.through(cell).length >= 2 && noneHolds(cell, sums);
    }

    /** Whether another figure in this one cell would mend two or more broken equations and break none. */
    private static boolean explains(int cell, Sums sums) {
        return failsAll(cell, sums) && sums.settling(cell).size() == 1;
    }

    private void doubt(Observation o) {
        Observation now = cells.get(o.code());
        if (now.isRecognised() && (now.state() == State.READ || now.state() == State.BLANK)) {
            cells.put(o.code(), now.withState(State.SUSPECT, Math.min(now.confidence(), 0.5)));
        }
        doubted.add(o.code());
    }

    private void doubtWhatStandsAlone(List<IdentityAtPlace> hard) {
        Map<String, Support> supports = new HashMap<>();
        Map<String, List<IdentityAtPlace>> through = new HashMap<>();
        for (IdentityAtPlace identity : hard) {
            CheckResult.Result result = identity.evaluate(cells).result();
            identity.codes().forEach(c -> supports.merge(c, Support.of(result), Support::and));
            identity.codes()
                    .forEach(c ->
                            through.computeIfAbsent(c, k -> new ArrayList<>()).add(identity));
        }
        boolean blankIsRare = printsZeros();
        for (Observation o : List.copyOf(cells.values())) {
            Support support = supports.getOrDefault(o.code(), Support.NONE);
            if (o.isRecognised() && (o.state() == State.READ || o.state() == State.BLANK)) {
                double score = o.alternatives().get(0).score();
                double needed = !support.all() ? SURE_ALONE : isZero(o) ? SURE_AMONG_ZEROS : SURE_IN_SUMS;
                boolean alike = score < SURE_ALONE
                        && SameMistake.isPossible(o, through.getOrDefault(o.code(), List.of()), cells);
                if (score < needed || alike || blankIsRare && isEmpty(o)) {
                    doubt(o);
                }
            } else if (o.isRecognised() && o.state() == State.SUSPECT && support.proves() && !isZero(o)) {
                believe(o);
            }
        }
    }

    /** A figure read badly, yet the only one with which two identities hold. */
    private void believe(Observation o) {
        if (!doubted.contains(o.code())) {
            cells.put(o.code(), o.withState(State.READ, Math.max(o.confidence(), REPAIRED)));
        }
    }

    /**
     * What identities say for a cell.
     *
     * @param holding number of those that hold without a blank
     * @param all whether all through it hold
     */
    private record Support(int holding, boolean all) {
        static final Support NONE = new Support(0, false);

        static Support of(CheckResult.Result result) {
            boolean holds = result == CheckResult.Result.HOLD;
            return new Support(holds ? 1 : 0, holds || result == CheckResult.Result.HOLD_IF_BLANK_IS_ZERO);
        }

        Support and(Support other) {
            return new Support(holding + other.holding, all && other.all);
        }

        boolean proves() {
            return all && holding >= 2;
        }
    }

    private static boolean isZero(Observation o) {
        return o.value().map(v -> v.signum() == 0).orElse(true);
    }

    private static boolean isEmpty(Observation o) {
        return o.state() == State.BLANK && o.raw().isEmpty();
    }

    /** Whether the report prints its zeros: then a cell in which nothing was seen may be one whose print was missed. */
    private boolean printsZeros() {
        List<Observation> read = cells.values().stream()
                .filter(o -> o.isRecognised() && o.state() != State.ABSENT)
                .toList();
        long zeros =
                read.stream().filter(o -> o.value().isPresent() && isZero(o)).count();
        long empty = read.stream().filter(Repairer::isEmpty).count();
        return zeros >= LEAST_ZEROS && empty * ZEROS_TO_A_BLANK <= zeros;
    }
}
