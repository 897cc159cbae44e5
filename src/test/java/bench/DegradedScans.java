package bench;

import degraded.Degradation;
import degraded.DegradedReport;
import degraded.DegradedScore;
import degraded.DegradedScore.CellScore;
import degraded.DegradedScore.Score;
import degraded.DegradedScore.Verdict;
import gouji.check.Calibration;
import gouji.document.ocr.PictureRecognizer;
import gouji.document.ocr.TextModel;
import gouji.document.ocr.onnx.PpOcrModel;
import gouji.document.ocr.tesseract.TesseractModel;
import gouji.report.State;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Prints made reports, spoils them in every way, imports them and prints what came out for each degradation.
 *
 * <p>Arguments: {@code SEED REPORTS [DEGRADATION,…|all [FILE [ENGINE]]]}: reports a degradation; FILE gets a line for every
 * cell; ENGINE is {@code ppocr} (default) or {@code tesseract}.
 */
final class DegradedScans {
    private static final String HEAD = "%-13s %5s %6s %6s  %8s %8s  %6s %7s %7s %7s  %6s%n";

    private DegradedScans() {}

    /** Sums over the reports of one degradation. */
    private static final class Sum {
        private int pages;
        private int grids;
        private int cells;
        private int raw;
        private int right;
        private int silent;
        private int suspect;
        private int falseSuspect;
        private int missing;
        private double seconds;

        void add(Score s, double cpu) {
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

        void print(String name, int reports) {
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
                    String.format(Locale.ROOT, "%.2f", seconds / reports));
        }

        private String percent(int n) {
            return String.format(Locale.ROOT, "%.2f", 100.0 * n / cells);
        }
    }

    public static void main(String[] args) throws Exception {
        long seed = Long.parseLong(args[0]);
        int reports = Integer.parseInt(args[1]);
        List<Degradation> chosen = args.length < 3 || args[2].equals("all")
                ? List.of(Degradation.values())
                : Arrays.stream(args[2].split(","))
                        .map(n -> Degradation.valueOf(n.toUpperCase(Locale.ROOT)))
                        .toList();
        String engine = args.length > 4 ? args[4] : "ppocr";
        TextModel model = engine.equals("tesseract") ? new TesseractModel() : new PpOcrModel();
        DegradedScore scorer = new DegradedScore(new PictureRecognizer(model), Calibration.builtIn(engine));
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
        try (PrintWriter lines = new PrintWriter(
                args.length > 3 ? Files.newBufferedWriter(Path.of(args[3])) : PrintWriter.nullWriter())) {
            Sum soft = new Sum();
            Sum hard = new Sum();
            for (Degradation d : chosen) {
                Sum sum = new Sum();
                for (int i = 0; i < reports; i++) {
                    DegradedReport report = DegradedReport.of(d, seed + i, false);
                    long before = cpu();
                    Score score = scorer.of(report);
                    sum.add(score, (cpu() - before) / 1e9);
                    show(report, score, lines);
                }
                sum.print(d.name().toLowerCase(Locale.ROOT), reports);
                (d.isHard() ? hard : soft).add(sum);
            }
            soft.print("150 dpi up", Math.max(1, soft.cells / 200));
            hard.print("hard", Math.max(1, hard.cells / 200));
        }
    }

    private static void show(DegradedReport report, Score score, PrintWriter lines) {
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
