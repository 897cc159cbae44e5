package bench;

import gouji.BenchPipeline;
import gouji.source.Input;
import gouji.written.Formats;
import gouji.written.WrittenReport;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reports a second of CPU time for each format, one thread: bytes in memory to a checked report. The 13 fixtures' reports are written
 * in every format, read until warm, then for {@code SECONDS} (first argument, 3 by default).
 */
public final class FormatsBenchmark {
    private FormatsBenchmark() {}

    public static void main(String[] args) throws Exception {
        double seconds = args.length > 0 ? Double.parseDouble(args[0]) : 3;
        System.out.println("| format | reports a second | KB a report |\n|---|---|---|");
        for (String format : Formats.all().keySet()) {
            List<Input> inputs = new ArrayList<>();
            long bytes = 0;
            for (WrittenReport report : WrittenReport.ofFixtures()) {
                byte[] file = Formats.all().get(format).apply(report.document());
                bytes += file.length;
                inputs.add(Input.of(report.name(), file));
            }
            run(inputs, seconds);
            System.out.printf(
                    Locale.ROOT, "| %s | %.0f | %d |%n", format, run(inputs, seconds), bytes / inputs.size() / 1000);
        }
    }

    private static double run(List<Input> inputs, double seconds) throws Exception {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long begun = threads.getCurrentThreadCpuTime();
        int reports = 0;
        while (threads.getCurrentThreadCpuTime() - begun < seconds * 1e9) {
            BenchPipeline.read(inputs.get(reports++ % inputs.size()));
        }
        return reports / ((threads.getCurrentThreadCpuTime() - begun) / 1e9);
    }
}
