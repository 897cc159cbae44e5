package gouji.table;

import gouji.document.Box;
import gouji.document.Page;
import gouji.document.Place;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/** Compares a table cell by cell with what another engine reads at the same places. */
public final class SecondOpinion {
    private final SecondReader reader;

    public SecondOpinion(SecondReader reader) {
        this.reader = reader;
    }

    /**
     * Cells of the table, on the given page, of which the other engine says something else. Cells it does not have are
     * no disagreement; neither are white space and the width of characters.
     */
    public List<Cell> disagreements(Table table, Page page) {
        List<Cell> theirs = new ArrayList<>();
        for (Place region : table.regions()) {
            if (region.page() == page.number()) {
                reader.ruled(page, region.box().orElseThrow()).forEach(t -> theirs.addAll(t.cells()));
            }
        }
        List<Cell> disputed = new ArrayList<>();
        for (Cell ours : table.cells()) {
            if (ours.place().page() == page.number() && isDisputed(ours, theirs)) {
                disputed.add(ours);
            }
        }
        return disputed;
    }

    private static boolean isDisputed(Cell ours, List<Cell> theirs) {
        Box box = ours.place().box().orElseThrow();
        for (Cell c : theirs) {
            Box other = c.place().box().orElseThrow();
            if (isSame(box, other) && !plain(c.text()).equals(plain(ours.text()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSame(Box a, Box b) {
        double near = Tolerances.STANDARD.sameColumnPt();
        return Math.abs(a.x0() - b.x0()) < near
                && Math.abs(a.x1() - b.x1()) < near
                && Math.abs(a.y0() - b.y0()) < near
                && Math.abs(a.y1() - b.y1()) < near;
    }

    private static String plain(String text) {
        return Script.squeezed(Normalizer.normalize(text, Normalizer.Form.NFKC));
    }
}
