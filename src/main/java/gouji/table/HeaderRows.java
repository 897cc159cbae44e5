package gouji.table;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Which rows of a table are headers: at its head, and again below titles within it. */
final class HeaderRows {
    private static final Pattern FIGURE = Pattern.compile(
            "[(<>≤≥~±€$£¥￥+–—−-]*\\d[\\d.,'\u2019 \u00a0]*(?:[%％‰)]|\\([a-z0-9]\\))*[*†‡]*|[-–—−―/.…:*]+|n/?a|无");
    private static final Pattern YEAR =
            Pattern.compile("(?:18|19|20)\\d\\d(?:[-/–](?:\\d\\d|\\d{4}))?年?[*]*|[IVX]{1,4}|Q[1-4]");

    /** A table whose words go on for more rows is one of words. */
    private static final int MOST_HEADER_ROWS = 6;

    enum Kind {
        HEADER,
        TITLE,
        DATA
    }

    private final Table table;
    private final int[][] over;
    private final Kind[] kinds;
    private final int leading;

    HeaderRows(Table table, int[][] over) {
        this.table = table;
        this.over = over;
        this.kinds = new Kind[table.rows()];
        java.util.Arrays.fill(kinds, Kind.DATA);
        leading = markLeading();
        for (int r = leading; r < table.rows(); r++) {
            if (isFullWidth(r)) {
                r = markTitle(r);
            } else if (leading > 0 && isWords(r) && repeatsHeader(r)) {
                kinds[r] = Kind.HEADER;
            }
        }
    }

    int leading() {
        return leading;
    }

    boolean isHeader(int row) {
        return kinds[row] == Kind.HEADER;
    }

    boolean isTitle(int row) {
        return kinds[row] == Kind.TITLE;
    }

    /** The title that names the rows about the given one, -1 for none. */
    int titleOver(int row) {
        for (int r = row; r >= leading; r--) {
            if (kinds[r] == Kind.TITLE) {
                return r;
            }
            if (kinds[r] == Kind.HEADER) {
                return -1;
            }
        }
        return -1;
    }

    /** First row of the header block that holds for a row, -1 for none. */
    int blockOver(int row) {
        for (int r = row; r >= 0; r--) {
            if (kinds[r] == Kind.HEADER) {
                return blockOf(r);
            }
        }
        return -1;
    }

    /** First row of the header block that a header row lies in. */
    int blockOf(int row) {
        int from = row;
        while (from > 0 && kinds[from - 1] == Kind.HEADER && kinds[row] == Kind.HEADER && from != leading) {
            from--;
        }
        return from;
    }

    /** The row after a header block. */
    int endOfBlock(int from) {
        int end = Math.max(0, from);
        while (from >= 0 && end < kinds.length && kinds[end] == Kind.HEADER && !(end == leading && from < leading)) {
            end++;
        }
        return end;
    }

    private int markLeading() {
        int end = 0;
        while (end < table.rows() && isHeaderLike(end)) {
            end++;
        }
        if (end == table.rows() || end > MOST_HEADER_ROWS || !holdsFigures() && holdsWordsFrom(end)) {
            end = end == 0 ? 0 : reach(0);
        }
        while (end > 1 && end < table.rows() && isFullWidth(end - 1)) {
            end--;
        }
        for (int r = 0; r < end; r++) {
            kinds[r] = Kind.HEADER;
        }
        return end;
    }

    private boolean holdsFigures() {
        for (Cell c : table.cells()) {
            if (isFigure(c.text())) {
                return true;
            }
        }
        return false;
    }

    private boolean holdsWordsFrom(int row) {
        for (int r = row; r < table.rows(); r++) {
            if (isWords(r)) {
                return true;
            }
        }
        return false;
    }

    /** The row after the cells that begin in the given row, where that leaves rows below. */
    private int reach(int row) {
        int end = row + 1;
        for (Cell c : table.cells()) {
            if (c.row() == row && c.column() > 0) {
                end = Math.max(end, c.row() + c.rowSpan());
            }
        }
        return end < table.rows() ? end : row + 1;
    }

    private int markTitle(int row) {
        int next = row + 1;
        while (next < table.rows() && isFullWidth(next)) {
            next++;
        }
        boolean header = next < table.rows() && isWords(next) && beginsAsHeader(next);
        for (int r = row; r < next; r++) {
            kinds[r] = header ? Kind.HEADER : Kind.TITLE;
        }
        while (header && next < table.rows() && !isFullWidth(next) && isWords(next)) {
            kinds[next++] = Kind.HEADER;
        }
        return next - 1;
    }

    /** Whether a row of words below a title is a header: figures or blanks follow somewhere before the next title. */
    private boolean beginsAsHeader(int row) {
        for (int r = row + 1; r < table.rows() && !isFullWidth(r); r++) {
            if (!isWords(r)) {
                return true;
            }
        }
        return false;
    }

    private boolean repeatsHeader(int row) {
        Cell first = cell(row, 0);
        Cell head = cell(leading - 1, 0);
        return first != null
                && head != null
                && first != head
                && !Script.isBlank(first.text())
                && first.text().equals(head.text());
    }

    private Cell cell(int row, int column) {
        return over[row][column] < 0 ? null : table.cells().get(over[row][column]);
    }

    private boolean isFullWidth(int row) {
        Cell c = table.columns() > 1 ? cell(row, 0) : null;
        return c != null && c.columnSpan() >= table.columns() && !Script.isBlank(c.text()) && !isFigure(c.text());
    }

    /** Cells that cover the row, left to right. */
    private List<Cell> cells(int row) {
        List<Cell> cells = new ArrayList<>();
        for (int c = 0; c < table.columns(); c++) {
            Cell here = cell(row, c);
            if (here != null && (cells.isEmpty() || cells.get(cells.size() - 1) != here)) {
                cells.add(here);
            }
        }
        return cells;
    }

    /** A row at the head that can be a header: words, years, or nothing. */
    private boolean isHeaderLike(int row) {
        return isFullWidth(row) || countsAsHeader(row, true);
    }

    /** A row of words beside and not only below each other. */
    private boolean isWords(int row) {
        return countsAsHeader(row, false);
    }

    private boolean countsAsHeader(int row, boolean years) {
        int words = 0;
        int blanks = 0;
        List<Cell> cells = cells(row);
        for (int i = 0; i < cells.size(); i++) {
            Cell c = cells.get(i);
            String text = c.text();
            if (Script.isBlank(text)) {
                blanks += i > 0 ? 1 : 0;
            } else if (isFigure(text) && !(years && isYear(text))) {
                return false;
            } else {
                words += i > 0 || cells.size() == 1 ? 1 : 0;
            }
        }
        return words > blanks || words > 0 && cells.size() - blanks > 1 && row == 0 && words >= blanks;
    }

    static boolean isFigure(String text) {
        return FIGURE.matcher(text.strip()).matches();
    }

    static boolean isYear(String text) {
        return YEAR.matcher(Script.squeezed(text)).matches();
    }
}
