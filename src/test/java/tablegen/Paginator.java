package tablegen;

import java.util.ArrayList;
import java.util.List;

/** Sets text and tables on pages from the top down. */
final class Paginator {
    private static final double TOP_PT = 72;
    private static final double FOOT_PT = 64;
    /** A label is set this much smaller at most where a page break leaves little room. */
    private static final double SMALLEST = 0.75;

    private final Face face;
    private final double width;
    private final double height;
    private final List<Sheet> sheets = new ArrayList<>();
    private double y;

    Paginator(Face face, double width, double height) {
        this.face = face;
        this.width = width;
        this.height = height;
        turn();
    }

    List<Sheet> sheets() {
        return sheets;
    }

    double y() {
        return y;
    }

    void skip(double pt) {
        y += pt;
    }

    void back(double pt) {
        y -= pt;
    }

    double room() {
        return height - FOOT_PT - y;
    }

    void turn() {
        sheets.add(new Sheet());
        y = TOP_PT;
        if (sheets.size() > 1) {
            foot();
        }
    }

    /** Page numbers, once it is known that there are several pages. */
    private void foot() {
        for (int i = sheets.size() == 2 ? 0 : sheets.size() - 1; i < sheets.size(); i++) {
            String number = String.valueOf(i + 1);
            sheets.get(i).furniture.add(new Sheet.Line(width / 2 - 3, height - 40, 9, number));
        }
    }

    private Sheet sheet() {
        return sheets.get(sheets.size() - 1);
    }

    void text(String text, double size, double indent) {
        for (String line : Wrap.lines(text, face, (width - 144) / size - 2)) {
            if (room() < size * 1.6) {
                turn();
            }
            y += size * 1.6;
            sheet().lines.add(new Sheet.Line(72 + indent, y - 0.4 * size, size, line));
            indent = 0;
        }
    }

    // ---- tables

    /**
     * The rows of a table on one page.
     *
     * @param before first row on the page before
     * @param cutAbove whether its first row is the rest of the last row of the page before
     * @param cutBelow whether its last row goes on on the next page
     */
    private record Stretch(int before, int from, int to, boolean cutAbove, boolean cutBelow) {}

    /** Sets a table from the present height on. */
    void table(Typeset set, Break wanted) {
        Break at = wanted;
        int header = set.model.headerRows();
        int before = 0;
        int from = 0;
        boolean cutAbove = false;
        while (from < set.model.rows()) {
            boolean again = from > 0 && at.headerRepeated() && from >= header;
            int end = end(set, from, at, again ? set.heightOf(0, header) : 0);
            if (end < at.afterRow()) {
                // The page is full before the break that was wanted.
                at = new Break(end, at.headerRepeated(), at.label(), false);
            }
            boolean cutBelow = at.rowCut() && end == at.afterRow();
            List<Sheet.Cell> cells = new ArrayList<>();
            sheet().tables.add(cells);
            if (again) {
                put(set, new Stretch(0, 0, header, false, false), Break.NONE, cells);
            }
            put(set, new Stretch(before, cutAbove ? from - 1 : from, end, cutAbove, cutBelow), at, cells);
            cutAbove = cutBelow;
            before = from;
            from = end;
            if (from < set.model.rows()) {
                turn();
            }
        }
    }

    private int end(Typeset set, int from, Break at, double used) {
        double left = room() - used - 20;
        int most = from < at.afterRow() ? at.afterRow() : set.model.rows();
        int end = from;
        while (end < most && (end == from || set.heightOf(from, end + 1) <= left)) {
            end++;
        }
        return end;
    }

    /** Draws rows at the present height and moves on below them. */
    private void put(Typeset set, Stretch s, Break at, List<Sheet.Cell> cells) {
        double zero = y - set.heightOf(0, s.from());
        for (Field f : set.model.fields()) {
            int a = Math.max(f.row(), s.from());
            int b = Math.min(f.endRow(), s.to());
            if (a < b) {
                double top = zero + set.heightOf(0, a);
                double foot = zero + set.heightOf(0, b);
                cells.add(set.cell(f, text(set, f, s, at), top, foot));
            }
        }
        y = zero + set.heightOf(0, s.to());
    }

    /** What is printed of the field's text on this page. */
    private static String text(Typeset set, Field f, Stretch s, Break at) {
        boolean begun = f.row() < s.from() || s.cutAbove() && f.row() == s.from();
        boolean goesOn = f.endRow() > s.to() || s.cutBelow() && f.endRow() == s.to();
        if (!begun && !goesOn) {
            return f.text();
        }
        boolean second = begun && f.row() >= s.before();
        if (begun && !second && at.label() != Break.LabelOn.BOTH) {
            return "";
        }
        int split = !begun ? s.to() : s.cutAbove() ? s.from() + 1 : s.from();
        boolean rowCut = begun ? s.cutAbove() : s.cutBelow();
        boolean ofCutRow = rowCut && f.endRow() == split && f.rowSpan() == 1;
        int half = half(f.text());
        Break.LabelOn on = !ofCutRow
                ? fitting(at.label(), set, f, split, rowCut)
                : f.kind() == Field.Kind.STUB ? Break.LabelOn.CUT : Break.LabelOn.FIRST;
        return switch (on) {
            case BOTH -> f.text();
            case FIRST -> begun ? "" : f.text();
            case SECOND -> second ? f.text() : "";
            case CUT -> begun ? f.text().substring(half) : f.text().substring(0, half);
        };
    }

    /** Where the label is printed, if not where it was to be because there is no room. */
    private static Break.LabelOn fitting(Break.LabelOn wanted, Typeset set, Field f, int split, boolean rowCut) {
        double above = set.heightOf(f.row(), split);
        double below = set.heightOf(rowCut ? split - 1 : split, f.endRow());
        Break.LabelOn larger = above >= below ? Break.LabelOn.FIRST : Break.LabelOn.SECOND;
        int half = half(f.text());
        boolean fits = switch (wanted) {
            case FIRST -> fits(set, f, f.text(), above);
            case SECOND -> fits(set, f, f.text(), below);
            case BOTH -> fits(set, f, f.text(), above) && fits(set, f, f.text(), below);
            case CUT ->
                canBeCut(f.text())
                        && fits(set, f, f.text().substring(0, half), above)
                        && fits(set, f, f.text().substring(half), below);
        };
        return fits ? wanted : larger;
    }

    private static boolean fits(Typeset set, Field f, String text, double height) {
        return set.fittingSize(f, text, height) > SMALLEST * set.size();
    }

    /** Only a label that shows by an ordinal or an open bracket where it begins or that it goes on. */
    static boolean canBeCut(String text) {
        return text.length() > 3 && half(text) > 0 && text.matches("(?s)(?:[一二三四五六七八九十]+、|[（(].*|\\d+\\.).*");
    }

    /** Where a line may break about the middle of the text; 0 for nowhere. */
    private static int half(String text) {
        int at = 0;
        for (String token : Wrap.tokens(text)) {
            if (at >= text.length() / 2.0 && at > 0 || at > 0 && at + token.length() >= text.length()) {
                break;
            }
            at += token.length();
        }
        return at < text.length() ? at : 0;
    }
}
