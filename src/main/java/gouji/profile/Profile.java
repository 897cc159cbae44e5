package gouji.profile;

import java.text.Normalizer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A report family.
 *
 * @param id {@code cn-disclosure}
 * @param version version of the profile data itself
 * @param language BCP 47 tag of the reports ({@code zh-Hans})
 * @param recognition what names the family in a document and what keeps neighbours out
 * @param metadata how title, issuer, year and publication date are found
 * @param normalization what is dropped or folded before labels are compared
 * @param values how figures are written
 * @param sections headings of the prose, in order
 * @param templates generations of the tables, newest first
 * @param figures figures stated in prose
 * @param comparison how its reports are compared with each other
 * @param glossary what codes of tables, rows and columns mean
 * @param periods patterns of words before a stated figure that say it is of {@code last_year}, or {@code cumulative}
 * @param statedSums figures of the prose that add up to another
 * @param charts what {@code gouji chart} draws of its datasets
 */
public record Profile(
        String id,
        String version,
        String language,
        Recognition recognition,
        Metadata metadata,
        Normalization normalization,
        Values values,
        List<Section> sections,
        List<Template> templates,
        List<FigurePattern> figures,
        Comparison comparison,
        Map<String, Meaning> glossary,
        Map<String, Pattern> periods,
        List<StatedSum> statedSums,
        List<Chart> charts) {

    /** A family whose reports are not compared with each other. */
    public Profile(
            String id,
            String version,
            String language,
            Recognition recognition,
            Metadata metadata,
            Normalization normalization,
            Values values,
            List<Section> sections,
            List<Template> templates,
            List<FigurePattern> figures) {
        this(
                id,
                version,
                language,
                recognition,
                metadata,
                normalization,
                values,
                sections,
                templates,
                figures,
                Comparison.NONE,
                Map.of(),
                Map.of(),
                List.of(),
                List.of());
    }

    public Profile {
        Objects.requireNonNull(id, "id");
        sections = List.copyOf(sections);
        templates = List.copyOf(templates);
        figures = List.copyOf(figures);
        glossary = Collections.unmodifiableMap(new LinkedHashMap<>(glossary));
        periods = Collections.unmodifiableMap(new LinkedHashMap<>(periods));
        statedSums = List.copyOf(statedSums);
        charts = List.copyOf(charts);
    }

    /**
     * What a code means.
     *
     * @param english short name
     * @param definition one sentence
     */
    public record Meaning(String english, String definition) {
        public Meaning {
            Objects.requireNonNull(english, "english");
            Objects.requireNonNull(definition, "definition");
        }
    }

    /** The meaning of a code; empty texts where the glossary has none. */
    public Meaning meaning(String code) {
        return glossary.getOrDefault(code, new Meaning("", ""));
    }

    /**
     * Patterns that name the family.
     *
     * @param requireAny at least one must be found in the text
     * @param rejectTitle none may be found in the title (notices about the report, neighbour families)
     */
    public record Recognition(List<Pattern> requireAny, List<Pattern> rejectTitle) {
        public Recognition {
            requireAny = List.copyOf(requireAny);
            rejectTitle = List.copyOf(rejectTitle);
        }
    }

    /**
     * Patterns for metadata; matched on text whose white space is removed.
     *
     * @param title tried in order on the first paragraphs (and on two or three joined); named groups {@code issuer}
     *     and {@code year} where the title has them
     * @param period patterns of the period sentence, group {@code year}: the second witness of the year
     * @param published patterns of the publication date, groups {@code y}, {@code m}, {@code d}, tried in order
     * @param issuer patterns, group {@code issuer}, for reports whose title names no body (source line, signature)
     */
    public record Metadata(List<Pattern> title, List<Pattern> period, List<Pattern> published, List<Pattern> issuer) {
        public Metadata {
            title = List.copyOf(title);
            period = List.copyOf(period);
            published = List.copyOf(published);
            issuer = List.copyOf(issuer);
        }
    }

    /**
     * What is done to a printed label before it is compared (after Unicode NFKC and the removal of white space).
     *
     * @param strip patterns removed, in this order: ordinals, notes in brackets, pinyin after a Han character
     * @param fold pieces of text and what each is replaced by ({@code ,} by {@code 、}), before anything is stripped
     */
    public record Normalization(List<Pattern> strip, Map<String, String> fold) {
        private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\p{Cf}\\p{Co}]+");

        public Normalization {
            strip = List.copyOf(strip);
            fold = Collections.unmodifiableMap(new LinkedHashMap<>(fold));
        }

        /** NFKC, no white space, folded; ordinals still there. */
        public String fold(String label) {
            String text = SPACE.matcher(Normalizer.normalize(label, Normalizer.Form.NFKC))
                    .replaceAll("");
            for (Map.Entry<String, String> e : fold.entrySet()) {
                text = text.replace(e.getKey(), e.getValue());
            }
            return text;
        }

        /** What labels are compared by: folded, then stripped. */
        public String key(String label) {
            String text = fold(label);
            for (Pattern p : strip) {
                text = p.matcher(text).replaceAll("");
            }
            return text;
        }
    }

    /** Figure patterns that apply to a template: a code or percentage of a cell counts only where the template has it. */
    public List<FigurePattern> figuresFor(Template template) {
        return figures.stream()
                .filter(f -> !namesCell(f.code()) || template.hasCell(f.code()))
                .filter(f -> f.ratio()
                        .map(r -> r.part().stream().allMatch(template::hasCell))
                        .orElse(true))
                .toList();
    }

    /** Whether a code begins with the id of a table, and so is {@code table.row.column}. */
    public boolean namesCell(String code) {
        return templates.stream().flatMap(t -> t.tables().stream()).anyMatch(t -> code.startsWith(t.id() + "."));
    }

    public Template template(String templateId) {
        return templates.stream()
                .filter(t -> t.id().equals(templateId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("profile " + id + " has no template " + templateId));
    }
}
