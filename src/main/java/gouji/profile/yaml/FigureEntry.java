package gouji.profile.yaml;

import gouji.profile.FigurePattern;
import gouji.profile.Profile;
import gouji.profile.Ratio;
import java.util.List;
import java.util.Optional;

/** An entry of {@code narrative}. */
final class FigureEntry {
    private final At at;
    private final Profile profile;
    private final Patterns patterns;

    FigureEntry(At at, Profile profile, Patterns patterns) {
        this.at = at;
        this.profile = profile;
        this.patterns = patterns;
    }

    FigurePattern figure() {
        String code = at.text("code", "");
        boolean isCell = profile.templates().stream().anyMatch(t -> t.hasCell(code));
        if (profile.namesCell(code) && !isCell) {
            at.get("code")
                    .problem("expected table.row.column of a value cell, found " + code + ", which no template has");
        }
        List<String> sum = at.texts("sum");
        at.list("sum").forEach(this::cell);
        if (at.flag("check") && !isCell && sum.isEmpty()) {
            at.get("check")
                    .problem("check: true needs the code of a cell to compare with, found "
                            + (code.isEmpty() ? "no code" : code));
        }
        Optional<Ratio> ratio = ratio();
        if (code.isEmpty() && (ratio.isPresent() || at.find("part_of").isPresent())) {
            at.problem("what is checked needs a code, found none");
        }
        for (At section : at.list("sections")) {
            if (profile.sections().stream().noneMatch(s -> s.code().equals(section.text()))) {
                section.problem("no section has the code " + section.text());
            }
        }
        Optional<String> value = at.find("value").map(At::text);
        return new FigurePattern(
                code,
                at.get("phrase").text(),
                value.isPresent() ? patterns.one(at.get("pattern")) : patterns.one(at.get("pattern"), "v"),
                value,
                at.text("unit", ""),
                at.texts("sections"),
                at.flag("check"),
                sum,
                at.text("row", ""),
                ratio,
                at.text("part_of", ""));
    }

    private Optional<Ratio> ratio() {
        Optional<At> share = at.find("share");
        Optional<At> change = at.find("change");
        if (share.isPresent() && change.isPresent()) {
            change.get().problem("share and change exclude each other");
        }
        share.ifPresent(s -> {
            s.list("part").forEach(this::cell);
            s.list("of").forEach(of -> of.items().forEach(this::cell));
        });
        change.ifPresent(c -> c.list("of").forEach(this::cell));
        return share.map(s -> new Ratio(
                        s.texts("part"),
                        s.list("of").stream()
                                .map(of -> of.items().stream().map(At::text).toList())
                                .toList(),
                        Ratio.Direction.SHARE))
                .or(() -> change.map(c -> new Ratio(
                        c.texts("of"), List.of(), c.flag("down") ? Ratio.Direction.FALL : Ratio.Direction.RISE)));
    }

    private void cell(At code) {
        if (profile.templates().stream().noneMatch(t -> t.hasCell(code.text()))) {
            code.problem("expected table.row.column of a value cell, found " + code.text());
        }
    }
}
