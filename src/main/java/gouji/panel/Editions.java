package gouji.panel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The editions of one body's report for one year and scope. */
final class Editions {
    private static final Comparator<Filing> ORDER = Comparator.comparing(Filing::revised)
            .thenComparing(f -> f.published().isEmpty() ? "9999" : f.published())
            .thenComparing(Filing::reportId);

    private final Map<String, Edition> editions = new LinkedHashMap<>();
    private Optional<Filing> valid;

    Editions(List<Filing> filings, Optional<Choice> choice) {
        List<Filing> inOrder = filings.stream().sorted(ORDER).toList();
        List<Filing> different = new ArrayList<>();
        valid = Optional.of(inOrder.get(0));
        for (Filing filing : inOrder) {
            Optional<Filing> same =
                    different.stream().filter(d -> d.saysTheSame(filing)).findFirst();
            if (same.isEmpty()) {
                different.add(filing);
            }
            editions.put(filing.reportId(), edition(filing, same, different));
        }
        choice.filter(c -> different.size() > 1 && editions.containsKey(c.reportId()))
                .filter(c -> different.stream().allMatch(d -> isSeen(d, inOrder, c)))
                .ifPresent(c -> settle(c, inOrder));
    }

    /** Whether the person saw its figures, be it in another file. */
    private static boolean isSeen(Filing different, List<Filing> all, Choice choice) {
        return all.stream().anyMatch(f -> choice.seen().contains(f.reportId()) && f.saysTheSame(different));
    }

    private void settle(Choice choice, List<Filing> inOrder) {
        int number = editions.get(choice.reportId()).number();
        editions.replaceAll((id, e) -> new Edition(e.number(), kind(id, e, choice, number), e.of()));
        valid = inOrder.stream()
                .filter(f -> f.reportId().equals(choice.reportId()))
                .findFirst();
    }

    private static Edition.Kind kind(String id, Edition e, Choice choice, int number) {
        if (id.equals(choice.reportId())) {
            return Edition.Kind.STANDING;
        }
        return e.number() == number || e.kind() == Edition.Kind.COPY ? Edition.Kind.COPY : Edition.Kind.SET_ASIDE;
    }

    private Edition edition(Filing filing, Optional<Filing> same, List<Filing> different) {
        String first = different.get(0).reportId();
        if (same.isPresent()) {
            return new Edition(different.indexOf(same.get()) + 1, Edition.Kind.COPY, first);
        }
        if (different.size() == 1) {
            return Edition.FIRST;
        }
        valid = filing.revised() ? Optional.of(filing) : Optional.empty();
        return new Edition(
                different.size(), filing.revised() ? Edition.Kind.CORRECTED : Edition.Kind.CONFLICTING, first);
    }

    Map<String, Edition> all() {
        return editions;
    }

    /** The one that counts: the only one, or the last that says it is corrected, or a person's choice; empty where editions conflict. */
    Optional<Filing> valid() {
        return valid;
    }
}
