package gouji.review;

import gouji.dataset.Correction;
import gouji.dataset.CorrectionLog;
import gouji.dataset.Csv;
import gouji.dataset.Schemas;
import gouji.dataset.Settlement;
import gouji.dataset.SettlementLog;
import gouji.dataset.Settlements;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The logs of decisions, read again only when a file has changed. Safe between threads. */
final class Decisions {
    private final CorrectionLog log;
    private final SettlementLog others;
    private final List<Path> files;
    private List<String> stamps = List.of();
    private Known known = Known.of(List.of(), Settlements.NONE);

    /**
     * What is decided.
     *
     * @param all every decision, oldest first
     * @param byReport the same by report
     * @param inForce those in force, by report and code
     * @param settlements those on what is no cell
     */
    record Known(
            List<Correction> all,
            Map<String, List<Correction>> byReport,
            Map<String, Map<String, Correction>> inForce,
            Settlements settlements) {
        static Known of(List<Correction> all, Settlements settlements) {
            return new Known(
                    List.copyOf(all),
                    all.stream().collect(Collectors.groupingBy(Correction::reportId)),
                    Correction.inForce(all),
                    settlements);
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
        this.others = new SettlementLog(root, csv);
        this.files = List.of(root.resolve(Schemas.CORRECTIONS.path()), root.resolve(Schemas.SETTLEMENTS.path()));
    }

    synchronized Known known() throws IOException {
        List<String> now = files.stream().map(Stamp::of).toList();
        if (!now.equals(stamps)) {
            known = Known.of(log.read(), new Settlements(others.read()));
            stamps = now;
        }
        return known;
    }

    /** On disk when this returns. */
    synchronized void add(Correction decision) throws IOException {
        log.append(List.of(decision));
    }

    /** On disk when this returns. */
    synchronized void add(Settlement decision) throws IOException {
        others.append(List.of(decision));
    }
}
