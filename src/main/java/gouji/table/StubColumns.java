package gouji.table;

/** How many columns at the left of a table name its rows. */
final class StubColumns {
    private final Table table;
    private final int[][] over;
    private final HeaderRows rows;

    StubColumns(Table table, int[][] over, HeaderRows rows) {
        this.table = table;
        this.over = over;
        this.rows = rows;
    }

    int count() {
        int count = 0;
        while (count < table.columns() && isStub(count)) {
            count++;
        }
        return count == table.columns() ? Math.min(1, count - 1) : count;
    }

    private boolean isStub(int column) {
        int words = 0;
        int figures = 0;
        boolean counts = column == 0;
        int next = -1;
        for (int r = 0; r < table.rows(); r++) {
            if (over[r][column] < 0 || rows.isHeader(r) || rows.isTitle(r)) {
                continue;
            }
            String text = table.cells().get(over[r][column]).text();
            if (HeaderRows.isFigure(text)) {
                figures++;
                int value = ordinal(text);
                counts &= value > 0 && (next < 0 || value == next || HeaderRows.isYear(text));
                next = value + 1;
            } else if (!Script.isBlank(text)) {
                words++;
            }
        }
        boolean numbered = counts && figures > 1 && words == 0;
        return words > 0 && figures <= words / 2 || numbered && (isYears(column) || isWordColumn(column + 1));
    }

    private boolean isWordColumn(int column) {
        return column < table.columns() && isStub(column);
    }

    private boolean isYears(int column) {
        for (int r = 0; r < table.rows(); r++) {
            if (over[r][column] >= 0 && !rows.isHeader(r) && !rows.isTitle(r)) {
                String text = table.cells().get(over[r][column]).text();
                if (!Script.isBlank(text) && !HeaderRows.isYear(text)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The text as a small whole number, 0 for anything else. */
    private static int ordinal(String text) {
        return text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
    }
}
