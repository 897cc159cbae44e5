package gouji.report;

import gouji.profile.Profile;
import gouji.profile.Section;
import gouji.table.Prose;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cuts the prose at the headings a profile names. A heading is recognised by its words; its ordinal is a hint only,
 * since rows of the tables use the same ordinals and reports misnumber their sections.
 */
final class Sections {
    private static final double LEAST = 0.85;
    private static final int LONGEST_HEADING = 40;

    private final Profile profile;
    private final LabelForms forms;

    Sections(Profile profile, LabelForms forms) {
        this.profile = profile;
        this.forms = forms;
    }

    /**
     * A section with its paragraphs where they stand.
     *
     * @param code section code, empty before the first heading
     */
    record Part(String code, String heading, List<Prose> paragraphs) {
        SectionText text() {
            return new SectionText(
                    code, heading, paragraphs.stream().map(Prose::text).toList());
        }
    }

    List<Part> cut(List<Prose> prose) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part("", "", new ArrayList<>()));
        for (Prose p : prose) {
            Optional<Section> section = heading(p.text());
            if (section.isPresent()) {
                parts.add(new Part(section.get().code(), p.text().strip(), new ArrayList<>()));
            } else {
                parts.get(parts.size() - 1).paragraphs().add(p);
            }
        }
        return parts;
    }

    boolean isHeading(String text) {
        return heading(text).isPresent();
    }

    /** Code of the section a heading opens; empty when it is none. */
    Optional<String> code(String text) {
        return heading(text).map(Section::code);
    }

    private Optional<Section> heading(String text) {
        String compact = LabelForms.compact(text);
        if (compact.length() > LONGEST_HEADING || compact.startsWith("(") || compact.indexOf('。') >= 0) {
            return Optional.empty();
        }
        Section best = null;
        double most = LEAST;
        for (Section section : profile.sections()) {
            double similarity = forms.similarity(text, section.label());
            if (similarity >= most && (best == null || similarity > most)) {
                most = similarity;
                best = section;
            }
        }
        return Optional.ofNullable(best);
    }
}
