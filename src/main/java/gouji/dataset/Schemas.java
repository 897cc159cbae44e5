package gouji.dataset;

import static gouji.dataset.Field.code;
import static gouji.dataset.Field.count;
import static gouji.dataset.Field.key;
import static gouji.dataset.Field.number;
import static gouji.dataset.Field.text;

import gouji.body.Kind;
import gouji.body.Resolution;
import gouji.check.CheckResult;
import gouji.panel.Edition;
import gouji.report.NarrativeFigure;
import gouji.report.State;
import gouji.source.Reason;
import java.util.Arrays;
import java.util.List;

/** Every CSV file of the contract with the meaning of its columns. */
public final class Schemas {
    private static final String ID =
            "First 16 hex digits of the SHA-256 of the file the report was read from; of a web page saved with pictures, of"
                    + " its SHA-256 and theirs.";

    public static final Schema LEDGER = new Schema(
            "ledger",
            "ledger.csv",
            "One input, and what became of it: every input given appears exactly once.",
            List.of(
                    key("input", "Path as found, relative to the INPUT it came from; archive.zip!/member for members."),
                    text("sha256", "SHA-256 of the content; empty where there is none to be had."),
                    count("bytes", "Length of the content; empty where unknown."),
                    code(
                            "status",
                            true,
                            "imported: a report was read; duplicate: the bytes of another input; container: an archive"
                                    + " whose members have rows of their own; rejected: understood, and not a report;"
                                    + " quarantined: could not be handled, a person may look at it.",
                            Arrays.stream(LedgerRow.Status.values())
                                    .map(LedgerRow.Status::word)
                                    .toList()),
                    code(
                            "reason",
                            false,
                            "Why it was rejected or quarantined; else empty.",
                            Arrays.stream(Reason.values()).map(Enum::name).toList()),
                    text("detail", "The reason in a sentence, with the next step."),
                    text("report_id", "The report it gave, or, for a duplicate, the one it repeats.")),
            List.of("input"),
            false);

    public static final Schema REPORTS = new Schema(
            "reports",
            "reports.csv",
            "One report: who published it, for which year, in which template, how well it was read.",
            List.of(
                    key("report_id", ID),
                    key("input", "The input it was read from, as in the ledger."),
                    key("sha256", "SHA-256 of the file."),
                    key("format", "Format of the file: pdf, text, html, docx, …"),
                    key("profile", "Report family."),
                    key("template", "Generation of the family's tables it was read by."),
                    text("title", "Title as printed, its lines joined."),
                    text("issuer", "Publishing body as printed."),
                    text("issuer_code", "GB/T 2260 division code of the publishing body; empty when unknown."),
                    text("issuer_level", "Administrative level of the publishing body; empty when unknown."),
                    count("year", "The year reported on; empty when nothing in the report names it."),
                    new Field("published", Field.Type.DATE, false, "Date of publication as printed.", List.of()),
                    count("pages", "Number of pages; 0 for a format without pages."),
                    count("cells_expected", "Cells the template has."),
                    count(
                            "cells_read",
                            "Cells of the template that the report has and whose content is known, blank ones"
                                    + " included: all but absent and suspect ones."),
                    count("cells_repaired", "Cells whose misread value was mended by an identity."),
                    count("cells_suspect", "Cells whose reading is in doubt."),
                    count("checks_failed", "Accounting identities of the report that fail."),
                    text("language", "BCP 47 tag."),
                    text(
                            "body",
                            "Key of the publishing body, the same in all its reports: division code, and -office or the"
                                    + " department, town or zone; name:… for a body of no division; empty when several"
                                    + " come into question."),
                    code(
                            "issuer_kind",
                            false,
                            "What the publishing body is; a government and its office are two bodies.",
                            Arrays.stream(Kind.values()).map(Kind::word).toList()),
                    text(
                            "issuer_parent",
                            "Code of the division above it: of a government the next higher division, of a department,"
                                    + " town or zone the division it belongs to."),
                    code(
                            "issuer_evidence",
                            false,
                            "What settled the code: name: the printed name alone; text: other text of the report told"
                                    + " divisions of one name apart; input: only the name of the file did; person: a"
                                    + " person did (settlements.csv); open: nothing did, bodies of many places have this"
                                    + " name, and the report is held against no other.",
                            Arrays.stream(Resolution.Evidence.values())
                                    .map(Resolution.Evidence::word)
                                    .toList()),
                    text(
                            "issuer_candidates",
                            "Divisions that come into question, separated by ' | '; a person decides."),
                    code(
                            "scope",
                            false,
                            "What the report says it covers: own: the body alone; region: all bodies of the region;"
                                    + " empty: it does not say.",
                            List.of("own", "region")),
                    count("edition", "Number of the edition among the reports of this body for this year, from 1."),
                    code(
                            "edition_kind",
                            true,
                            "original: the first or only one; copy: the same figures in another file; corrected: other"
                                    + " figures, and it says it is corrected; conflicting: other figures without a word;"
                                    + " standing: a person decided that this one stands; set-aside: a person decided that"
                                    + " another does.",
                            Arrays.stream(Edition.Kind.values())
                                    .map(Edition.Kind::word)
                                    .toList()),
                    text("edition_of", "The report that is the first edition; empty for the first itself.")),
            List.of("report_id"),
            false);

    public static final Schema OBSERVATIONS = new Schema(
            "observations",
            "observations.csv",
            "One value of one report: the tidy (long) dataset.",
            List.of(
                    key("report_id", ID),
                    key("profile", "Report family."),
                    key("template", "Generation of the family's tables."),
                    key("table", "Code of the table; see codes.csv."),
                    key("row", "Code of the row, a full dotted path; local.… for rows the report added."),
                    key("column", "Code of the column, a full dotted path."),
                    number("value", "The figure in the unit of this row; empty when there is none: blank is never 0."),
                    text("unit", "The template's unit, whatever unit the report printed."),
                    text("raw", "The cell's text exactly as printed; see the package's note on apostrophes."),
                    code(
                            "state",
                            true,
                            "read: printed so, and nothing speaks against it; confirmed: an accounting identity holds"
                                    + " with it; repaired: misread, and mended by the identities; contradicted: printed"
                                    + " so beyond doubt, yet an identity fails; suspect: the reading is in doubt;"
                                    + " corrected: a person settled it; blank: printed empty or with a mark; absent:"
                                    + " the template has the cell, the report does not.",
                            Arrays.stream(State.values()).map(State::word).toList()),
                    number("confidence", "0 to 1: the estimated probability that value is what the page says."),
                    count("page", "Page from 1; empty where the source has no pages."),
                    text("place", "A stable path where the source has no pages; else empty."),
                    number("x0", "Left edge of the cell in points from the left of the page as displayed."),
                    number("y0", "Top edge in points from the top of the page."),
                    number("x1", "Right edge in points."),
                    number("y1", "Bottom edge in points.")),
            List.of("report_id", "table", "row", "column"),
            true);

    public static final Schema CHECKS = new Schema(
            "checks",
            "checks.csv",
            "One accounting identity evaluated at one place of one report.",
            List.of(
                    key("report_id", ID),
                    key("check", "Id of the identity."),
                    text("table", "Code of the table."),
                    text("row", "Code of the row; empty where the identity is not about one row."),
                    text("column", "Code of the column; empty where the identity is not about one column."),
                    number("left", "Value of the left side; empty when not assessable."),
                    number("right", "Value of the right side; empty when not assessable."),
                    number("difference", "left minus right; empty when not assessable."),
                    code(
                            "result",
                            true,
                            "hold; hold-if-blank-is-zero; fail; not-assessable: a term is blank or unreadable;"
                                    + " not-applicable: the template lacks it.",
                            Arrays.stream(CheckResult.Result.values())
                                    .map(CheckResult.Result::word)
                                    .toList()),
                    code("severity", true, "What a failure means.", List.of("error", "warning", "info")),
                    text("note", "What it was held against, where that is another report.")),
            List.of("report_id", "check", "table", "row", "column"),
            true);

    public static final Schema NARRATIVE = new Schema(
            "narrative",
            "narrative.csv",
            "One figure stated in a report's prose, by report, in printed order.",
            List.of(
                    key("report_id", ID),
                    text("section", "Code of the section it stands in."),
                    text("code", "table.row.column or a narrative code of the profile; empty where unknown."),
                    text("phrase", "The words that name the figure."),
                    number("value", "The figure."),
                    text("unit", "Its unit as printed."),
                    text("raw", "The words it was taken from, as printed."),
                    count("page", "Page its paragraph begins on, from 1; empty where the source has no pages."),
                    text("place", "A stable path where the source has no pages; else empty."),
                    code("negated", true, "yes where 0 is said in words (未收到申请).", List.of("yes", "no")),
                    code(
                            "period",
                            true,
                            "Which time it is about, by the words before it; this-year where none say otherwise.",
                            Arrays.stream(NarrativeFigure.Period.values())
                                    .map(NarrativeFigure.Period::word)
                                    .toList())),
            List.of(),
            true);

    public static final Schema CODES = new Schema(
            "codes",
            "codes.csv",
            "One row or column of one table of one template: the code list of the dataset.",
            List.of(
                    key("profile", "Report family."),
                    key("template", "Generation of the family's tables."),
                    key("table", "Code of the table."),
                    code("kind", true, "Whether the code is a row or a column.", List.of("row", "column")),
                    key("code", "The code, a full dotted path."),
                    text("label", "The mandated wording; empty where nothing is printed."),
                    text("unit", "Unit of its cells; empty for a group and where the other axis states it."),
                    text("also", "Other wordings that are printed for it, separated by ' | '.")),
            List.of("profile", "template", "table", "kind", "code"),
            false);

    public static final Schema CORRECTIONS = new Schema(
            "corrections",
            "corrections.csv",
            "One decision of a person on one cell; append-only, replayed on every later import.",
            List.of(
                    key("report_id", ID),
                    key("table", "Code of the table."),
                    key("row", "Code of the row."),
                    key("column", "Code of the column."),
                    number("before", "The value before; empty for none."),
                    number("after", "The value decided on; empty for none."),
                    text("reason", "Why."),
                    text("who", "Who decided."),
                    text("when", "When, ISO 8601."),
                    code(
                            "decision",
                            true,
                            "accept: the figure as read is what the page says; edit: the page says something else;"
                                    + " report-wrong: the page says so, and the report itself is wrong; undo: takes the"
                                    + " last decision on the cell back.",
                            Arrays.stream(Correction.Decision.values())
                                    .map(Correction.Decision::word)
                                    .toList())),
            List.of(),
            false);

    public static final Schema SETTLEMENTS = new Schema(
            "settlements",
            "settlements.csv",
            "One decision of a person on something that is no cell; append-only, replayed on every later import.",
            List.of(
                    code(
                            "kind",
                            true,
                            "body: which body a report is of; edition: which edition of a body's report for a year"
                                    + " stands; input: that a quarantined input is dealt with.",
                            Arrays.stream(Settlement.Kind.values())
                                    .map(Settlement.Kind::word)
                                    .toList()),
                    key("subject", "Report id; year, profile and body; or digest of the input (name:… without one)."),
                    text("before", "What stood: body; ids of all editions; reason of the ledger."),
                    text("after", "Division code or national department; id of the report that stands; dealt-with."),
                    text("reason", "Why."),
                    text("who", "Who decided."),
                    text("when", "When, ISO 8601."),
                    code(
                            "decision",
                            true,
                            "settle; undo: takes the last decision on it back.",
                            Arrays.stream(Settlement.Decision.values())
                                    .map(Settlement.Decision::word)
                                    .toList())),
            List.of(),
            false);

    private Schemas() {}
}
