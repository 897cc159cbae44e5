package gouji.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a reader made of one input.
 *
 * @param format {@code pdf}, {@code text}, … as in the contract's reports.csv
 * @param pages the pages, empty for a format without pages
 * @param blocks the flow of a format without pages, empty where there are pages
 * @param findings what the reader noticed, in the order noticed
 */
public record Document(String format, List<Page> pages, List<Block> blocks, List<Finding> findings) {
    public Document {
        Objects.requireNonNull(format, "format");
        pages = List.copyOf(pages);
        blocks = List.copyOf(blocks);
        findings = List.copyOf(findings);
    }

    /** The same with one more finding. */
    public Document noticing(Finding finding) {
        List<Finding> more = new ArrayList<>(findings);
        more.add(finding);
        return new Document(format, pages, blocks, more);
    }
}
