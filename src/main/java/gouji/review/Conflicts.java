package gouji.review;

import gouji.dataset.Correction;
import gouji.dataset.SavedReport;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the last import found where a decision does not fit the reading. */
final class Conflicts {
    private static final Pattern READ_NOW = Pattern.compile("is read as (\\S+) now");

    private Conflicts() {}

    /**
     * A decision that does not fit.
     *
     * @param text what the import said
     * @param now what is read now; empty for a blank
     * @param placed whether the report still has the cell
     */
    record WithReading(String text, Optional<BigDecimal> now, boolean placed) {
        /** Whether somebody decided again on the reading of now. */
        boolean isSettledBy(List<Correction> ofCell) {
            return placed && same(ofCell.get(ofCell.size() - 1).before(), now);
        }
    }

    static Optional<WithReading> withReading(SavedReport saved, String code) {
        for (Map<String, Object> finding : saved.findings()) {
            String kind = String.valueOf(finding.get("code"));
            String message = String.valueOf(finding.get("message"));
            boolean ofCell = message.contains(" cell " + code + " ") || message.contains(" cell " + code + ",");
            if (ofCell && kind.equals("CORRECTION_CONFLICT")) {
                Matcher now = READ_NOW.matcher(message);
                return Optional.of(new WithReading(
                        message, now.find() ? Correction.figure(now.group(1)) : Optional.empty(), true));
            }
            if (ofCell && kind.equals("CORRECTION_UNPLACED")) {
                return Optional.of(new WithReading(message, Optional.empty(), false));
            }
        }
        return Optional.empty();
    }

    static boolean same(Optional<BigDecimal> a, Optional<BigDecimal> b) {
        return a.isPresent() == b.isPresent() && (a.isEmpty() || a.get().compareTo(b.orElseThrow()) == 0);
    }

    static String text(Optional<BigDecimal> value) {
        return value.map(BigDecimal::toPlainString).orElse("—");
    }
}
