package gouji.table;

import gouji.document.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Puts the places of elements read from turned pages back to where they are displayed. */
final class TurnBack {
    private final Map<Integer, Turn> turns;

    /** @param turns by page, only the pages that were turned */
    TurnBack(Map<Integer, Turn> turns) {
        this.turns = Map.copyOf(turns);
    }

    List<Element> elements(List<Element> elements) {
        List<Element> back = new ArrayList<>(elements.size());
        for (Element e : elements) {
            back.add(e instanceof Table t ? table(t) : prose((Prose) e));
        }
        return back;
    }

    private Prose prose(Prose p) {
        return new Prose(p.text(), place(p.place()), p.sizePt());
    }

    private Table table(Table t) {
        List<Cell> cells = new ArrayList<>(t.cells().size());
        for (Cell c : t.cells()) {
            cells.add(new Cell(
                    c.row(), c.column(), c.rowSpan(), c.columnSpan(), c.text(), place(c.place()), c.confidence()));
        }
        List<Place> regions = t.regions().stream().map(this::place).toList();
        List<Aside> asides = t.asides().stream()
                .map(a -> new Aside(place(a.place()), a.text(), a.reason()))
                .toList();
        return new Table(t.rows(), t.columns(), cells, t.exact(), regions, t.rowPages(), asides);
    }

    private Place place(Place place) {
        Turn turn = turns.get(place.page());
        return turn == null || place.box().isEmpty()
                ? place
                : Place.onPage(place.page(), turn.back(place.box().get()));
    }
}
