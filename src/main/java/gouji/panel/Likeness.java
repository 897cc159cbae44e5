package gouji.panel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finds copied sections. Reports are added by year; each is held against the same body's for the year before and
 * against those of all other bodies added so far. Kept of a section: a sample of 96 hashes; of the last report of a
 * body: its text. Other bodies' sections are found by the 12 smallest hashes (bottom-k MinHash; Broder 1997).
 */
public final class Likeness {
    private static final int SAMPLE = 96;
    private static final int KEYS = 12;
    /** Sections looked at for one hash: what more reports have is the form's own wording. */
    private static final int MOST_ALIKE = 40;
    /** Sections shorter than this say too little to be copied. */
    private static final int LEAST_PIECES = 60;
    /** Less than this is no likeness. */
    private static final double LEAST_SHARE = 0.3;

    private final Map<Long, List<Section>> byHash = new HashMap<>();
    private final Map<String, Last> lastOfBody = new HashMap<>();

    /** A section kept. */
    private record Section(String report, String body, int year, Shingles.Sketch sketch) {}

    /** The report last added of a body. */
    private record Last(String report, int year, Map<String, Shingles> sections) {}

    /**
     * Adds a report and tells what its sections are like.
     *
     * @param year not before that of the report added last
     * @param sections text of each section by its code
     */
    public List<Similarity> add(String report, String body, int year, Map<String, String> sections) {
        Map<String, Shingles> own = new LinkedHashMap<>();
        new TreeMap<>(sections).forEach((code, text) -> {
            Shingles shingles = Shingles.of(text);
            if (shingles.size() >= LEAST_PIECES) {
                own.put(code, shingles);
            }
        });
        List<Similarity> found = new ArrayList<>();
        Optional<Last> last = Optional.ofNullable(lastOfBody.get(body)).filter(l -> l.year() == year - 1);
        own.forEach((code, shingles) -> {
            last.flatMap(l -> Optional.ofNullable(l.sections().get(code))
                            .map(s -> new Similarity(
                                    code,
                                    shingles.size(),
                                    Similarity.Relation.LAST_YEAR,
                                    l.report(),
                                    body,
                                    l.year(),
                                    shingles.shareIn(s))))
                    .ifPresent(found::add);
            mostAlike(code, body, shingles).ifPresent(found::add);
        });
        own.forEach((code, shingles) -> keep(new Section(report, body, year, shingles.sketch(SAMPLE)), code));
        lastOfBody.put(body, new Last(report, year, own));
        return found;
    }

    private Optional<Similarity> mostAlike(String code, String body, Shingles shingles) {
        Shingles.Sketch sketch = shingles.sketch(SAMPLE);
        Section best = null;
        double most = LEAST_SHARE;
        for (long key : sketch.keys(KEYS)) {
            for (Section other : byHash.getOrDefault(mixed(key, code), List.of())) {
                double share = other.body().equals(body) ? 0 : sketch.shareIn(other.sketch());
                if (share > most) {
                    most = share;
                    best = other;
                }
            }
        }
        double share = most;
        return Optional.ofNullable(best)
                .map(b -> new Similarity(
                        code, shingles.size(), Similarity.Relation.OTHER_BODY, b.report(), b.body(), b.year(), share));
    }

    private void keep(Section section, String code) {
        for (long key : section.sketch().keys(KEYS)) {
            List<Section> alike = byHash.computeIfAbsent(mixed(key, code), k -> new ArrayList<>(1));
            if (alike.size() < MOST_ALIKE) {
                alike.add(section);
            }
        }
    }

    private static long mixed(long key, String code) {
        return key * 31 + code.hashCode();
    }
}
