package gouji.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The closure of a lattice's atoms under their open edges: each atom grown into the smallest rectangle out of which no
 * open edge leads, those that overlap grown into one.
 */
final class ClosedAreas {
    private final int rows;
    private final int columns;
    /** Border on the vertical edge i of row r: [r][i]. */
    private final boolean[][] down;
    /** Border on the horizontal edge j of column c: [j][c]. */
    private final boolean[][] across;

    /**
     * @param down border on the vertical edge i of row r: [r][i]; the sides are borders
     * @param across border on the horizontal edge j of column c: [j][c]; top and foot are borders
     */
    ClosedAreas(boolean[][] down, boolean[][] across) {
        this.down = down;
        this.across = across;
        this.rows = down.length;
        this.columns = across[0].length;
    }

    /** Rectangles out of which no open edge leads; they cover the lattice and do not overlap. */
    List<Rect> areas() {
        List<Rect> areas = new ArrayList<>();
        boolean[][] done = new boolean[rows][columns];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                if (!done[r][c]) {
                    Rect area = closed(new Rect(r, c, r + 1, c + 1));
                    if (isAnyDone(area, done)) {
                        area = swallow(area, areas);
                    }
                    areas.add(area);
                    for (int i = area.row0(); i < area.row1(); i++) {
                        Arrays.fill(done[i], area.column0(), area.column1(), true);
                    }
                }
            }
        }
        return areas;
    }

    private static boolean isAnyDone(Rect area, boolean[][] done) {
        for (int r = area.row0(); r < area.row1(); r++) {
            for (int c = area.column0(); c < area.column1(); c++) {
                if (done[r][c]) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The area grown by all it overlaps; these leave the list. */
    private Rect swallow(Rect area, List<Rect> areas) {
        Rect grown = area;
        for (int i = 0; i < areas.size(); ) {
            if (areas.get(i).overlaps(grown)) {
                grown = closed(grown.union(areas.remove(i)));
                i = 0;
            } else {
                i++;
            }
        }
        return grown;
    }

    /** The smallest rectangle around the given one out of which no open edge leads. */
    private Rect closed(Rect start) {
        int r0 = start.row0();
        int r1 = start.row1();
        int c0 = start.column0();
        int c1 = start.column1();
        for (boolean grown = true; grown; ) {
            grown = false;
            for (int i = r0; i < r1; i++) {
                if (!down[i][c0]) {
                    c0--;
                    grown = true;
                }
                if (!down[i][c1]) {
                    c1++;
                    grown = true;
                }
            }
            for (int k = c0; k < c1; k++) {
                if (!across[r0][k]) {
                    r0--;
                    grown = true;
                }
                if (!across[r1][k]) {
                    r1++;
                    grown = true;
                }
            }
        }
        return new Rect(r0, c0, r1, c1);
    }

    /** Whether no border lies inside of the area. */
    boolean isOneCell(Rect area) {
        for (int r = area.row0(); r < area.row1(); r++) {
            for (int c = area.column0(); c < area.column1(); c++) {
                if (c > area.column0() && down[r][c] || r > area.row0() && across[r][c]) {
                    return false;
                }
            }
        }
        return true;
    }
}
