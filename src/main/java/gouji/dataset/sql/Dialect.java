package gouji.dataset.sql;

import gouji.dataset.Field;
import gouji.dataset.Schema;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/** How a database says what it stores. */
enum Dialect {
    SQLITE,
    DUCKDB,
    POSTGRESQL;

    /** Longest name in bytes that PostgreSQL keeps. */
    private static final int MOST_NAME_BYTES = 63;

    private static final int HASH_CHARACTERS = 9;

    String type(Field field) {
        return switch (field.type()) {
            case INTEGER -> this == SQLITE ? "INTEGER" : "BIGINT";
            case NUMBER -> this == DUCKDB ? "DECIMAL(38, 10)" : "NUMERIC";
            case DATE -> this == SQLITE ? "TEXT" : "DATE";
            case STRING, DATETIME -> "TEXT";
        };
    }

    /** {@code "wide_requests"} of {@code wide-requests}. */
    String table(Schema schema) {
        return name(schema.name().replace('-', '_'));
    }

    /** A name in quotes; one too long for PostgreSQL ends in its checksum instead, so that no two become the same. */
    String name(String name) {
        return '"' + bareName(name).replace("\"", "\"\"") + '"';
    }

    String bareName(String name) {
        if (this != POSTGRESQL || name.getBytes(StandardCharsets.UTF_8).length <= MOST_NAME_BYTES) {
            return name;
        }
        CRC32 crc = new CRC32();
        crc.update(name.getBytes(StandardCharsets.UTF_8));
        String start = name;
        while (start.getBytes(StandardCharsets.UTF_8).length > MOST_NAME_BYTES - HASH_CHARACTERS) {
            start = start.substring(0, start.offsetByCodePoints(start.length(), -1));
        }
        return start + String.format("_%08x", crc.getValue());
    }

    /** @param tables all that are written; a key into a table that is not is left out */
    String create(Schema schema, List<Schema> tables) {
        String columns = schema.fields().stream()
                .map(f -> "  " + name(f.name()) + " " + type(f)
                        + (schema.primaryKey().contains(f.name()) ? " NOT NULL" : ""))
                .collect(Collectors.joining(",\n"));
        String key = schema.primaryKey().isEmpty() ? "" : ",\n  PRIMARY KEY (" + names(schema.primaryKey()) + ")";
        String reports = schema.ofReport()
                        && this != DUCKDB
                        && tables.stream().anyMatch(t -> t.name().equals("reports"))
                ? ",\n  FOREIGN KEY (\"report_id\") REFERENCES \"reports\" (\"report_id\")"
                : "";
        return "CREATE TABLE IF NOT EXISTS " + table(schema) + " (\n" + columns + key + reports + "\n)";
    }

    String insert(Schema schema) {
        return "INSERT INTO " + table(schema) + " (" + names(schema.header()) + ") VALUES ("
                + schema.fields().stream().map(f -> "?").collect(Collectors.joining(", ")) + ")";
    }

    /** An insert that takes the place of the row of the same key. */
    String upsert(Schema schema) {
        if (schema.primaryKey().isEmpty()) {
            return insert(schema);
        }
        String set = schema.header().stream()
                .filter(c -> !schema.primaryKey().contains(c))
                .map(c -> name(c) + " = EXCLUDED." + name(c))
                .collect(Collectors.joining(", "));
        return insert(schema) + " ON CONFLICT (" + names(schema.primaryKey()) + ") DO "
                + (set.isEmpty() ? "NOTHING" : "UPDATE SET " + set);
    }

    String names(List<String> names) {
        return names.stream().map(this::name).collect(Collectors.joining(", "));
    }
}
