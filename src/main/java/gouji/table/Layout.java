package gouji.table;

import gouji.document.Finding;
import java.util.List;

/**
 * A document's paragraphs and tables in reading order.
 *
 * @param elements in reading order
 * @param pages number of pages, 0 for a format without pages
 * @param findings what was noticed while reading and building, in order
 */
public record Layout(List<Element> elements, int pages, List<Finding> findings) {
    public Layout {
        elements = List.copyOf(elements);
        findings = List.copyOf(findings);
    }

    public List<Table> tables() {
        return elements.stream()
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .toList();
    }
}
