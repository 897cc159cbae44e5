package gouji.document.rtf;

import gouji.document.ColumnEdges;
import gouji.document.Flow;
import gouji.source.Input;
import gouji.source.UnreadableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A table while it is read: its rows are complete only when all of their edges are known. */
final class RtfTable {
    /**
     * What a row definition says of a cell, in twips.
     *
     * @param rowGoesOn merged with the cell above
     * @param columnGoesOn merged with the cell to the left
     */
    record Definition(int right, boolean rowGoesOn, boolean columnGoesOn) {}

    /** A paragraph, a picture or a table in a cell. */
    sealed interface Content permits Words, Picture, Inner {}

    record Words(String text) implements Content {}

    /** @param file empty for a kind of picture that is not read */
    record Picture(Optional<Input> file) implements Content {
        void tell(Flow flow) {
            if (file.isPresent()) {
                flow.picture("inside the file", file.get());
            } else {
                flow.picture("inside the file", false);
            }
        }
    }

    record Inner(RtfTable table) implements Content {}

    private record Row(int left, List<Definition> definitions, List<List<Content>> cells) {
        /** Right edge of a cell; a cell the definition forgot is an inch wide. */
        int right(int c) {
            int known = Math.min(c, definitions.size() - 1);
            int edge = known < 0 ? left : definitions.get(known).right();
            return edge + (c - known) * 1440;
        }

        boolean columnGoesOn(int c) {
            return c < definitions.size() && definitions.get(c).columnGoesOn();
        }
    }

    private final List<Row> rows = new ArrayList<>();
    private List<List<Content>> cells = new ArrayList<>();
    private List<Content> cell = new ArrayList<>();

    void add(Content content) {
        cell.add(content);
    }

    void endCell() {
        cells.add(cell);
        cell = new ArrayList<>();
    }

    void endRow(int left, List<Definition> definitions) {
        if (!cells.isEmpty()) {
            rows.add(new Row(left, List.copyOf(definitions), cells));
        }
        cells = new ArrayList<>();
    }

    /** Cells whose row never ended are a row all the same. */
    void close(int left, List<Definition> definitions) {
        if (!cell.isEmpty()) {
            endCell();
        }
        endRow(left, definitions);
    }

    void tell(Flow flow) throws UnreadableException {
        ColumnEdges edges = new ColumnEdges();
        for (Row row : rows) {
            edges.add(row.left());
            for (int c = 0; c < row.cells().size(); c++) {
                edges.add(row.right(c));
            }
        }
        flow.beginTable();
        for (Row row : rows) {
            tell(row, edges, flow);
        }
        flow.endTableWithKnownColumns();
    }

    private static void tell(Row row, ColumnEdges edges, Flow flow) throws UnreadableException {
        flow.beginRow();
        int left = row.left();
        for (int c = 0; c < row.cells().size(); c++) {
            if (c > 0 && row.columnGoesOn(c)) {
                left = row.right(c);
                continue;
            }
            int last = c;
            while (last + 1 < row.cells().size() && row.columnGoesOn(last + 1)) {
                last++;
            }
            boolean goesOn =
                    c < row.definitions().size() && row.definitions().get(c).rowGoesOn();
            flow.beginCell(edges.shape(left, row.right(last), goesOn));
            for (Content content : row.cells().get(c)) {
                tell(content, flow);
            }
            flow.endCell();
            left = row.right(c);
        }
    }

    private static void tell(Content content, Flow flow) throws UnreadableException {
        if (content instanceof Words words) {
            flow.text(words.text());
            flow.endParagraph();
        } else if (content instanceof Inner inner) {
            inner.table().tell(flow);
        } else if (content instanceof Picture picture) {
            picture.tell(flow);
        }
    }
}
