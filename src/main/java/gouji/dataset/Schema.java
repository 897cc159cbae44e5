package gouji.dataset;

import java.util.List;
import java.util.Objects;

/**
 * One CSV file.
 *
 * @param name name of its resource in the Data Package
 * @param path relative to the output folder
 * @param description what a row is
 * @param fields its columns
 * @param primaryKey columns that name a row; empty where nothing does
 * @param ofReport whether its {@code report_id} is a key into reports.csv
 */
public record Schema(
        String name, String path, String description, List<Field> fields, List<String> primaryKey, boolean ofReport) {
    public Schema {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(path, "path");
        fields = List.copyOf(fields);
        primaryKey = List.copyOf(primaryKey);
    }

    public List<String> header() {
        return fields.stream().map(Field::name).toList();
    }
}
