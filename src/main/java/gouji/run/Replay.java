package gouji.run;

import gouji.check.CheckedReport;
import gouji.check.Checker;
import gouji.dataset.Correction;
import gouji.dataset.CorrectionException;
import gouji.dataset.CorrectionLog;
import gouji.dataset.Csv;
import gouji.dataset.Extracted;
import gouji.dataset.Settlement;
import gouji.dataset.SettlementLog;
import gouji.dataset.Settlements;
import gouji.panel.Filer;
import gouji.profile.Profile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Puts the decisions of persons into the reports they are about, each time a dataset is put together. */
final class Replay {
    private final Map<String, Map<String, Correction>> inForce;
    private final Settlements settlements;
    private final Map<String, Profile> profiles;

    private Replay(Map<String, Map<String, Correction>> inForce, Settlements settlements, List<Profile> profiles) {
        this.inForce = inForce;
        this.settlements = settlements;
        this.profiles = profiles.stream().collect(Collectors.toMap(Profile::id, p -> p));
    }

    /** @throws UsageException when a log holds something that is no decision */
    static Replay of(Path root, Csv csv, List<Profile> profiles) throws UsageException, IOException {
        try {
            return new Replay(
                    Correction.inForce(new CorrectionLog(root, csv).read()),
                    new Settlements(new SettlementLog(root, csv).read()),
                    profiles);
        } catch (CorrectionException e) {
            throw new UsageException(e.getMessage() + ". Mend that line; no decision is skipped silently.");
        }
    }

    static Replay of(List<Correction> corrections, List<Profile> profiles) {
        return new Replay(Correction.inForce(corrections), Settlements.NONE, profiles);
    }

    /** The report with the decisions on it; itself where there are none. */
    Extracted on(String reportId, Extracted read) {
        Map<String, Correction> ofReport = inForce.getOrDefault(reportId, Map.of());
        Profile profile = profiles.get(read.checked().report().profile());
        if (ofReport.isEmpty() || profile == null) {
            return read;
        }
        CheckedReport ruled = new Checker(profile)
                .rule(
                        read.checked(),
                        ofReport.values().stream().map(Correction::ruling).toList());
        return new Extracted(read.format(), ruled);
    }

    /** What persons decided on bodies and editions. */
    Decided decided(Filer filer) {
        return new Decided(settlements, filer);
    }

    /** Whether there are decisions on a report or its body. */
    boolean isOn(String reportId) {
        return inForce.containsKey(reportId)
                || settlements.inForce(Settlement.Kind.BODY, reportId).isPresent();
    }

    /** A text that changes with the decisions in force; empty for none. */
    String identity() {
        String cells = inForce.isEmpty() ? "" : inForce.toString();
        return settlements.all().isEmpty()
                ? cells
                : cells + settlements.inForce(Settlement.Kind.BODY) + settlements.inForce(Settlement.Kind.EDITION);
    }
}
