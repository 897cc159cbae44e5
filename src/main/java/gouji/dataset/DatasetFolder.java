package gouji.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A dataset that a run has written, as its datapackage.json describes it: the files are read by that description, so
 * that a later version's new columns come along.
 */
public final class DatasetFolder {
    private static final String PRINTED = "tables/";

    private final Path root;
    private final CsvSource csv;
    private final Json json;
    private final List<Schema> schemas;

    /**
     * Opens a folder; nothing but the description is read.
     *
     * @throws NotADatasetException when there is no description, or it is none of ours
     */
    public DatasetFolder(Path root, CsvSource csv, Json json) throws IOException, NotADatasetException {
        this.root = root;
        this.csv = csv;
        this.json = json;
        Path description = root.resolve("datapackage.json");
        if (!Files.isRegularFile(description)) {
            throw new NotADatasetException(
                    "expected a dataset (a folder with datapackage.json), found none at " + root);
        }
        try {
            this.schemas = schemas(json.read(Files.readAllBytes(description), Map.class));
        } catch (IllegalArgumentException | ClassCastException | NullPointerException e) {
            throw new NotADatasetException(description + " describes no dataset: " + e.getMessage());
        }
    }

    /** Name of a person's choice for the dataset: that of its folder. */
    public String name() {
        Path name = root.toAbsolutePath().normalize().getFileName();
        return name == null ? "dataset" : name.toString();
    }

    /** Every table but the printed ones under {@code tables/}, in the order of the description. */
    public List<Schema> schemas() {
        return schemas;
    }

    public Optional<Schema> find(String name) {
        return schemas.stream().filter(s -> s.name().equals(name)).findFirst();
    }

    /** The rows of a table in file order, cells in the order of its fields; texts as they were before any guard. */
    public void read(Schema schema, RowReader reader) throws IOException {
        try (CsvSource.Rows rows = csv.read(root.resolve(schema.path()))) {
            if (!rows.header().equals(schema.header())) {
                throw new IOException(
                        schema.path() + ": expected the columns " + schema.header() + ", found " + rows.header());
            }
            for (Optional<List<String>> row = rows.next(); row.isPresent(); row = rows.next()) {
                if (row.get().size() != schema.fields().size()) {
                    throw new IOException(
                            schema.path() + ": expected " + schema.fields().size() + " cells, found " + row.get());
                }
                reader.row(row.get());
            }
        }
    }

    /** The rows of a table as maps from column to text; empty where the dataset has no such table. */
    public List<Map<String, String>> rows(String table) throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        forEachRow(table, rows::add);
        return rows;
    }

    /** The same one by one, for tables of millions of rows. */
    public void forEachRow(String table, Consumer<Map<String, String>> taker) throws IOException {
        Optional<Schema> schema = find(table);
        if (schema.isPresent()) {
            List<String> header = schema.get().header();
            read(schema.get(), cells -> {
                Map<String, String> row = new HashMap<>();
                for (int i = 0; i < cells.size(); i++) {
                    row.put(header.get(i), cells.get(i));
                }
                taker.accept(row);
            });
        }
    }

    /** The tables of a report as printed; none where its document is missing or none of ours. */
    public List<SavedTable> printed(String reportId) throws IOException {
        Path document = root.resolve("reports/" + reportId + ".json");
        if (!reportId.matches("[0-9a-f]+") || !Files.isRegularFile(document)) {
            return List.of();
        }
        try {
            return SavedTable.of(json.read(Files.readAllBytes(document), Map.class));
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    /** Takes rows one by one. */
    @FunctionalInterface
    public interface RowReader {
        /** @param cells texts; empty for no value */
        void row(List<String> cells) throws IOException;
    }

    private static List<Schema> schemas(Map<?, ?> description) {
        List<Schema> found = new ArrayList<>();
        for (Object resource : (List<?>) description.get("resources")) {
            Map<?, ?> r = (Map<?, ?>) resource;
            String path = inside((String) r.get("path"));
            if (!path.startsWith(PRINTED)) {
                found.add(schema(r, path));
            }
        }
        return List.copyOf(found);
    }

    private static Schema schema(Map<?, ?> resource, String path) {
        Map<?, ?> schema = (Map<?, ?>) resource.get("schema");
        List<Field> fields = new ArrayList<>();
        for (Object field : (List<?>) schema.get("fields")) {
            fields.add(field((Map<?, ?>) field));
        }
        List<String> key = new ArrayList<>();
        if (schema.get("primaryKey") instanceof List<?> names) {
            names.forEach(n -> key.add((String) n));
        }
        return new Schema(
                (String) resource.get("name"),
                path,
                text(resource.get("description")),
                fields,
                key,
                schema.containsKey("foreignKeys"));
    }

    private static Field field(Map<?, ?> field) {
        List<String> codes = new ArrayList<>();
        boolean required = false;
        if (field.get("constraints") instanceof Map<?, ?> constraints) {
            required = Boolean.TRUE.equals(constraints.get("required"));
            if (constraints.get("enum") instanceof List<?> list) {
                list.forEach(c -> codes.add((String) c));
            }
        }
        Field.Type type = Field.Type.valueOf(((String) field.get("type")).toUpperCase(Locale.ROOT));
        return new Field((String) field.get("name"), type, required, text(field.get("description")), codes);
    }

    private static String text(Object value) {
        return value == null ? "" : (String) value;
    }

    private static String inside(String path) {
        try {
            Path relative = Path.of(path).normalize();
            if (relative.isAbsolute() || relative.startsWith("..")) {
                throw new IllegalArgumentException("a file outside the folder: " + path);
            }
            return path;
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("not a path: " + path, e);
        }
    }
}
