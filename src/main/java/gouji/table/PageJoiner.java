package gouji.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Joins what pages cut apart: a table at the foot of a page and one at the head of the next become one when their
 * column edges agree and the second goes on where the first stopped. Equal numbers of columns are no reason.
 */
final class PageJoiner {
    /** Lines that announce a continuation. */
    private static final Set<String> CONTINUED =
            Set.of("续表", "(续表)", "（续表）", "续上表", "接上表", "（续）", "(续)", "（接上页）", "(接上页)");
    /** Grids on one page this near with the same edges are one table whose rule is doubled or thick. */
    private static final double STACKED_PT = 8;

    private static final int LONGEST_TITLE_ROW = 40;

    private final Tolerances near;

    PageJoiner(Tolerances near) {
        this.near = near;
    }

    /** The pieces in the same order, tables over pages in one piece, lines that announce a continuation left out. */
    List<Piece> joined(List<Piece> pieces) {
        List<Piece> out = new ArrayList<>(pieces.size());
        for (Piece piece : pieces) {
            int last = lastGrid(out);
            Optional<Part> whole = last >= 0 && piece instanceof Piece.Grid next
                    ? join(((Piece.Grid) out.get(last)).part(), next.part())
                    : Optional.empty();
            if (whole.isPresent()) {
                out.subList(last, out.size()).clear();
                out.add(new Piece.Grid(whole.get()));
            } else {
                out.add(piece);
            }
        }
        return out;
    }

    /** Index of the table that ends the list, but for a line that announces a continuation; -1 for none. */
    private static int lastGrid(List<Piece> out) {
        int last = out.size() - 1;
        if (last > 0
                && out.get(last) instanceof Piece.Line line
                && CONTINUED.contains(Script.squeezed(line.text().text()))) {
            last--;
        }
        return last >= 0 && out.get(last) instanceof Piece.Grid ? last : -1;
    }

    private Optional<Part> join(Part first, Part second) {
        boolean turnsPage = second.firstPage() == first.lastPage() + 1;
        if (!turnsPage && !isStacked(first, second) || isFramed(first) || isFramed(second)) {
            return Optional.empty();
        }
        return ColumnMatch.find(first.xs(), second.xs(), near.sameColumnPt())
                .flatMap(match -> join(first, second, match, turnsPage));
    }

    private static Optional<Part> join(Part first, Part second, ColumnMatch match, boolean turnsPage) {
        Seam seam = new Seam(match.first(first), match.second(second), turnsPage);
        return seam.isContinued() ? Optional.of(seam.joined()) : Optional.empty();
    }

    private boolean isStacked(Part first, Part second) {
        double gap = second.firstBox().y0() - first.lastBox().y1();
        return second.firstPage() == first.lastPage()
                && gap >= -near.sameRulePt()
                && gap <= STACKED_PT
                && Math.abs(second.firstBox().x0() - first.lastBox().x0()) <= near.sameColumnPt()
                && Math.abs(second.firstBox().x1() - first.lastBox().x1()) <= near.sameColumnPt();
    }

    /** Framed prose, as against the title row of a table cut off by the page break. */
    private static boolean isFramed(Part part) {
        return part.isFramedText()
                && (part.rows() > 2
                        || part.cells().stream().anyMatch(c -> c.text().length() > LONGEST_TITLE_ROW));
    }
}
