package bench;

import degraded.Degradation;
import degraded.DegradedReport;
import degraded.DegradedScore;
import degraded.DegradedScore.Score;
import degraded.DegradedScore.Verdict;
import gouji.check.Calibration;
import gouji.document.Document;
import gouji.document.Page;
import gouji.document.PagePicture;
import gouji.document.image.ImageFileReader;
import gouji.document.ocr.Patch;
import gouji.document.ocr.PictureRecognizer;
import gouji.document.ocr.TextModel;
import gouji.document.ocr.onnx.PpOcrModel;
import gouji.document.ocr.tesseract.TesseractModel;
import gouji.document.ocr.tesseract.WholePage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Both engines, as an import uses them, and Tesseract on whole pages, on the same made reports (200 cells on two pages):
 * CPU seconds for recognising one report on one thread, cells right, cold start, memory. Each in a process of its own
 * with 256 MB of heap.
 *
 * <p>Arguments: {@code SEED REPORTS [DEGRADATION,…]}, REPORTS of each; without degradations {@code c200}. Of whole pages
 * there are no cells: a figure counts as right if it is found among the words in its turn.
 */
final class EngineBenchmark {
    private static final List<String> ENGINES = List.of("ppocr", "tesseract", "whole");

    private EngineBenchmark() {}

    public static void main(String[] args) throws Exception {
        if (ENGINES.contains(args[0])) {
            measure(args[0], args[1], Arrays.copyOfRange(args, 2, args.length));
            return;
        }
        System.out.println(
                "| | CPU s a report, opened and warm | cells | right % | silent | cold start, CPU s | peak memory, MB |"
                        + "\n|---|---|---|---|---|---|---|");
        for (String engine : ENGINES) {
            for (String degradation : (args.length > 2 ? args[2] : "c200").split(",")) {
                List<String> command = new ArrayList<>(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EngineBenchmark.class.getName(),
                        engine,
                        degradation,
                        args[0],
                        args[1]));
                new ProcessBuilder(command).inheritIO().start().waitFor();
            }
        }
    }

    private static void measure(String engine, String degradation, String[] args) throws Exception {
        List<DegradedReport> reports = new ArrayList<>();
        for (int i = -1; i < Integer.parseInt(args[1]); i++) {
            Degradation d = Degradation.valueOf(degradation.toUpperCase(Locale.ROOT));
            reports.add(DegradedReport.of(d, Long.parseLong(args[0]) + Math.max(0, i), false));
        }
        Reading reading = engine.equals("whole") ? new Whole() : new Cells(engine);
        double cold = cpu();
        reading.open();
        cold = cpu() - cold;
        // The first is read twice: once to warm up.
        reading.read(reports.remove(0));
        double before = cpu();
        for (DegradedReport report : reports) {
            reading.read(report);
        }
        double seconds = (cpu() - before) / reports.size();
        int[] n = new int[3];
        for (DegradedReport report : reports) {
            reading.count(report, n);
        }
        System.out.printf(
                Locale.ROOT,
                "| %s, %s | %.2f | %d | %.2f | %s | %.2f | %d |%n",
                engine,
                degradation,
                seconds,
                n[0],
                100.0 * n[1] / n[0],
                engine.equals("whole") ? "" : Integer.toString(n[2]),
                cold,
                peakMegabytes());
    }

    /** A way to read a report. */
    private interface Reading {
        /** Loads what it needs and reads a first line. */
        void open() throws Exception;

        void read(DegradedReport report) throws Exception;

        /** Adds cells, those right and those silently wrong; reads again. */
        void count(DegradedReport report, int[] to) throws Exception;
    }

    private static final class Cells implements Reading {
        private final String engine;
        private PictureRecognizer recognizer;

        Cells(String engine) {
            this.engine = engine;
        }

        @Override
        public void open() {
            TextModel model = engine.equals("ppocr") ? new PpOcrModel() : new TesseractModel();
            float[] paper = new float[64 * 48];
            Arrays.fill(paper, 255);
            model.read(List.of(Patch.of(64, 48, paper)));
            recognizer = new PictureRecognizer(model);
        }

        @Override
        public void read(DegradedReport report) throws Exception {
            recognizer.recognize(new ImageFileReader().read(report.input()));
        }

        @Override
        public void count(DegradedReport report, int[] to) {
            Score score = new DegradedScore(recognizer, Calibration.NONE).of(report);
            to[0] += score.cells().size();
            to[1] += (int) (score.count(Verdict.RIGHT) + score.count(Verdict.RIGHT_BUT_SUSPECT));
            to[2] += (int) score.count(Verdict.SILENT_WRONG) + score.madeUp().size();
        }
    }

    private static final class Whole implements Reading {
        private WholePage tesseract;

        @Override
        public void open() throws IOException {
            tesseract = new WholePage();
        }

        @Override
        public void read(DegradedReport report) throws Exception {
            text(report);
        }

        private String text(DegradedReport report) throws Exception {
            Document document = new ImageFileReader().read(report.input());
            StringBuilder text = new StringBuilder();
            for (Page page : document.pages()) {
                for (PagePicture picture : page.scans()) {
                    text.append(tesseract.read(picture.pixels().read())).append('\n');
                }
            }
            return text.toString();
        }

        @Override
        public void count(DegradedReport report, int[] to) throws Exception {
            List<String> printed = report.values().values().stream()
                    .flatMap(Optional::stream)
                    .map(BigDecimal::toPlainString)
                    .toList();
            List<String> read = Arrays.stream(text(report).split("[^0-9.,]+"))
                    .map(w -> w.replaceAll("^[.,]+|[.,]+$", ""))
                    .filter(w -> !w.isEmpty())
                    .toList();
            to[0] += printed.size();
            to[1] += inOrder(printed, read);
        }

        /** Length of the longest common subsequence. */
        private static int inOrder(List<String> a, List<String> b) {
            int[] row = new int[b.size() + 1];
            for (String word : a) {
                int diagonal = 0;
                for (int j = 1; j < row.length; j++) {
                    int above = row[j];
                    row[j] = word.equals(b.get(j - 1)) ? diagonal + 1 : Math.max(above, row[j - 1]);
                    diagonal = above;
                }
            }
            return row[b.size()];
        }
    }

    private static long peakMegabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(l -> l.startsWith("VmHWM:"))
                .mapToLong(l -> Long.parseLong(l.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    private static double cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime()
                / 1e9;
    }
}
