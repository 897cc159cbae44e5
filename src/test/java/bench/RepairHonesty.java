package bench;

import gouji.check.CheckedReport;
import gouji.check.WornReport;
import gouji.report.Observation;
import gouji.report.State;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Counts what repair by identities does to planted damage: {@code RepairHonesty SEED [REPORTS]}.
 *
 * <p>Four series of reports: with one or two misreadings each; with figures that do not add up as printed and are read
 * right; with a misprint and a misreading in different cells; with both in one cell, which nothing on the page can tell
 * from a misreading alone. A wrong repair in one of the first three ends the program with 1.
 */
public final class RepairHonesty {
    private RepairHonesty() {}

    /** What became of damage. Figures are cells, but for reports. */
    public static final class Count {
        public int reports;
        public int damaged;
        public int repairedRight;
        public int repairedWrong;
        public int suspect;
        public int contradicted;
        /** Wrong and not marked, in a cell of some identity. */
        public int silent;
        /** Wrong and not marked, in a cell that no identity tests. */
        public int untested;
        /** Right readings that were repaired to something else. */
        public int rightChanged;
        /** Right readings marked as doubtful. */
        public int rightSuspect;

        @Override
        public String toString() {
            return String.format(
                    "%,7d reports %,7d damaged cells: repaired right %,6d wrong %,3d | suspect %,6d contradicted %,4d"
                            + " silent %,3d untested %,3d | right cells: changed %,3d suspect %,6d",
                    reports,
                    damaged,
                    repairedRight,
                    repairedWrong,
                    suspect,
                    contradicted,
                    silent,
                    untested,
                    rightChanged,
                    rightSuspect);
        }
    }

    public static void main(String[] args) {
        long seed = Long.parseLong(args[0]);
        int reports = args.length > 1 ? Integer.parseInt(args[1]) : 10_000;
        boolean show = args.length > 2;
        long begun = System.nanoTime();
        Map<String, Count> misread = misread(seed, reports, show);
        Count misprinted = misprinted(seed + 1_000_000_000L, reports, show);
        Count both = both(seed + 2_000_000_000L, reports, false, show);
        System.out.println("misread");
        misread.forEach((k, c) -> System.out.println("  " + c + "  " + k));
        System.out.println("misprinted, read right\n  " + misprinted);
        System.out.println("misprinted, and another cell misread\n  " + both);
        System.out.println("misprinted and misread in one cell\n  " + both(seed + 3_000_000_000L, reports, true, show));
        System.out.printf("%.2f ms a report%n", (System.nanoTime() - begun) / 4e6 / reports);
        int wrong = Stream.concat(misread.values().stream(), Stream.of(misprinted, both))
                .mapToInt(c -> c.repairedWrong)
                .sum();
        if (wrong > 0) {
            System.out.println("FAILED: " + wrong + " wrong repairs were accepted");
            System.exit(1);
        }
    }

    /** One misreading in every other report, two in the rest; counted by kind, and all together. */
    public static Map<String, Count> misread(long seed, int reports, boolean show) {
        Map<String, Count> counts = new LinkedHashMap<>();
        for (int i = 0; i < reports; i++) {
            WornReport report = new WornReport(seed + i);
            Map<String, String> damaged = new HashMap<>();
            while (damaged.size() < 1 + i % 2) {
                report.misread()
                        .filter(m -> !report.read(m.cell()).equals(report.printed(m.cell())))
                        .ifPresent(m -> damaged.put(
                                m.cell(),
                                m.kind().name().toLowerCase()
                                        + (m.sure() ? " sure" : "")
                                        + (m.listed() ? " listed" : "")));
            }
            String number = damaged.size() == 1 ? "one a report" : "two a report";
            CheckedReport checked = report.check();
            count(report, checked, damaged.keySet(), counts.computeIfAbsent(number, k -> new Count()), show);
            damaged.forEach((cell, kind) -> judge(
                    report, find(checked).get(cell), true, counts.computeIfAbsent(kind, k -> new Count()), false));
        }
        return counts;
    }

    public static Count misprinted(long seed, int reports, boolean show) {
        Count count = new Count();
        for (int i = 0; i < reports; i++) {
            WornReport report = new WornReport(seed + i);
            for (int n = 0; n <= i % 3; n++) {
                report.misprint();
            }
            count(report, report.check(), Set.of(), count, show);
        }
        return count;
    }

    public static Count both(long seed, int reports, boolean sameCell, boolean show) {
        Count count = new Count();
        for (int i = 0; i < reports; i++) {
            WornReport report = new WornReport(seed + i);
            String misprinted = report.misprint();
            Optional<WornReport.Misreading> misread = Optional.empty();
            while (misread.isEmpty()
                    || report.read(misread.get().cell())
                            .equals(report.printed(misread.get().cell()))) {
                misread = sameCell ? report.misread(misprinted) : report.misread();
            }
            if (sameCell || !misread.get().cell().equals(misprinted)) {
                count(report, report.check(), Set.of(misread.get().cell()), count, show);
            }
        }
        return count;
    }

    private static Map<String, Observation> find(CheckedReport checked) {
        Map<String, Observation> cells = new HashMap<>();
        checked.report().observations().forEach(o -> cells.put(o.code(), o));
        return cells;
    }

    private static void count(
            WornReport report, CheckedReport checked, Set<String> damaged, Count count, boolean show) {
        Set<String> all = new HashSet<>(report.cells());
        all.removeAll(damaged);
        Map<String, Observation> cells = find(checked);
        damaged.forEach(c -> judge(report, cells.get(c), true, count, show));
        all.forEach(c -> judge(report, cells.get(c), false, count, show));
        count.reports++;
    }

    private static void judge(WornReport report, Observation o, boolean damaged, Count count, boolean show) {
        String printed = report.printed(o.code());
        boolean right = printed.isEmpty()
                ? o.value().isEmpty()
                : o.value().isPresent() && o.value().get().compareTo(new BigDecimal(printed)) == 0;
        count.damaged += damaged ? 1 : 0;
        if (o.state() == State.REPAIRED) {
            count.repairedRight += right ? 1 : 0;
            count.repairedWrong += right ? 0 : 1;
            count.rightChanged += !right && !damaged ? 1 : 0;
        } else if (o.state() == State.SUSPECT) {
            count.suspect += damaged ? 1 : 0;
            count.rightSuspect += damaged ? 0 : 1;
        } else if (!right) {
            boolean tested = !o.table().equals("disclosure");
            count.contradicted += o.state() == State.CONTRADICTED ? 1 : 0;
            count.silent += tested && o.state() != State.CONTRADICTED ? 1 : 0;
            count.untested += tested ? 0 : 1;
        }
        if (show
                && !right
                && o.state() != State.SUSPECT
                && o.state() != State.CONTRADICTED
                && !o.table().equals("disclosure")) {
            System.out.println("    " + o.code() + " prints " + printed + ", read " + o.alternatives() + ", given "
                    + o.value().map(BigDecimal::toPlainString).orElse("-") + " " + o.state());
        }
    }
}
