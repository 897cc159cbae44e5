package gouji.table;

import gouji.document.Box;
import gouji.document.Glyph;
import java.util.ArrayList;
import java.util.List;

/** A lattice, the cells made of its atoms, and the glyphs of each cell. */
final class CellGrid {
    private final Lattice lattice;
    private final List<Rect> rects;
    private final List<List<Glyph>> glyphs;
    private final int[][] cellOfAtom;

    /** @param rects cells that cover the lattice without overlap, by row, then column */
    CellGrid(Lattice lattice, List<Rect> rects) {
        this.lattice = lattice;
        this.rects = List.copyOf(rects);
        this.glyphs = new ArrayList<>(rects.size());
        this.cellOfAtom = new int[lattice.rows()][lattice.columns()];
        for (int i = 0; i < rects.size(); i++) {
            glyphs.add(gathered(i));
        }
    }

    private List<Glyph> gathered(int cell) {
        Rect rect = rects.get(cell);
        List<Glyph> all = new ArrayList<>();
        for (int r = rect.row0(); r < rect.row1(); r++) {
            for (int c = rect.column0(); c < rect.column1(); c++) {
                all.addAll(lattice.glyphs(r, c));
                cellOfAtom[r][c] = cell;
            }
        }
        return all;
    }

    Lattice lattice() {
        return lattice;
    }

    List<Rect> rects() {
        return rects;
    }

    /** The glyphs of a cell; the list may be changed. */
    List<Glyph> glyphs(int cell) {
        return glyphs.get(cell);
    }

    /** Index of the cell whose frame holds the point, -1 outside. */
    int cellAt(double x, double y) {
        return lattice.box().contains(x, y) ? cellOfAtom[lattice.rowAt(y)][lattice.columnAt(x)] : -1;
    }

    Box box(int cell) {
        Rect r = rects.get(cell);
        return new Box(lattice.x(r.column0()), lattice.y(r.row0()), lattice.x(r.column1()), lattice.y(r.row1()));
    }
}
