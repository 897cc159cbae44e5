package gouji.table;

import gouji.document.Drawing;
import gouji.document.Page;
import gouji.document.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Pictures in a row in the flow of a document, read as the pages of one: a table may go on from one to the next. What
 * was found is placed by picture, row and cell, since the document has no pages.
 */
final class DrawnElements {
    private final List<Page> pages = new ArrayList<>();
    /** Path of the picture each page comes from. */
    private final List<String> paths = new ArrayList<>();

    DrawnElements(List<Drawing> run) {
        for (Drawing drawing : run) {
            for (Page p : drawing.pages()) {
                pages.add(new Page(
                        pages.size() + 1,
                        p.widthPt(),
                        p.heightPt(),
                        p.glyphs(),
                        p.rulings(),
                        p.pictures(),
                        List.of(),
                        p.readings()));
                paths.add(drawing.place().path());
            }
        }
    }

    List<Page> pages() {
        return pages;
    }

    /** The elements made of those pages, placed by paths. */
    List<Element> placed(List<Element> elements) {
        List<Element> placed = new ArrayList<>();
        int tables = 0;
        for (Element e : elements) {
            if (e instanceof Table t) {
                placed.add(placed(t, ++tables));
            } else if (e instanceof Prose p) {
                placed.add(new Prose(p.text(), Place.at(path(p.place())), p.sizePt()));
            }
        }
        return placed;
    }

    private Table placed(Table t, int number) {
        List<Cell> cells = new ArrayList<>();
        for (Cell c : t.cells()) {
            String path =
                    path(c.place()) + " / table " + number + " / row " + (c.row() + 1) + " / cell " + (c.column() + 1);
            cells.add(new Cell(
                    c.row(),
                    c.column(),
                    c.rowSpan(),
                    c.columnSpan(),
                    c.text(),
                    Place.at(path),
                    c.confidence(),
                    c.alternatives()));
        }
        return new Table(t.rows(), t.columns(), cells, t.exact(), List.of(), Collections.nCopies(t.rows(), 0));
    }

    private String path(Place place) {
        return place.page() >= 1 && place.page() <= paths.size() ? paths.get(place.page() - 1) : paths.get(0);
    }
}
