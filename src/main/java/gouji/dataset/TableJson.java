package gouji.dataset;

import gouji.document.Box;
import gouji.document.Finding;
import gouji.document.Place;
import gouji.table.Aside;
import gouji.table.Cell;
import gouji.table.HeaderModel;
import gouji.table.Table;
import gouji.table.TableStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * NAME.json: all tables of a document, a line each. Rows and columns count from 0, pages from 1; boxes are left, top,
 * right, bottom in points from the top left of the page as displayed.
 */
public final class TableJson implements TableWriter {
    private final Json json;
    private final OutputStream out;
    private boolean any;

    public TableJson(Json json, TableFiles files, String tool) throws IOException {
        this.json = json;
        this.out = files.open(".json");
        write("{\"doc\":");
        out.write(json.line(files.name()));
        write(",\"tool\":");
        out.write(json.line(tool));
        write(",\"tables\":[");
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void table(TableStream.Stretch stretch, HeaderModel headers) throws IOException {
        write(any ? ",\n" : "\n");
        any = true;
        Table table = stretch.table();
        Map<String, Object> m = new LinkedHashMap<>();
        if (!table.regions().isEmpty()) {
            putPlace(m, table.regions().get(0));
        }
        m.put("regions", table.regions().stream().map(TableJson::place).toList());
        m.put("rows", table.rows());
        m.put("columns", table.columns());
        m.put("header_rows", headers.headerRows());
        m.put("stub_columns", headers.stubColumns());
        m.put("exact", table.exact());
        if (stretch.continued()) {
            m.put("continued", true);
            m.put("repeated_rows", stretch.repeatedRows());
        }
        List<Map<String, Object>> cells = new ArrayList<>();
        for (Cell c : table.cells()) {
            cells.add(cell(c, headers));
        }
        m.put("cells", cells);
        if (!table.asides().isEmpty()) {
            m.put("asides", table.asides().stream().map(TableJson::aside).toList());
        }
        out.write(json.line(m));
    }

    private static Map<String, Object> cell(Cell c, HeaderModel headers) {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("row", c.row());
        m.put("col", c.column());
        m.put("rowspan", c.rowSpan());
        m.put("colspan", c.columnSpan());
        m.put("text", c.text());
        putPlace(m, c.place());
        m.put("confidence", Value.rounded(c.confidence()));
        m.put("header", headers.isHeader(c));
        m.put("row_path", headers.rowPath(c));
        m.put("column_path", headers.columnPath(c));
        return m;
    }

    /** Text within the frame that is in no cell where it stands, and why. */
    private static Map<String, Object> aside(Aside aside) {
        Map<String, Object> m = place(aside.place());
        m.put("text", aside.text());
        m.put("reason", aside.reason().name());
        return m;
    }

    private static Map<String, Object> place(Place place) {
        Map<String, Object> m = new LinkedHashMap<>();
        putPlace(m, place);
        return m;
    }

    private static void putPlace(Map<String, Object> m, Place place) {
        if (place.page() == 0 && !place.path().isEmpty()) {
            m.put("path", place.path());
            return;
        }
        m.put("page", place.page());
        place.box().ifPresent(b -> m.put("bbox", box(b)));
    }

    private static List<BigDecimal> box(Box b) {
        return List.of(Value.rounded(b.x0()), Value.rounded(b.y0()), Value.rounded(b.x1()), Value.rounded(b.y1()));
    }

    @Override
    public void end(TableDocument document) throws IOException {
        write(any ? "\n]" : "]");
        write(",\"pages\":" + document.pages());
        write(",\"findings\":");
        out.write(json.line(document.findings().stream().map(TableJson::finding).toList()));
        if (document.error().isPresent()) {
            write(",\"error\":");
            out.write(json.line(document.error().get()));
        }
        write("}\n");
    }

    private static Map<String, Object> finding(Finding f) {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("code", f.code());
        m.put("severity", f.severity().name());
        m.put("message", f.message());
        if (f.place().page() > 0) {
            putPlace(m, f.place());
        }
        return m;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
