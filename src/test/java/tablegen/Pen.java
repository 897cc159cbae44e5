package tablegen;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;

/** Writes the content stream of one page. */
final class Pen {
    /** A border between two crossings of the grid. */
    private record Piece(boolean across, double at, double from, double to) implements Comparable<Piece> {
        @Override
        public int compareTo(Piece o) {
            int c = Boolean.compare(across, o.across);
            c = c != 0 ? c : Double.compare(at, o.at);
            return c != 0 ? c : Double.compare(from, o.from);
        }
    }

    private final StringBuilder out = new StringBuilder();
    private final Look look;
    private final Face face;
    private final double height;
    private final Random random;

    Pen(Look look, Face face, double height, Random random) {
        this.look = look;
        this.face = face;
        this.height = height;
        this.random = random;
    }

    String content() {
        return out.toString();
    }

    void draw(Sheet sheet) {
        if (look.flipped()) {
            op("1 0 0 -1 0 %s cm", height);
        }
        for (List<Sheet.Cell> table : sheet.tables) {
            table(table);
        }
        sheet.lines.forEach(this::line);
        sheet.furniture.forEach(this::line);
    }

    private void table(List<Sheet.Cell> cells) {
        List<Sheet.Cell> ordered = new ArrayList<>(cells);
        if (look.order() == Look.Order.COLUMNS) {
            ordered.sort((a, b) -> a.x0() != b.x0() ? Double.compare(a.x0(), b.x0()) : Double.compare(a.y0(), b.y0()));
        } else if (look.order() == Look.Order.SHUFFLED) {
            Collections.shuffle(ordered, random);
        }
        boolean whole = look.rules() != Look.Rules.STROKES_A_CELL
                && look.rules() != Look.Rules.RECTANGLES
                && look.rules() != Look.Rules.FILLS_A_CELL;
        if (whole || look.order() != Look.Order.CELLS) {
            boolean textFirst = look.order() == Look.Order.TEXT_FIRST
                    && look.rules() != Look.Rules.WHITE_OVER_BLACK
                    && look.rules() != Look.Rules.GREY_HEADER;
            if (textFirst) {
                ordered.forEach(c -> c.lines().forEach(this::line));
            }
            rules(cells);
            if (!textFirst) {
                ordered.forEach(c -> c.lines().forEach(this::line));
            }
            return;
        }
        for (Sheet.Cell c : ordered) {
            rules(List.of(c));
            c.lines().forEach(this::line);
        }
    }

    // ---- rules

    private void rules(List<Sheet.Cell> cells) {
        switch (look.rules()) {
            case RECTANGLES ->
                cells.forEach(c -> {
                    op("0.75 w");
                    rectangle(c.x0(), c.y0(), c.x1(), c.y1(), "S");
                });
            case STROKES_A_CELL -> cells.forEach(c -> pieces(List.of(c)).forEach(p -> stroke(p, 0.5)));
            case STROKES_THROUGH -> through(pieces(cells)).forEach(p -> stroke(p, 0.5));
            case FILLS_A_CELL -> cells.forEach(c -> pieces(List.of(c)).forEach(p -> fill(p, 0.48)));
            case FILLS_THROUGH -> through(pieces(cells)).forEach(p -> fill(p, 0.72));
            case DASHED -> {
                op("[3 2] 0 d");
                through(pieces(cells)).forEach(p -> stroke(p, 0.5));
                op("[] 0 d");
            }
            case DASHES_ONE_BY_ONE -> through(pieces(cells)).forEach(this::dashes);
            case DOUBLE ->
                through(pieces(cells)).forEach(p -> {
                    stroke(new Piece(p.across(), p.at() - 0.75, p.from() - 0.75, p.to() + 0.75), 0.4);
                    stroke(new Piece(p.across(), p.at() + 0.75, p.from() - 0.75, p.to() + 0.75), 0.4);
                });
            case DOUBLE_FRAME -> {
                through(pieces(cells)).forEach(p -> stroke(p, 0.5));
                double[] f = frame(cells);
                rectangle(f[0] - 1.8, f[1] - 1.8, f[2] + 1.8, f[3] + 1.8, "S");
            }
            case HAIRLINES -> through(pieces(cells)).forEach(p -> stroke(p, 0));
            case GREY_HEADER -> {
                op("0.85 g");
                cells.stream().filter(Sheet.Cell::header).forEach(c -> rectangle(c.x0(), c.y0(), c.x1(), c.y1(), "f"));
                op("0 g");
                through(pieces(cells)).forEach(p -> stroke(p, 0.5));
            }
            case WHITE_OVER_BLACK -> {
                through(lattice(cells)).forEach(p -> stroke(p, 0.5));
                op("1 g");
                cells.forEach(c -> rectangle(c.x0() + 0.4, c.y0() + 0.4, c.x1() - 0.4, c.y1() - 0.4, "f"));
                op("0 g");
            }
            case OPEN_SIDES -> {
                double[] f = frame(cells);
                through(pieces(cells)).stream()
                        .filter(p -> p.across() || p.at() > f[0] + 0.1 && p.at() < f[2] - 0.1)
                        .forEach(p -> stroke(p, 0.5));
            }
            case ACROSS_ONLY ->
                through(pieces(cells)).stream().filter(Piece::across).forEach(p -> stroke(p, 0.5));
            case GAPS -> through(withGaps(cells)).forEach(p -> stroke(p, 0.5));
        }
    }

    private static double[] frame(List<Sheet.Cell> cells) {
        double[] f = {1e9, 1e9, -1e9, -1e9};
        for (Sheet.Cell c : cells) {
            f[0] = Math.min(f[0], c.x0());
            f[1] = Math.min(f[1], c.y0());
            f[2] = Math.max(f[2], c.x1());
            f[3] = Math.max(f[3], c.y1());
        }
        return f;
    }

    /** The borders of the cells, each piece once. */
    private static TreeSet<Piece> pieces(List<Sheet.Cell> cells) {
        TreeSet<Double> xs = new TreeSet<>();
        TreeSet<Double> ys = new TreeSet<>();
        edges(cells, xs, ys);
        TreeSet<Piece> pieces = new TreeSet<>();
        for (Sheet.Cell c : cells) {
            pieces.addAll(side(true, snapped(c.y0()), c.x0(), c.x1(), xs));
            pieces.addAll(side(true, snapped(c.y1()), c.x0(), c.x1(), xs));
            pieces.addAll(side(false, snapped(c.x0()), c.y0(), c.y1(), ys));
            pieces.addAll(side(false, snapped(c.x1()), c.y0(), c.y1(), ys));
        }
        return pieces;
    }

    private static void edges(List<Sheet.Cell> cells, TreeSet<Double> xs, TreeSet<Double> ys) {
        for (Sheet.Cell c : cells) {
            xs.add(snapped(c.x0()));
            xs.add(snapped(c.x1()));
            ys.add(snapped(c.y0()));
            ys.add(snapped(c.y1()));
        }
    }

    private static double snapped(double v) {
        return Math.round(v * 100) / 100.0;
    }

    private static List<Piece> side(boolean across, double at, double from, double to, TreeSet<Double> cuts) {
        List<Piece> pieces = new ArrayList<>();
        double a = snapped(from);
        for (double b : cuts.subSet(a, false, snapped(to), true)) {
            pieces.add(new Piece(across, at, a, b));
            a = b;
        }
        return pieces;
    }

    /** Every crossing line of the grid from end to end. */
    private static TreeSet<Piece> lattice(List<Sheet.Cell> cells) {
        TreeSet<Double> xs = new TreeSet<>();
        TreeSet<Double> ys = new TreeSet<>();
        edges(cells, xs, ys);
        TreeSet<Piece> pieces = new TreeSet<>();
        ys.forEach(y -> pieces.add(new Piece(true, y, xs.first(), xs.last())));
        xs.forEach(x -> pieces.add(new Piece(false, x, ys.first(), ys.last())));
        return pieces;
    }

    /** Pieces that go on without a gap, as one. */
    private static List<Piece> through(TreeSet<Piece> pieces) {
        List<Piece> joined = new ArrayList<>();
        for (Piece p : pieces) {
            Piece last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && last.across() == p.across() && last.at() == p.at() && last.to() == p.from()) {
                joined.set(joined.size() - 1, new Piece(p.across(), p.at(), last.from(), p.to()));
            } else {
                joined.add(p);
            }
        }
        return joined;
    }

    /**
     * The borders without some pieces: pieces of the side of a cell over several rows or columns, at most a third
     * of the side, and pieces between two figures; of each cell at most one, only between texts.
     */
    private TreeSet<Piece> withGaps(List<Sheet.Cell> cells) {
        TreeSet<Piece> pieces = pieces(cells);
        List<Piece> all = new ArrayList<>(pieces);
        Collections.shuffle(all, random);
        List<Sheet.Cell> touched = new ArrayList<>();
        for (Piece p : all.subList(0, all.size() / 12)) {
            List<Sheet.Cell> beside = cells.stream().filter(c -> borders(c, p)).toList();
            boolean may = beside.size() == 2
                    && beside.stream().noneMatch(c -> c.lines().isEmpty() || touched.contains(c))
                    && (beside.stream().allMatch(Pen::isFigure)
                            || beside.stream().anyMatch(c -> isLong(c, p)))
                    && (p.across() || isClear(beside, p.at()))
                    && pieces.stream().anyMatch(o -> o != p && o.across() == p.across() && o.at() == p.at());
            if (may) {
                touched.addAll(beside);
                pieces.remove(p);
            }
        }
        return pieces;
    }

    private static boolean isFigure(Sheet.Cell c) {
        return c.lines().size() == 1 && c.lines().get(0).text().matches("[-\\d.,]*\\d");
    }

    private static boolean isLong(Sheet.Cell c, Piece p) {
        return 3 * (p.to() - p.from()) <= (p.across() ? c.x1() - c.x0() : c.y1() - c.y0());
    }

    /** Whether the texts on both sides do not come so near the border that they would be read as one without it. */
    private boolean isClear(List<Sheet.Cell> cells, double x) {
        for (Sheet.Cell c : cells) {
            for (Sheet.Line line : c.lines()) {
                double end = line.x() + face.widthEm(line.text()) * line.sizePt();
                if (line.x() < x + 0.5 * line.sizePt() && end > x - 0.5 * line.sizePt()) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean borders(Sheet.Cell c, Piece p) {
        boolean onSide = p.across()
                ? Math.abs(c.y0() - p.at()) < 0.02 || Math.abs(c.y1() - p.at()) < 0.02
                : Math.abs(c.x0() - p.at()) < 0.02 || Math.abs(c.x1() - p.at()) < 0.02;
        double a = p.across() ? c.x0() : c.y0();
        double b = p.across() ? c.x1() : c.y1();
        return onSide && a < p.from() + 0.02 && b > p.to() - 0.02;
    }

    private void dashes(Piece p) {
        for (double at = p.from(); at < p.to(); at += 5) {
            stroke(new Piece(p.across(), p.at(), at, Math.min(at + 3.5, p.to())), 0.5);
        }
    }

    private void stroke(Piece p, double thickness) {
        op("%s w", thickness);
        if (p.across()) {
            op("%s %s m %s %s l S", p.from(), y(p.at()), p.to(), y(p.at()));
        } else {
            op("%s %s m %s %s l S", p.at(), y(p.from()), p.at(), y(p.to()));
        }
    }

    private void fill(Piece p, double thickness) {
        double h = thickness / 2;
        if (p.across()) {
            rectangle(p.from() - h, p.at() - h, p.to() + h, p.at() + h, "f");
        } else {
            rectangle(p.at() - h, p.from() - h, p.at() + h, p.to() + h, "f");
        }
    }

    private void rectangle(double x0, double y0, double x1, double y1, String paint) {
        op("%s %s %s %s re " + paint, x0, look.flipped() ? y0 : height - y1, x1 - x0, y1 - y0);
    }

    // ---- text

    private void line(Sheet.Line line) {
        List<Face.Code> codes = line.text().codePoints().mapToObj(face::code).toList();
        switch (look.emission()) {
            case GLYPH_BY_GLYPH -> {
                double x = line.x();
                for (Face.Code c : codes) {
                    run(x, line, List.of(c), "");
                    x += c.widthEm() * line.sizePt();
                }
            }
            case PADDED -> {
                List<Face.Code> padded = new ArrayList<>(codes);
                padded.add(face.code(' '));
                run(line.x(), line, padded, "");
            }
            case SPREAD -> run(line.x(), line, codes, number(0.02 * line.sizePt()) + " Tc ");
            default -> run(line.x(), line, codes, "");
        }
    }

    private void run(double x, Sheet.Line line, List<Face.Code> codes, String state) {
        String up = look.flipped() ? "-" : "";
        double size = line.sizePt();
        boolean scaled = look.emission() == Look.Emission.SCALED;
        out.append("BT ").append(state);
        if (scaled) {
            op("%s 0 0 " + up + "%s %s %s Tm", size, size, x, y(line.baseline()));
        } else {
            op("1 0 0 " + up + "1 %s %s Tm", x, y(line.baseline()));
        }
        for (int i = 0; i < codes.size(); ) {
            String font = codes.get(i).font();
            StringBuilder hex = new StringBuilder();
            for (; i < codes.size() && codes.get(i).font().equals(font); i++) {
                boolean split = look.emission() == Look.Emission.ARRAY && hex.length() > 0;
                hex.append(split ? "> 0 <" : "").append(codes.get(i).hex());
            }
            op("/" + font + " %s Tf", scaled ? 1 : size);
            out.append(look.emission() == Look.Emission.ARRAY ? "[<" + hex + ">] TJ " : "<" + hex + "> Tj ");
        }
        out.append(state.isEmpty() ? "ET\n" : "0 Tc ET\n");
    }

    // ---- operators

    private double y(double fromTop) {
        return look.flipped() ? fromTop : height - fromTop;
    }

    private void op(String form, double... numbers) {
        Object[] texts = new Object[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            texts[i] = number(numbers[i]);
        }
        out.append(form.formatted(texts)).append('\n');
    }

    private static String number(double v) {
        return String.format(Locale.ROOT, "%.3f", v);
    }
}
