package gouji.profile;

import java.util.List;
import java.util.Objects;

/**
 * A chart of a family's figures.
 *
 * @param kind what it shows
 * @param title above it
 * @param note what its figures are; may be empty
 * @param table table of its cells
 * @param column column of its cells
 * @param unit unit of its figures; may be empty
 * @param parts what each bar is made of: one for a ranking
 */
public record Chart(Kind kind, String title, String note, String table, String column, String unit, List<Part> parts) {
    /** Kinds of charts. */
    public enum Kind {
        /** A bar for each year: figures of all reports, added up by part. */
        BY_YEAR,
        /** A bar for each report, the greatest first. */
        RANKING
    }

    public Chart {
        Objects.requireNonNull(title, "title");
        parts = List.copyOf(parts);
    }

    /**
     * A part of a bar.
     *
     * @param label its name; empty where the chart has one part
     * @param row code of its row
     * @param below whether the rows below that code are meant, without the row itself
     */
    public record Part(String label, String row, boolean below) {
        /** Whether a row belongs to it. */
        public boolean covers(String code) {
            return below ? code.startsWith(row + ".") : code.equals(row);
        }
    }

    /** Whether a cell is one of the chart's. */
    public boolean covers(String cellTable, String cellRow, String cellColumn) {
        return table.equals(cellTable)
                && column.equals(cellColumn)
                && parts.stream().anyMatch(p -> p.covers(cellRow));
    }
}
