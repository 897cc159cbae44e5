package gouji.dataset.json;

import gouji.dataset.Export;
import gouji.dataset.Field;
import gouji.dataset.Schema;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An object a row, figures as numbers with the digits they have, no value as null: NAME.jsonl, or NAME.json, a list. */
public final class JsonExport implements Export {
    private final JacksonJson json = new JacksonJson();
    private final Path folder;
    private final boolean lines;

    /** @param lines whether each row stands alone on its line (JSON Lines); else the file is one list */
    public JsonExport(Path folder, boolean lines) {
        this.folder = folder;
        this.lines = lines;
    }

    @Override
    public Table open(Schema schema) throws IOException {
        OutputStream out = new BufferedOutputStream(
                Files.newOutputStream(folder.resolve(schema.name() + (lines ? ".jsonl" : ".json"))));
        return new Table() {
            private boolean begun;

            @Override
            public void row(List<String> cells) throws IOException {
                if (!lines) {
                    write(begun ? ",\n" : "[\n");
                }
                begun = true;
                out.write(json.line(object(schema, cells)));
                if (lines) {
                    write("\n");
                }
            }

            private void write(String text) throws IOException {
                out.write(text.getBytes(StandardCharsets.UTF_8));
            }

            @Override
            public void close() throws IOException {
                try (out) {
                    if (!lines) {
                        write(begun ? "\n]\n" : "[]\n");
                    }
                }
            }
        };
    }

    private static Map<String, Object> object(Schema schema, List<String> cells) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            Field field = schema.fields().get(i);
            object.put(field.name(), cells.get(i).isEmpty() ? null : value(field.type(), cells.get(i)));
        }
        return object;
    }

    private static Object value(Field.Type type, String text) {
        return switch (type) {
            case INTEGER, NUMBER -> new BigDecimal(text);
            case STRING, DATE, DATETIME -> text;
        };
    }

    @Override
    public void finish() {
        // each table is a file of its own
    }

    @Override
    public void close() {
        // holds nothing
    }
}
