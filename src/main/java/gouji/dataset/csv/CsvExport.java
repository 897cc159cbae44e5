package gouji.dataset.csv;

import gouji.dataset.Export;
import gouji.dataset.Field;
import gouji.dataset.Schema;
import gouji.dataset.Value;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** NAME.csv for each table: the contract's CSV, with a byte order mark where Excel is to open it by a double click. */
public final class CsvExport implements Export {
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final Path folder;
    private final boolean mark;

    public CsvExport(Path folder, boolean mark) {
        this.folder = folder;
        this.mark = mark;
    }

    @Override
    public Table open(Schema schema) throws IOException {
        OutputStream out = Files.newOutputStream(folder.resolve(schema.name() + ".csv"));
        if (mark) {
            out.write(MARK);
        }
        var rows = new CommonsCsv().open(out, schema.header());
        return new Table() {
            @Override
            public void row(List<String> cells) throws IOException {
                List<Value> values = new ArrayList<>();
                for (int i = 0; i < cells.size(); i++) {
                    Field.Type type = schema.fields().get(i).type();
                    boolean number = type == Field.Type.INTEGER || type == Field.Type.NUMBER;
                    values.add(new Value(cells.get(i), number));
                }
                rows.row(values);
            }

            @Override
            public void close() throws IOException {
                rows.close();
            }
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
