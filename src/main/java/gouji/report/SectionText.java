package gouji.report;

import java.util.List;

/**
 * The prose of one section.
 *
 * @param code section code; empty for what stands before the first heading
 * @param heading as printed, empty for what stands before the first heading
 * @param paragraphs its paragraphs in order
 */
public record SectionText(String code, String heading, List<String> paragraphs) {
    public SectionText {
        paragraphs = List.copyOf(paragraphs);
    }
}
