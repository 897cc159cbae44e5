package gouji.table;

/** What stands between two others in reading order: a line of text or (a part of) a table. */
sealed interface Piece {
    int page();

    double top();

    /** A line outside tables. */
    record Line(int page, TextLine text) implements Piece {
        @Override
        public double top() {
            return text.box().y0();
        }
    }

    /** A table or its part on one page. */
    record Grid(Part part) implements Piece {
        @Override
        public int page() {
            return part.firstPage();
        }

        @Override
        public double top() {
            return part.firstBox().y0();
        }
    }
}
