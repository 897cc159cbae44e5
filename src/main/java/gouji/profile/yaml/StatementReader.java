package gouji.profile.yaml;

import gouji.profile.FigurePattern;
import gouji.profile.Identity;
import gouji.profile.Profile;
import gouji.profile.StatedSum;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The entries of {@code statements}: sums of figures of the prose. */
final class StatementReader {
    private final At root;
    private final Profile profile;

    StatementReader(At root, Profile profile) {
        this.root = root;
        this.profile = profile;
    }

    List<StatedSum> sums(List<FigurePattern> figures) {
        Set<String> codes = figures.stream().map(FigurePattern::code).collect(Collectors.toSet());
        return root.list("statements").stream().map(at -> sum(at, codes)).toList();
    }

    private StatedSum sum(At at, Set<String> codes) {
        known(at.get("whole"), codes);
        at.list("parts").forEach(p -> known(p, codes));
        return new StatedSum(
                at.get("id").text(),
                at.get("whole").text(),
                at.texts("parts"),
                Identity.Severity.valueOf(at.text("severity", "warning").toUpperCase(Locale.ROOT)),
                at.get("note").text());
    }

    private void known(At code, Set<String> codes) {
        if (!codes.contains(code.text())) {
            code.problem("no entry of narrative of " + profile.id() + " has the code " + code.text());
        }
    }
}
