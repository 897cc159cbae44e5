package gouji.panel;

import gouji.body.BodyResolver;
import gouji.body.Registry;
import gouji.body.Resolution;
import gouji.body.Witnesses;
import gouji.profile.Comparison;
import gouji.profile.Profile;
import gouji.report.Observation;
import gouji.report.Report;
import gouji.report.SectionText;
import gouji.report.State;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Makes the filing of a report. Safe between threads. */
public final class Filer {
    private final Map<String, Comparison> comparisons = new HashMap<>();
    private final Map<String, BodyResolver> resolvers = new HashMap<>();

    /** @param registries the registry of an id */
    public Filer(List<Profile> profiles, Function<String, Registry> registries) {
        for (Profile p : profiles) {
            comparisons.put(p.id(), p.comparison());
            if (!p.comparison().registry().isEmpty()) {
                resolvers.put(
                        p.id(), new BodyResolver(registries.apply(p.comparison().registry())));
            }
        }
    }

    /**
     * The filing of a report.
     *
     * @param input name of its file, the weakest witness of who published it
     */
    public Filing file(String reportId, String input, Report report) {
        return file(reportId, input, report, Optional.empty());
    }

    /**
     * The same where a person said whose report it is.
     *
     * @param division code of a division or name of a national department; without effect where the registry has none such
     */
    public Filing file(String reportId, String input, Report report, Optional<String> division) {
        String name = compact(report.metadata().issuer());
        List<String> paragraphs = paragraphs(report);
        Optional<BodyResolver> resolver = Optional.ofNullable(resolvers.get(report.profile()));
        Resolution issuer = resolver.flatMap(r -> division.flatMap(d -> r.within(name, d)))
                .map(Resolution::byPerson)
                .or(() ->
                        resolver.map(r -> r.resolve(name, report.metadata().year(), new Witnesses(paragraphs, input))))
                .orElse(Resolution.NONE);
        Comparison comparison = comparisons.getOrDefault(report.profile(), Comparison.NONE);
        String title = compact(report.metadata().title());
        return new Filing(
                reportId,
                report.profile(),
                issuer,
                body(issuer, name),
                name,
                report.metadata().year(),
                scope(comparison, paragraphs),
                report.metadata().published(),
                comparison.revised().stream().anyMatch(p -> p.matcher(title).find()),
                print(report));
    }

    /**
     * A name that no division is near to stands for itself, an enterprise or a family without a registry, but not one that
     * bodies of many places have.
     */
    private static String body(Resolution issuer, String name) {
        boolean itself = issuer.candidates().isEmpty() && issuer.evidence().isEmpty() && !name.isEmpty();
        return issuer.body().map(b -> b.key()).orElse(itself ? "name:" + name : "");
    }

    private static List<String> paragraphs(Report report) {
        List<String> all = new ArrayList<>();
        all.add(report.metadata().title());
        for (SectionText section : report.sections()) {
            all.addAll(section.paragraphs());
        }
        return all;
    }

    /** Empty where nothing says so, or two scopes are named. */
    private static String scope(Comparison comparison, List<String> paragraphs) {
        List<String> compact = paragraphs.stream().map(Filer::compact).toList();
        List<String> found = comparison.scopes().stream()
                .filter(s -> s.patterns().stream().anyMatch(p -> isFound(p, compact)))
                .map(Comparison.Scope::code)
                .toList();
        return found.size() == 1 ? found.get(0) : "";
    }

    private static boolean isFound(Pattern pattern, List<String> paragraphs) {
        return paragraphs.stream().anyMatch(p -> pattern.matcher(p).find());
    }

    private static String print(Report report) {
        StringBuilder print = new StringBuilder();
        for (Observation o : report.observations()) {
            boolean doubtful = o.state() == State.SUSPECT;
            int hash = (o.code() + "="
                            + o.value()
                                    .map(v -> v.stripTrailingZeros().toPlainString())
                                    .orElse(""))
                    .hashCode();
            print.append(doubtful ? (char) 0 : (char) (1 + Math.floorMod(hash, Character.MIN_SURROGATE - 1)));
        }
        return print.toString();
    }

    static String compact(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Z}\\p{Cf}]+", "");
    }
}
