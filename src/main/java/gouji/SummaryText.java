package gouji;

import gouji.run.Summary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a run came to, for people and as JSON. */
final class SummaryText {
    private static final List<String> FIGURES = List.of("read", "confirmed", "contradicted", "repaired", "corrected");

    private SummaryText() {}

    static List<String> lines(Summary s, Path out) {
        List<String> lines = new ArrayList<>();
        lines.add(line("inputs", s.inputs(), ""));
        lines.add(line("  imported", s.of("imported"), ""));
        lines.add(line("  duplicates", s.of("duplicate"), ""));
        lines.add(line("  archives", s.of("container"), ""));
        lines.add(line("  rejected", s.of("rejected"), reasons(s.rejected())));
        lines.add(line("  quarantined", s.of("quarantined"), reasons(s.quarantined())));
        lines.add(line("cells with a figure", figures(s), ""));
        lines.add(line("  blank", cells(s, "blank"), ""));
        lines.add(line("  suspect", cells(s, "suspect"), ""));
        lines.add(line("  absent", cells(s, "absent"), incomplete(s)));
        lines.add(line("checks failed", s.checksFailed(), ""));
        for (Summary.Culprit c : s.culprits()) {
            lines.add("  " + Printable.of(c.input()) + ": " + c.check() + at(c) + ", " + c.left() + " against "
                    + c.right());
        }
        if (s.checksFailed() > s.culprits().size()) {
            lines.add("  … and " + (s.checksFailed() - s.culprits().size()) + " more");
        }
        lines.addAll(next(s, out));
        return lines;
    }

    private static List<String> next(Summary s, Path out) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("Look next:");
        if (s.of("imported") > 0) {
            lines.add("  " + out.resolve("observations.csv") + "  every figure with its place");
        }
        if (s.incomplete() > 0) {
            lines.add("  " + out.resolve("observations.csv") + "  rows whose state is absent: not found in the report");
        }
        if (s.checksFailed() > 0) {
            lines.add("  " + out.resolve("checks.csv") + "  rows whose result is fail");
        }
        if (s.of("rejected") + s.of("quarantined") > 0) {
            lines.add("  " + out.resolve("ledger.csv") + "  what was not imported, why, and what to do");
        }
        return lines;
    }

    static Map<String, Object> facts(Summary s, Path out) {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("out", out.toString());
        m.put("inputs", s.inputs());
        for (String status : List.of("imported", "duplicate", "container", "rejected", "quarantined")) {
            m.put(status, s.of(status));
        }
        m.put("rejected_reasons", s.rejected());
        m.put("quarantined_reasons", s.quarantined());
        m.put("cells_with_figure", figures(s));
        m.put("cells_blank", cells(s, "blank"));
        m.put("cells_suspect", cells(s, "suspect"));
        m.put("cells_absent", cells(s, "absent"));
        m.put("reports_incomplete", s.incomplete());
        m.put("cells_by_state", s.cells());
        m.put("checks_failed", s.checksFailed());
        m.put("first_failed", s.culprits());
        return m;
    }

    private static String incomplete(Summary s) {
        return s.incomplete() == 0
                ? ""
                : "in " + s.incomplete() + (s.incomplete() == 1 ? " report" : " reports")
                        + ": not found though the template has them";
    }

    private static long figures(Summary s) {
        return FIGURES.stream().mapToLong(state -> cells(s, state)).sum();
    }

    private static long cells(Summary s, String state) {
        return s.cells().getOrDefault(state, 0L);
    }

    private static String line(String name, long count, String note) {
        String line = String.format(Locale.ROOT, "%-20s %,12d", name, count);
        return note.isEmpty() ? line : line + "  " + note;
    }

    private static String reasons(Map<String, Long> reasons) {
        return reasons.entrySet().stream()
                .map(e -> e.getKey() + " " + e.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String at(Summary.Culprit c) {
        String at = List.of(c.table(), c.row(), c.column()).stream()
                .filter(x -> !x.isEmpty())
                .collect(Collectors.joining(" "));
        return at.isEmpty() ? "" : " at " + at;
    }
}
