package gouji.review;

import gouji.dataset.Correction;
import gouji.dataset.CorrectionLog;
import gouji.dataset.Csv;
import gouji.dataset.Schemas;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The log of decisions, read again only when the file has changed. Safe between threads. */
final class Decisions {
    private final CorrectionLog log;
    private final Path file;
    private String stamp = "";
    private Known known = Known.of(List.of());

    /**
     * What is decided.
     *
     * @param all every decision, oldest first
     * @param byReport the same by report
     * @param inForce those in force, by report and code
     */
    record Known(
            List<Correction> all,
            Map<String, List<Correction>> byReport,
            Map<String, Map<String, Correction>> inForce) {
        static Known of(List<Correction> all) {
            return new Known(
                    List.copyOf(all),
                    all.stream().collect(Collectors.groupingBy(Correction::reportId)),
                    Correction.inForce(all));
        }

        List<Correction> of(String report) {
            return byReport.getOrDefault(report, List.of());
        }

        Map<String, Correction> inForce(String report) {
            return inForce.getOrDefault(report, Map.of());
        }

        List<Correction> of(String report, String code) {
            return of(report).stream().filter(c -> c.code().equals(code)).toList();
        }
    }

    Decisions(Path root, Csv csv) {
        this.log = new CorrectionLog(root, csv);
        this.file = root.resolve(Schemas.CORRECTIONS.path());
    }

    synchronized Known known() throws IOException {
        String now = Stamp.of(file);
        if (!now.equals(stamp) || now.isEmpty()) {
            known = Known.of(log.read());
            stamp = now;
        }
        return known;
    }

    /** On disk when this returns. */
    synchronized void add(Correction decision) throws IOException {
        log.append(List.of(decision));
    }
}
