package gouji.dataset;

import java.util.List;
import java.util.Objects;

/**
 * One column of a CSV file.
 *
 * @param name as in the header
 * @param type what its cells hold
 * @param required whether every row has a value
 * @param description what it means, for a reader of the Data Package
 * @param codes its closed list of values; empty for an open column
 */
public record Field(String name, Type type, boolean required, String description, List<String> codes) {
    /** Types of Table Schema. */
    public enum Type {
        STRING,
        INTEGER,
        NUMBER,
        DATE,
        DATETIME
    }

    public Field {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        codes = List.copyOf(codes);
    }

    static Field key(String name, String description) {
        return new Field(name, Type.STRING, true, description, List.of());
    }

    static Field text(String name, String description) {
        return new Field(name, Type.STRING, false, description, List.of());
    }

    static Field number(String name, String description) {
        return new Field(name, Type.NUMBER, false, description, List.of());
    }

    static Field count(String name, String description) {
        return new Field(name, Type.INTEGER, false, description, List.of());
    }

    static Field code(String name, boolean required, String description, List<String> codes) {
        return new Field(name, Type.STRING, required, description, codes);
    }
}
