package gouji.report;

import gouji.document.Box;
import gouji.document.Finding;
import gouji.document.Place;
import gouji.table.Prose;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Doubts about the metadata of a recognised report: weakly recognised lines, and witnesses one character apart. */
final class WitnessDoubts {
    /** Code of the findings of {@code gouji.table} that name weakly recognised lines. */
    private static final String WEAK_LINE = "LINE_IN_DOUBT";
    /** Shorter names resemble too many words. */
    private static final int LEAST_NAME = 4;

    private final List<Finding> weak;

    WitnessDoubts(List<Finding> known) {
        this.weak = known.stream().filter(f -> f.code().equals(WEAK_LINE)).toList();
    }

    /** @param what the thing read from these lines */
    List<Finding> of(String what, List<Prose> lines) {
        return lines.stream()
                .filter(l -> weak.stream().anyMatch(f -> meet(f.place(), l.place())))
                .map(l -> Finding.info(
                        "METADATA_IN_DOUBT",
                        "The " + what + " was read from “" + l.text()
                                + "”, recognised with a low score: compare it with the page.",
                        l.place()))
                .toList();
    }

    /** Where a name of the issuer's length stands that differs from it in one character; none is preferred. */
    List<Finding> differing(String issuer, List<Prose> prose) {
        if (weak.isEmpty() || issuer.length() < LEAST_NAME) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        TreeSet<String> seen = new TreeSet<>();
        for (Prose line : prose) {
            Optional<String> other = lookAlike(issuer, LabelForms.compact(line.text()));
            if (other.isPresent() && seen.add(other.get())) {
                findings.add(Finding.info(
                        "ISSUER_IN_DOUBT",
                        "The issuer was read as “" + issuer + "”, but here as “" + other.get()
                                + "”: compare both with the page.",
                        line.place()));
            }
        }
        return findings;
    }

    private static Optional<String> lookAlike(String name, String text) {
        if (text.contains(name)) {
            return Optional.empty();
        }
        for (int at = 0; at + name.length() <= text.length(); at++) {
            String other = text.substring(at, at + name.length());
            if (differsInOneCharacter(name, other)) {
                return Optional.of(other);
            }
        }
        return Optional.empty();
    }

    private static boolean differsInOneCharacter(String a, String b) {
        int differences = 0;
        boolean words = true;
        for (int i = 0; i < a.length(); i++) {
            if (a.charAt(i) != b.charAt(i)) {
                differences++;
                words &= Character.isIdeographic(a.charAt(i)) && Character.isIdeographic(b.charAt(i));
            }
        }
        return differences == 1 && words;
    }

    private static boolean meet(Place a, Place b) {
        if (a.page() != b.page() || a.box().isEmpty() || b.box().isEmpty()) {
            return false;
        }
        Box x = a.box().get();
        Box y = b.box().get();
        return x.x0() < y.x1() && y.x0() < x.x1() && x.y0() < y.y1() && y.y0() < x.y1();
    }
}
