package gouji.real;

import java.util.ArrayList;
import java.util.List;

/** A table to be drawn: cells with spans, rows and columns from 0. */
final class Grid {
    private final List<Double> widthsPt;
    private final List<Cell> cells = new ArrayList<>();
    private int rows;

    /** A cell and how many rows and columns it covers. */
    record Cell(int row, int column, int rowSpan, int columnSpan, String text) {}

    Grid(List<Double> widthsPt) {
        this.widthsPt = List.copyOf(widthsPt);
    }

    Grid cell(int row, int column, int rowSpan, int columnSpan, String text) {
        cells.add(new Cell(row, column, rowSpan, columnSpan, text));
        rows = Math.max(rows, row + rowSpan);
        return this;
    }

    List<Cell> cells() {
        return List.copyOf(cells);
    }

    int rows() {
        return rows;
    }

    /** Left edge of a column, from the left of the table; of the column after the last its right edge. */
    double leftPt(int column) {
        return widthsPt.subList(0, column).stream()
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    String html() {
        StringBuilder html = new StringBuilder("<table border=\"1\">");
        for (int r = 0; r < rows; r++) {
            html.append("<tr>");
            for (Cell c : cells) {
                if (c.row() == r) {
                    html.append("<td rowspan=\"").append(c.rowSpan());
                    html.append("\" colspan=\"").append(c.columnSpan()).append("\">");
                    html.append(c.text()).append("</td>");
                }
            }
            html.append("</tr>");
        }
        return html.append("</table>").toString();
    }
}
