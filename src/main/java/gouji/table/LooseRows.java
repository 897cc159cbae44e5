package gouji.table;

import gouji.document.Glyph;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tables whose columns are ruled and whose rows are not (or whose rules only part header, body and total): a cell that
 * holds several figures one above the other is no cell. Such a frame is read by alignment, its rulings kept.
 */
final class LooseRows {
    private final LineFinder lineFinder;
    private final CellText cellText;

    LooseRows(Tolerances near) {
        this.lineFinder = new LineFinder(near);
        this.cellText = new CellText(near);
    }

    /** The table read by alignment, if the grid's own cells hold stacked figures. */
    Optional<Part> read(int page, CellGrid grid) {
        if (!holdsStackedFigures(grid)) {
            return Optional.empty();
        }
        Lattice lattice = grid.lattice();
        List<Glyph> all = new ArrayList<>();
        for (int i = 0; i < grid.rects().size(); i++) {
            all.addAll(grid.glyphs(i));
        }
        List<Double> rules = new ArrayList<>();
        for (int j = 1; j < lattice.rows(); j++) {
            rules.add(lattice.y(j));
        }
        List<Double> separators = new ArrayList<>();
        for (int i = 1; i < lattice.columns(); i++) {
            separators.add(lattice.x(i));
        }
        return AlignedGrid.find(page, lattice.box(), lineFinder.lines(all), rules, separators, 2, cellText);
    }

    private boolean holdsStackedFigures(CellGrid grid) {
        for (int i = 0; i < grid.rects().size(); i++) {
            if (isStacked(grid.glyphs(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the last part of two lines or more is a figure, and no line is a wrapped figure's rest. */
    private boolean isStacked(List<Glyph> glyphs) {
        AtomInk ink = AtomInk.of(glyphs);
        if (ink.isBlank() || ink.lastBaseline() - ink.firstBaseline() < 0.6 * ink.sizePt()) {
            return false;
        }
        int figures = 0;
        List<TextLine> lines = lineFinder.lines(glyphs);
        for (TextLine line : lines) {
            List<Segment> segments = Segment.of(line, 1, List.of());
            figures += segments.get(segments.size() - 1).isFigure() ? 1 : 0;
        }
        return figures >= 2 && figures >= lines.size() - 1 && figures > 1 + lines.size() / 3;
    }
}
