package gouji.profile.yaml;

import gouji.profile.Comparison;
import gouji.profile.Identity;
import gouji.profile.Profile;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a profile says about comparing reports with each other. */
final class ComparisonReader {
    private final At root;
    private final Patterns patterns;

    ComparisonReader(At root, Patterns patterns) {
        this.root = root;
        this.patterns = patterns;
    }

    Comparison comparison(Profile profile) {
        Optional<At> found = root.find("comparison");
        if (found.isEmpty()) {
            return Comparison.NONE;
        }
        At at = found.get();
        List<Comparison.Scope> scopes = at.list("scope").stream()
                .map(s -> new Comparison.Scope(s.get("code").text(), patterns.all(s, "patterns")))
                .toList();
        List<Comparison.MemberSum> members =
                at.list("members").stream().map(m -> memberSum(m, profile)).toList();
        return new Comparison(
                at.text("registry", ""),
                patterns.all(at, "revised"),
                scopes,
                members,
                new CrosswalkReader(profile).mappings(at));
    }

    private static Comparison.MemberSum memberSum(At at, Profile profile) {
        for (At table : at.list("tables")) {
            if (profile.templates().stream()
                    .noneMatch(t -> t.findTable(table.text()).isPresent())) {
                table.problem("no template has a table " + table.text());
            }
        }
        return new Comparison.MemberSum(
                at.get("id").text(),
                at.texts("tables"),
                Identity.Severity.valueOf(at.text("severity", "error").toUpperCase(Locale.ROOT)),
                at.get("note").text());
    }
}
