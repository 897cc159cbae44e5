package gouji.table;

import gouji.document.Block;
import gouji.document.Document;
import gouji.document.Drawing;
import gouji.document.Grid;
import gouji.document.GridCell;
import gouji.document.Paragraph;
import gouji.document.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** The layout of a format that says itself what is a paragraph and what a table. */
final class FlowLayout {
    private FlowLayout() {}

    /** @param drawn makes the elements of pictures that follow each other */
    static List<Element> elements(Document document, Function<List<Drawing>, List<Element>> drawn) {
        List<Element> elements = new ArrayList<>();
        List<Drawing> run = new ArrayList<>();
        for (Block block : document.blocks()) {
            if (block instanceof Drawing drawing) {
                run.add(drawing);
                continue;
            }
            elements.addAll(drawn.apply(run));
            run.clear();
            if (block instanceof Grid grid) {
                if (!grid.cells().isEmpty()) {
                    elements.add(table(grid));
                }
            } else if (block instanceof Paragraph paragraph && !Script.isBlank(paragraph.text())) {
                elements.add(new Prose(paragraph.text(), paragraph.place(), 0));
            }
        }
        elements.addAll(drawn.apply(run));
        return elements;
    }

    private static Table table(Grid grid) {
        List<Cell> cells = new ArrayList<>(grid.cells().size());
        int rows = 0;
        int columns = 0;
        for (GridCell c : grid.cells()) {
            cells.add(new Cell(c.row(), c.column(), c.rowSpan(), c.columnSpan(), c.text(), c.place(), 1));
            rows = Math.max(rows, c.row() + c.rowSpan());
            columns = Math.max(columns, c.column() + c.columnSpan());
        }
        cells.sort(Comparator.comparingInt(Cell::row).thenComparingInt(Cell::column));
        return new Table(rows, columns, cells, grid.exact(), List.<Place>of(), Collections.nCopies(rows, 0));
    }
}
