package gouji.document.sheet;

import gouji.document.Finding;
import gouji.document.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Numbers of the shown rows and columns among the shown ones; hidden ones are told in rising order. */
final class Visible {
    private final List<Integer> hiddenRows = new ArrayList<>();
    private final List<Integer> hiddenColumns = new ArrayList<>();

    void hideRow(int row) {
        hiddenRows.add(row);
    }

    void hideColumn(int column) {
        hiddenColumns.add(column);
    }

    /** The same without what is hidden behind the last row and column in use. */
    Visible upTo(int lastRow, int lastColumn) {
        Visible used = new Visible();
        hiddenRows.stream().filter(r -> r <= lastRow).forEach(used::hideRow);
        hiddenColumns.stream().filter(c -> c <= lastColumn).forEach(used::hideColumn);
        return used;
    }

    int index(int row) {
        return row - before(hiddenRows, row);
    }

    int column(int column) {
        return column - before(hiddenColumns, column);
    }

    boolean hides(int row, int column) {
        return Collections.binarySearch(hiddenRows, row) >= 0 || Collections.binarySearch(hiddenColumns, column) >= 0;
    }

    private static int before(List<Integer> hidden, int n) {
        int at = Collections.binarySearch(hidden, n);
        return at >= 0 ? at : -at - 1;
    }

    /** {@code HIDDEN_ROWS} and {@code HIDDEN_COLUMNS}, where there are any. */
    List<Finding> findings(String sheet) {
        List<Finding> findings = new ArrayList<>();
        Place place = Place.at("sheet " + sheet);
        if (!hiddenRows.isEmpty()) {
            findings.add(
                    Finding.warning("HIDDEN_ROWS", hiddenRows.size() + " rows are hidden and were left out.", place));
        }
        if (!hiddenColumns.isEmpty()) {
            findings.add(Finding.warning(
                    "HIDDEN_COLUMNS", hiddenColumns.size() + " columns are hidden and were left out.", place));
        }
        return findings;
    }
}
