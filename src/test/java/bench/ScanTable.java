package bench;

import degraded.DegradedReport;
import degraded.DegradedScore;
import degraded.DegradedScore.CellScore;
import degraded.DegradedScore.Score;
import degraded.DegradedScore.Verdict;
import gouji.report.State;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/** Reads spoiled reports and prints a table of what came out; a line for every cell goes to a file. */
final class ScanTable {
    private static final String HEAD = "%-24s %5s %6s %6s  %8s %8s  %6s %7s %7s %7s  %6s%n";

    private final DegradedScore scorer;
    private final PrintWriter lines;

    ScanTable(DegradedScore scorer, PrintWriter lines) {
        this.scorer = scorer;
        this.lines = lines;
        System.out.printf(
                HEAD,
                "degradation",
                "pages",
                "grids",
                "cells",
                "raw %",
                "right %",
                "silent",
                "suspect",
                "false s",
                "missing",
                "CPU s");
    }

    /** Reads one report into a row of the table. */
    void read(DegradedReport report, Sum sum) {
        long before = cpu();
        Score score = scorer.of(report);
        sum.add(score, (cpu() - before) / 1e9);
        show(report, score);
    }

    /** Sums over the reports of one degradation. */
    static final class Sum {
        private int pages;
        private int grids;
        private int cells;
        private int reports;
        private int raw;
        private int right;
        private int silent;
        private int suspect;
        private int falseSuspect;
        private int missing;
        private double seconds;

        void add(Score s, double cpu) {
            reports++;
            pages += s.gridsExact().size();
            grids += (int) s.gridsExact().stream().filter(b -> b).count();
            cells += s.cells().size();
            raw += (int) s.cells().stream().filter(CellScore::rawRight).count();
            right += (int) (s.count(Verdict.RIGHT) + s.count(Verdict.RIGHT_BUT_SUSPECT));
            silent += (int) s.count(Verdict.SILENT_WRONG) + s.madeUp().size();
            suspect += (int) s.count(Verdict.WRONG_AND_SUSPECT);
            falseSuspect += (int) s.count(Verdict.RIGHT_BUT_SUSPECT);
            missing += (int) s.count(Verdict.MISSING);
            seconds += cpu;
        }

        void add(Sum o) {
            reports += o.reports;
            pages += o.pages;
            grids += o.grids;
            cells += o.cells;
            raw += o.raw;
            right += o.right;
            silent += o.silent;
            suspect += o.suspect;
            falseSuspect += o.falseSuspect;
            missing += o.missing;
            seconds += o.seconds;
        }

        void print(String name) {
            System.out.printf(
                    Locale.ROOT,
                    HEAD.replace("n%n", "n"),
                    name,
                    pages,
                    grids,
                    cells,
                    percent(raw),
                    percent(right),
                    silent,
                    suspect,
                    falseSuspect,
                    missing,
                    String.format(Locale.ROOT, "%.2f", seconds / Math.max(1, reports)));
        }

        private String percent(int n) {
            return String.format(Locale.ROOT, "%.2f", 100.0 * n / Math.max(1, cells));
        }
    }

    private void show(DegradedReport report, Score score) {
        String name = report.input().name();
        if (!score.failure().isEmpty()) {
            System.out.println("    " + name + ": " + score.failure());
        }
        score.madeUp().forEach(o -> System.out.println("    " + name + ": made up " + o.code() + " " + o.raw()));
        if (score.gridsExact().contains(false)) {
            System.out.println("    " + name + ": grids exact " + score.gridsExact());
        }
        for (CellScore c : score.cells()) {
            if (c.read().isEmpty()) {
                continue;
            }
            var o = c.read().get();
            String text = name + "\t" + c.code() + "\t"
                    + c.wanted().map(v -> v.toPlainString()).orElse("blank") + "\t" + c.verdict() + "\t" + c.rawRight()
                    + "\t" + o.state() + "\t" + o.raw() + "\t"
                    + o.value().map(v -> v.toPlainString()).orElse("") + "\t" + o.confidence() + "\t"
                    + o.alternatives().stream()
                            .map(a -> a.text() + ":" + String.format(Locale.ROOT, "%.4f", a.score()))
                            .toList();
            lines.println(text);
            if (c.verdict() == Verdict.SILENT_WRONG
                    || c.verdict() == Verdict.WRONG_AND_SUSPECT && score.count(Verdict.WRONG_AND_SUSPECT) < 6
                    || o.state() == State.REPAIRED && c.verdict() != Verdict.RIGHT) {
                System.out.println("    " + text.replace('\t', ' '));
            }
        }
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
