package tablegen;

import gouji.document.Document;
import gouji.document.Glyph;
import gouji.document.Page;
import gouji.document.pdf.PdfReader;
import gouji.source.Input;
import gouji.source.UnreadableException;
import gouji.table.Aside;
import gouji.table.Cell;
import gouji.table.Element;
import gouji.table.HeaderModel;
import gouji.table.Layout;
import gouji.table.LayoutBuilder;
import gouji.table.Prose;
import gouji.table.Table;
import gouji.table.TableStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is read of a drawn document against what was drawn. */
public final class Differences {
    private Differences() {}

    /** Every cell, span, header and path that is not as drawn, and every glyph in no cell; none for a perfect reading. */
    public static List<String> of(DrawnDocument drawn) throws UnreadableException {
        Document document = new PdfReader().read(new Input("drawn.pdf", "0".repeat(64), drawn.pdf()));
        Layout layout = new LayoutBuilder().build(document);
        List<String> found = new ArrayList<>();
        layout.findings().forEach(f -> found.add(f.code() + " " + f.message()));
        document.findings().forEach(f -> found.add(f.code() + " " + f.message()));
        List<Table> tables = layout.tables();
        for (Page page : document.pages()) {
            for (Glyph g : TableStream.leftOver(page, tables)) {
                found.add("in no cell: " + g.text() + " on page " + page.number() + " at " + g.box());
            }
        }
        compareCharacters(drawn, layout, found);
        if (!stream(document).equals(tables)) {
            found.add("page by page the tables are others");
        }
        if (tables.size() != drawn.tables().size()) {
            found.add("expected " + drawn.tables().size() + " tables, found " + tables.size());
            return found;
        }
        for (int i = 0; i < tables.size(); i++) {
            compare(i + 1, drawn.tables().get(i), tables.get(i), found);
        }
        return found;
    }

    /** Every character painted is in a cell, in a paragraph, or aside for a reason, and nothing else is. */
    private static void compareCharacters(DrawnDocument drawn, Layout layout, List<String> found) {
        Map<Integer, Integer> balance = new TreeMap<>();
        count(drawn.painted(), 1, balance);
        for (Element e : layout.elements()) {
            if (e instanceof Prose p) {
                count(p.text(), -1, balance);
            } else if (e instanceof Table t) {
                t.cells().forEach(c -> count(c.text(), -1, balance));
                t.asides().stream()
                        .filter(a -> a.reason() != Aside.Reason.CONTINUATION)
                        .forEach(a -> count(a.text(), -1, balance));
            }
        }
        balance.values().removeIf(n -> n == 0);
        balance.forEach((c, n) -> found.add(Math.abs(n) + " times " + Character.toString(c)
                + (n > 0 ? " is painted and not read" : " is read and not painted")));
    }

    private static void count(String text, int sign, Map<Integer, Integer> balance) {
        text.codePoints().filter(c -> !Character.isWhitespace(c)).forEach(c -> balance.merge(c, sign, Integer::sum));
    }

    private static List<Table> stream(Document document) {
        List<Table> tables = new ArrayList<>();
        TableStream stream = new TableStream((stretch, lastPage) -> tables.add(stretch.table()));
        document.pages().forEach(stream::page);
        stream.end();
        return tables;
    }

    private static void compare(int number, TableModel model, Table table, List<String> found) {
        String at = "table " + number + ": ";
        expect(at + "rows", model.rows(), table.rows(), found);
        expect(at + "columns", model.columns(), table.columns(), found);
        HeaderModel headers = HeaderModel.of(table);
        expect(at + "header rows", model.headerRows(), headers.headerRows(), found);
        expect(at + "stub columns", model.stubColumns(), headers.stubColumns(), found);
        List<Cell> unexpected = new ArrayList<>(table.cells());
        for (Field f : model.fields()) {
            Cell cell = table.cells().stream()
                    .filter(c -> c.row() == f.row() && c.column() == f.column())
                    .findFirst()
                    .orElse(null);
            if (cell == null) {
                found.add(at + "no cell for " + f);
                continue;
            }
            unexpected.remove(cell);
            expect(at + "text of " + f, f.text(), cell.text(), found);
            expect(
                    at + "spans of " + f,
                    f.rowSpan() + "x" + f.columnSpan(),
                    cell.rowSpan() + "x" + cell.columnSpan(),
                    found);
            if (f.kind() == Field.Kind.VALUE) {
                expect(at + "labels beside " + f, model.rowPath(f), headers.rowPath(cell), found);
                expect(at + "headers above " + f, model.columnPath(f), headers.columnPath(cell), found);
            }
        }
        unexpected.forEach(
                c -> found.add(at + "unexpected cell at row " + c.row() + " column " + c.column() + ": " + c.text()));
    }

    private static void expect(String what, Object expected, Object actual, List<String> found) {
        if (!expected.equals(actual)) {
            found.add(what + ": expected " + expected + ", found " + actual);
        }
    }
}
