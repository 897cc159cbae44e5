package gouji.document.ocr;

import gouji.document.Raster;
import java.util.List;

/**
 * A picture looked at for its tables.
 *
 * @param picture levelled where it was far askew
 * @param darkness of its pixels
 * @param grids its tables, from the top
 */
record RuledPage(Raster picture, Darkness darkness, List<FoundGrid> grids) {

    /** The tables of a picture as it lies. */
    static RuledPage of(Raster given) {
        return of(given, new Darkness(given));
    }

    /** The same, its darkness known. */
    static RuledPage of(Raster given, Darkness darkness) {
        Raster picture = Triage.levelled(given, darkness);
        Darkness level = picture == given ? darkness : new Darkness(picture);
        return new RuledPage(picture, level, grids(picture, level));
    }

    /** Faint lines are drawn dark where more cells are seen with them. */
    private static List<FoundGrid> grids(Raster picture, Darkness darkness) {
        List<FoundGrid> plain = GridFinder.find(darkness);
        return FaintLines.drawn(picture, darkness)
                .map(p -> GridFinder.find(new Darkness(p)))
                .filter(g -> GridFinder.cells(g) > GridFinder.cells(plain))
                .orElse(plain);
    }
}
