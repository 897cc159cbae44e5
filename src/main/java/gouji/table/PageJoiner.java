package gouji.table;

import java.util.List;

final class PageJoiner {
    PageJoiner(Tolerances near) {}

    List<Piece> joined(List<Piece> pieces) {
        return pieces;
    }
}
