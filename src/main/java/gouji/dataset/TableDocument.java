package gouji.dataset;

import gouji.document.Finding;
import java.util.List;
import java.util.Optional;

/**
 * What is said of a document beside its tables.
 *
 * @param pages pages that were read
 * @param findings what was noticed
 * @param error why it could not be read, as {@code CODE: sentence}
 */
public record TableDocument(int pages, List<Finding> findings, Optional<String> error) {
    public TableDocument {
        findings = List.copyOf(findings);
    }
}
