package gouji.report;

import gouji.document.Finding;
import gouji.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One report, coded.
 *
 * @param profile profile id
 * @param template template of the table with the most cells
 * @param metadata who, what year
 * @param sections prose by section
 * @param tables every table as printed, in order
 * @param observations every cell of the recognised templates, in template order; absent cells included
 * @param figures figures stated in prose, in printed order
 * @param findings what was noticed, in order
 * @param pages number of pages, 0 without pages
 * @param language BCP 47 tag
 */
public record Report(
        String profile,
        String template,
        Metadata metadata,
        List<SectionText> sections,
        List<Table> tables,
        List<Observation> observations,
        List<NarrativeFigure> figures,
        List<Finding> findings,
        int pages,
        String language) {
    public Report {
        Objects.requireNonNull(profile, "profile");
        Objects.requireNonNull(template, "template");
        sections = List.copyOf(sections);
        tables = List.copyOf(tables);
        observations = List.copyOf(observations);
        figures = List.copyOf(figures);
        findings = List.copyOf(findings);
    }

    /** With more findings. */
    public Report noting(List<Finding> more) {
        List<Finding> all = new ArrayList<>(findings);
        all.addAll(more);
        return new Report(profile, template, metadata, sections, tables, observations, figures, all, pages, language);
    }
}
