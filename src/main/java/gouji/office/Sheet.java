package gouji.office;

import gouji.dataset.Value;
import java.util.List;

/**
 * A table that an office command makes.
 *
 * @param header names of its columns
 * @param rows as many values each
 */
public record Sheet(List<String> header, List<List<Value>> rows) {
    public Sheet {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
    }
}
