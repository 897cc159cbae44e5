package gouji.table;

/** Layouts as text: a table row by row, cells between bars, spans as (rows x columns). */
final class Drawing {
    private Drawing() {}

    static String text(Layout layout) {
        StringBuilder out = new StringBuilder();
        for (Element e : layout.elements()) {
            out.append(e instanceof Table t ? text(t) : ((Prose) e).text() + "\n");
        }
        layout.findings()
                .forEach(f ->
                        out.append(f.code()).append(' ').append(f.message()).append('\n'));
        return out.toString();
    }

    static String text(Table table) {
        StringBuilder out = new StringBuilder("[" + table.rows() + " x " + table.columns() + "]\n");
        for (int r = 0; r < table.rows(); r++) {
            out.append('|');
            for (Cell c : table.cellsOver(r)) {
                out.append(c.row() == r ? text(c) : "^").append('|');
            }
            out.append('\n');
        }
        return out.toString();
    }

    private static String text(Cell c) {
        String span = c.rowSpan() + c.columnSpan() > 2 ? "(" + c.rowSpan() + "x" + c.columnSpan() + ")" : "";
        return c.text() + span;
    }
}
