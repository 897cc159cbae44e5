package gouji.profile.yaml;

import gouji.profile.FigurePattern;
import gouji.profile.Label;
import gouji.profile.Node;
import gouji.profile.Profile;
import gouji.profile.Section;
import gouji.profile.Template;
import gouji.profile.Values;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A tree the schema accepts becomes a {@link Profile}; what a schema cannot say is checked on the way. */
final class ProfileReader {
    /** Matches nothing: for profiles whose labels carry no unit. */
    private static final Pattern NO_UNIT = Pattern.compile("(?!)(?<unit>)");

    private final At root;
    private final Patterns patterns;

    ProfileReader(At root) {
        this.root = root;
        this.patterns = new Patterns(Words.of(root));
    }

    Profile profile() {
        Profile.Normalization normalization = normalization();
        List<Section> sections = sections(normalization);
        List<Template> templates = templates(normalization, sections);
        Profile profile = new Profile(
                root.get("profile").text(),
                root.get("version").text(),
                root.get("language").text(),
                recognition(),
                metadata(),
                normalization,
                values(),
                sections,
                templates,
                List.of());
        return withFigures(profile);
    }

    private Profile.Recognition recognition() {
        At at = root.get("recognition");
        return new Profile.Recognition(patterns.all(at, "require_any"), patterns.all(at, "reject_title"));
    }

    private Profile.Metadata metadata() {
        Optional<At> at = root.find("metadata");
        return new Profile.Metadata(
                at.map(m -> patterns.all(m, "title")).orElse(List.of()),
                at.map(m -> patterns.all(m, "period", "year")).orElse(List.of()),
                at.map(m -> patterns.all(m, "published", "y", "m", "d")).orElse(List.of()),
                at.map(m -> patterns.all(m, "issuer", "issuer")).orElse(List.of()));
    }

    private Profile.Normalization normalization() {
        Map<String, String> fold = new LinkedHashMap<>();
        Optional<At> at = root.find("normalization");
        at.ifPresent(n -> n.map("fold").forEach((from, to) -> fold.put(from, to.text())));
        return new Profile.Normalization(at.map(n -> patterns.all(n, "strip")).orElse(List.of()), fold);
    }

    private Values values() {
        Map<String, Values.Missing> missing = new LinkedHashMap<>();
        Map<String, BigDecimal> factors = new LinkedHashMap<>();
        Optional<At> at = root.find("values");
        at.ifPresent(v -> {
            v.map("missing")
                    .forEach((mark, why) ->
                            missing.put(mark, Values.Missing.valueOf(why.text().toUpperCase(Locale.ROOT))));
            v.map("unit_factor")
                    .forEach((unit, factor) -> factors.put(unit, factor.node().decimalValue()));
        });
        missing.putIfAbsent("", Values.Missing.BLANK);
        Pattern unitInLabel = at.flatMap(v -> v.find("unit_in_label"))
                .map(p -> patterns.one(p, "unit"))
                .orElse(NO_UNIT);
        List<String> decimal =
                at.map(v -> v.texts("decimal")).filter(d -> !d.isEmpty()).orElse(List.of("."));
        List<String> units = at.map(v -> v.texts("units")).orElse(List.of());
        return new Values(
                missing, at.map(v -> v.texts("group")).orElse(List.of()), decimal, factors, units, unitInLabel);
    }

    private List<Section> sections(Profile.Normalization normalization) {
        List<Section> sections = new ArrayList<>();
        Siblings labels = new Siblings(normalization);
        Map<String, At> seen = new HashMap<>();
        for (At at : root.list("sections")) {
            String code = at.get("code").text();
            if (seen.putIfAbsent(code, at) != null) {
                at.get("code").problem("the section code " + code + " is used twice");
            }
            Label label = TemplateReader.label(at);
            labels.add(label, at);
            sections.add(new Section(code, label));
        }
        return sections;
    }

    private List<Template> templates(Profile.Normalization normalization, List<Section> sections) {
        List<Template> templates = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (At at : root.list("templates")) {
            if (!ids.add(at.get("id").text())) {
                at.get("id").problem("the template id " + at.get("id").text() + " is used twice");
            }
            templates.add(new TemplateReader(normalization, sections).template(at));
        }
        return templates;
    }

    private Profile withFigures(Profile p) {
        List<FigurePattern> figures =
                root.list("narrative").stream().map(at -> figure(at, p)).toList();
        return new Profile(
                p.id(),
                p.version(),
                p.language(),
                p.recognition(),
                p.metadata(),
                p.normalization(),
                p.values(),
                p.sections(),
                p.templates(),
                figures,
                new ComparisonReader(root, patterns).comparison(p),
                glossary(p),
                periods(),
                new StatementReader(root, p).sums(figures),
                new ChartReader(root, p).charts());
    }

    private Map<String, Pattern> periods() {
        Map<String, Pattern> periods = new LinkedHashMap<>();
        root.map("periods").forEach((code, at) -> periods.put(code, patterns.one(at)));
        return periods;
    }

    private Map<String, Profile.Meaning> glossary(Profile profile) {
        Set<String> codes = new HashSet<>();
        profile.templates().stream().flatMap(t -> t.tables().stream()).forEach(t -> {
            codes.add(t.id());
            t.blocks()
                    .forEach(b -> Stream.concat(b.rows().stream(), b.columns().stream())
                            .flatMap(Node::all)
                            .forEach(n -> codes.add(n.code())));
        });
        Map<String, Profile.Meaning> glossary = new LinkedHashMap<>();
        root.map("glossary").forEach((code, at) -> {
            if (!codes.contains(code)) {
                at.problem("no table, row or column has the code " + code);
            }
            glossary.put(
                    code,
                    new Profile.Meaning(
                            at.get("en").text(), at.get("definition").text()));
        });
        return glossary;
    }

    private FigurePattern figure(At at, Profile profile) {
        return new FigureEntry(at, profile, patterns).figure();
    }
}
