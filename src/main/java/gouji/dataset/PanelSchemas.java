package gouji.dataset;

import static gouji.dataset.Field.code;
import static gouji.dataset.Field.count;
import static gouji.dataset.Field.key;
import static gouji.dataset.Field.number;
import static gouji.dataset.Field.text;

import gouji.panel.Edition;
import gouji.panel.Point;
import gouji.panel.Similarity;
import gouji.profile.Comparison;
import gouji.report.State;
import java.util.Arrays;
import java.util.List;

/** The files of a panel with the meaning of their columns. */
final class PanelSchemas {
    private static final String BODY = "Key of the body, as in reports.csv of the dataset.";

    static final Schema PANEL = new Schema(
            "panel",
            "panel.csv",
            "One concept of one report: body x year x concept over all templates. Nothing is bridged silently: how a value"
                    + " came about and what it may be compared with stands beside it.",
            List.of(
                    key("body", BODY),
                    count("year", "The year reported on."),
                    key("concept", "table.row.column: the cell of the newest template that has it; see codebook.md."),
                    number("value", "The figure; empty where a cell it is made of is blank: blank is never 0."),
                    text("unit", "Its unit."),
                    code(
                            "state",
                            true,
                            "The least certain state of the cells it is made of.",
                            Arrays.stream(State.values()).map(State::word).toList()),
                    key("template", "Template these cells were read by."),
                    key("derived", "The cells, added where there are several."),
                    code(
                            "mapping",
                            true,
                            "How they relate to the concept.",
                            Arrays.stream(Comparison.Kind.values())
                                    .map(Comparison.Kind::word)
                                    .toList()),
                    text(
                            "skos",
                            "The same as a SKOS property, from the cells to the concept; empty where there is none."),
                    code(
                            "comparability",
                            true,
                            "comparable: with every comparable point of the concept; near: wording or coverage differ;"
                                    + " not-comparable: later templates count otherwise, compare within the template"
                                    + " only; dropped: later templates do not ask for it.",
                            Arrays.stream(Point.Comparability.values())
                                    .map(Point.Comparability::word)
                                    .toList()),
                    code("scope", false, "What the report says it covers.", List.of("own", "region")),
                    count("edition", "Number of the edition."),
                    code(
                            "edition_kind",
                            true,
                            "original, corrected, conflicting, standing or set-aside; copies are left out.",
                            Arrays.stream(Edition.Kind.values())
                                    .map(Edition.Kind::word)
                                    .toList()),
                    key("report_id", "The report.")),
            List.of("report_id", "concept"),
            false);

    static final Schema SIMILARITY = new Schema(
            "similarity",
            "similarity.csv",
            "One section of one report beside the same section of another; figures, punctuation and white space do not"
                    + " count.",
            List.of(
                    key("body", BODY),
                    count("year", "The year reported on."),
                    key("section", "Code of the section."),
                    code(
                            "relation",
                            true,
                            "last-year: the same body's report for the year before; other-body: the most alike of other"
                                    + " bodies, for the same year or an earlier one, where at least 0.3 is alike.",
                            Arrays.stream(Similarity.Relation.values())
                                    .map(Similarity.Relation::word)
                                    .toList()),
                    number(
                            "share",
                            "Share of the section's pieces of five characters that stand in the other too, 0 to 1; exact"
                                    + " for last-year, estimated from a sample (about 0.1 off) for other-body."),
                    count("characters", "Pieces of the section: about its letters."),
                    key("other_body", BODY),
                    count("other_year", "Year of the other report."),
                    key("report_id", "The report."),
                    key("other_report_id", "The other report.")),
            List.of("report_id", "section", "relation"),
            false);

    static final Schema BODIES = new Schema(
            "bodies",
            "bodies.csv",
            "One body of the panel.",
            List.of(
                    key("body", BODY),
                    text("issuer", "Its name as its last report prints it."),
                    text("issuer_code", "GB/T 2260 code of its division."),
                    text("issuer_level", "Its level."),
                    text("issuer_kind", "What it is."),
                    text("issuer_parent", "Code of the division above it."),
                    count("first_year", "First year there is a report for."),
                    count("last_year", "Last year."),
                    count("years", "Years there are reports for.")),
            List.of("body"),
            false);

    private PanelSchemas() {}
}
