package gouji.table;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.document.Box;
import gouji.document.Document;
import gouji.document.Glyph;
import gouji.document.Page;
import gouji.document.Ruling;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of requests of format-2021, broken over two pages after each of its rows. */
class PageBreakTest {
    private static final double[] XS = {60, 82, 130, 280, 317, 354, 391, 428, 465, 502, 539};
    private static final double ROW_PT = 16;
    private static final double SIZE_PT = 9;
    private static final int HEADER_ROWS = 3;

    /** Where a label that spans the break is printed. */
    private enum LabelOn {
        FIRST,
        SECOND,
        BOTH,
        CUT
    }

    /** @param rowCut whether the break goes through the row itself: its label is cut, its values stand above */
    private record Break(int afterRow, boolean headerRepeated, LabelOn label, Zeros zeros, boolean rowCut) {}

    /** What stands where nothing is counted: a zero, nothing, or a number found nowhere else in the table. */
    private enum Zeros {
        PRINTED,
        BLANK,
        NONE
    }

    private record Field(int row, int column, int rowSpan, int columnSpan, String text) {
        int end() {
            return row + rowSpan;
        }
    }

    static Stream<Break> breaks() {
        List<Break> all = new ArrayList<>();
        for (int row = 1; row < 28; row++) {
            for (LabelOn label : LabelOn.values()) {
                for (Zeros zeros : Zeros.values()) {
                    all.add(new Break(row, false, label, zeros, false));
                    if (row > HEADER_ROWS) {
                        all.add(new Break(row, true, label, zeros, false));
                    }
                }
            }
        }
        // A header label without ordinal, cut in the middle of a word, cannot be told from two labels.
        all.removeIf(b -> b.afterRow() == 2 && b.label() == LabelOn.CUT);
        for (int row = 4; row < 28; row++) {
            for (Zeros zeros : List.of(Zeros.PRINTED, Zeros.NONE)) {
                for (LabelOn label : List.of(LabelOn.FIRST, LabelOn.SECOND)) {
                    all.add(new Break(row, false, label, zeros, true));
                }
                all.add(new Break(row, true, LabelOn.FIRST, zeros, true));
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("breaks")
    void readsTheTableAsIfItWereNotBroken(Break at) {
        List<Field> fields = fields(at.zeros());
        Document broken =
                new Document("pdf", List.of(page(1, fields, 0, at), page(2, fields, 1, at)), List.of(), List.of());
        List<Table> tables = new LayoutBuilder().build(broken).tables();
        assertThat(tables).hasSize(1);
        assertThat(Drawing.text(tables.get(0)))
                .isEqualTo(Drawing.text(new LayoutBuilder()
                        .build(new Document("pdf", List.of(whole(fields)), List.of(), List.of()))
                        .tables()
                        .get(0)));
    }

    @ParameterizedTest
    @MethodSource("breaks")
    void namesTheHeadingsOfEveryFigureOverTheBreak(Break at) {
        List<Field> fields = fields(at.zeros());
        Document broken =
                new Document("pdf", List.of(page(1, fields, 0, at), page(2, fields, 1, at)), List.of(), List.of());
        Table table = new LayoutBuilder().build(broken).tables().get(0);
        HeaderModel model = HeaderModel.of(table);
        List<String> wrong = new ArrayList<>();
        for (Cell c : table.cells()) {
            if (c.row() >= HEADER_ROWS && c.column() >= 3) {
                String found = model.rowPath(c) + " " + model.columnPath(c);
                String expected = path(fields, f -> f.column() < 3 && f.row() <= c.row() && c.row() < f.end()) + " "
                        + path(
                                fields,
                                f -> f.row() < HEADER_ROWS
                                        && f.column() >= 3
                                        && f.column() <= c.column()
                                        && c.column() < f.column() + f.columnSpan());
                if (!found.equals(expected)) {
                    wrong.add(c.row() + "," + c.column() + ": " + found + " instead of " + expected);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static List<String> path(List<Field> fields, java.util.function.Predicate<Field> covers) {
        return fields.stream().filter(covers).map(Field::text).toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void keepsEveryFigureInItsFieldWhenATenthOfTheBordersIsMissing(long seed) {
        Page page = whole(fields(Zeros.PRINTED));
        Random random = new Random(seed);
        Map<String, Ruling> pieces = new TreeMap<>();
        for (Ruling r : page.rulings()) {
            for (Ruling piece : pieces(r)) {
                pieces.put("%s %.0f %.0f".formatted(piece.horizontal(), piece.at(), piece.from()), piece);
            }
        }
        List<Ruling> left =
                pieces.values().stream().filter(r -> random.nextDouble() > 0.1).toList();
        Page gaps = new Page(1, 595, 842, page.glyphs(), left, List.of());
        assertThat(figures(tables(gaps).get(0))).isEqualTo(figures(tables(page).get(0)));
    }

    /** The figures of each row, with the edges of their fields. */
    private static List<String> figures(Table table) {
        return table.cells().stream()
                .filter(c -> Script.isFigure(c.text()))
                .map(c -> c.text() + " " + c.place().box().orElseThrow())
                .toList();
    }

    private static List<Table> tables(Page page) {
        return new LayoutBuilder()
                .build(new Document("pdf", List.of(page), List.of(), List.of()))
                .tables();
    }

    /** The ruling cut at the edges of the columns or rows. */
    private static List<Ruling> pieces(Ruling r) {
        List<Ruling> pieces = new ArrayList<>();
        double from = r.from();
        while (from < r.to() - 0.1) {
            double to = r.horizontal() ? nextColumn(from) : from + ROW_PT;
            pieces.add(new Ruling(r.horizontal(), r.at(), from, to, 0.5));
            from = to;
        }
        return pieces;
    }

    private static double nextColumn(double x) {
        for (double edge : XS) {
            if (edge > x + 0.1) {
                return edge;
            }
        }
        throw new IllegalArgumentException("beyond the table: " + x);
    }

    // ---- drawing

    private static Page whole(List<Field> fields) {
        List<Glyph> glyphs = new ArrayList<>();
        List<Ruling> rulings = new ArrayList<>();
        for (Field f : fields) {
            draw(f, 100 + f.row() * ROW_PT, 100 + f.end() * ROW_PT, f.text(), glyphs, rulings);
        }
        return new Page(1, 595, 842, glyphs, rulings, List.of());
    }

    private static Page page(int number, List<Field> fields, int part, Break at) {
        List<Glyph> glyphs = new ArrayList<>();
        List<Ruling> rulings = new ArrayList<>();
        int header = part == 1 && at.headerRepeated() ? HEADER_ROWS : 0;
        for (Field f : fields) {
            if (header > 0 && f.row() < HEADER_ROWS) {
                draw(f, 60 + f.row() * ROW_PT, 60 + f.end() * ROW_PT, f.text(), glyphs, rulings);
            }
            int from = part == 0 ? f.row() : Math.max(f.row(), at.afterRow());
            int to = part == 0 ? Math.min(f.end(), at.afterRow()) : f.end();
            if (at.rowCut() && part == 1 && f.row() < at.afterRow() && f.end() >= at.afterRow()) {
                from = at.afterRow() - 1;
            }
            if (from < to) {
                double zero = part == 0 ? 300 : 60 + (header - at.afterRow() + (at.rowCut() ? 1 : 0)) * ROW_PT;
                boolean ofCutRow = at.rowCut() && f.rowSpan() == 1 && f.end() == at.afterRow();
                boolean cut =
                        to - from < f.rowSpan() || at.rowCut() && f.end() >= at.afterRow() && f.row() < at.afterRow();
                LabelOn label = !ofCutRow ? at.label() : f.column() < 3 ? LabelOn.CUT : LabelOn.FIRST;
                String text = cut ? shown(f.text(), part, label) : f.text();
                draw(f, zero + from * ROW_PT, zero + to * ROW_PT, text, glyphs, rulings);
            }
        }
        return new Page(number, 595, 842, glyphs, rulings, List.of());
    }

    private static String shown(String text, int part, LabelOn label) {
        int half = (text.length() + 1) / 2;
        return switch (label) {
            case FIRST -> part == 0 ? text : "";
            case SECOND -> part == 1 ? text : "";
            case BOTH -> text;
            case CUT -> part == 0 ? text.substring(0, half) : text.substring(half);
        };
    }

    private static void draw(Field f, double top, double foot, String text, List<Glyph> glyphs, List<Ruling> rulings) {
        double left = XS[f.column()];
        double right = XS[f.column() + f.columnSpan()];
        rulings.add(new Ruling(true, top, left, right, 0.5));
        rulings.add(new Ruling(true, foot, left, right, 0.5));
        rulings.add(new Ruling(false, left, top, foot, 0.5));
        rulings.add(new Ruling(false, right, top, foot, 0.5));
        // As many lines as fit between top and foot, in smaller type where need be.
        double size = SIZE_PT;
        int perLine = (int) ((right - left - 2) / size);
        while (Math.ceil((double) text.length() / perLine) * size * 1.05 > foot - top) {
            size *= 0.9;
            perLine = (int) ((right - left - 2) / size);
        }
        int lines = (text.length() + perLine - 1) / perLine;
        double pitch = size * 1.05;
        for (int i = 0; i < text.length(); i++) {
            int line = i / perLine;
            int inLine = Math.min(perLine, text.length() - line * perLine);
            double x = (left + right) / 2 - inLine * size / 2 + (i % perLine) * size;
            double baseline = (top + foot) / 2 + (line - (lines - 1) / 2.0) * pitch + 0.36 * size;
            Box box = new Box(x, baseline - 0.88 * size, x + size, baseline + 0.2 * size);
            glyphs.add(new Glyph(text.substring(i, i + 1), box, baseline, size, 0, "Song"));
        }
    }

    // ---- the table

    private static List<Field> fields(Zeros zeros) {
        List<Field> all = new ArrayList<>();
        all.add(new Field(0, 0, 3, 3, "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"));
        all.add(new Field(0, 3, 1, 7, "申请人情况"));
        all.add(new Field(1, 3, 2, 1, "自然人"));
        all.add(new Field(1, 4, 1, 5, "法人或其他组织"));
        all.add(new Field(1, 9, 2, 1, "总计"));
        String[] kinds = {"企业", "机构", "公益", "法律", "其他"};
        for (int i = 0; i < kinds.length; i++) {
            all.add(new Field(2, 4 + i, 1, 1, kinds[i]));
        }
        all.add(new Field(3, 0, 1, 3, "一、本年新收政府信息公开申请数量"));
        all.add(new Field(4, 0, 1, 3, "二、上年结转政府信息公开申请数量"));
        all.add(new Field(5, 0, 22, 1, "三、本年度办理结果"));
        all.add(new Field(5, 1, 1, 2, "（一）予以公开"));
        all.add(new Field(6, 1, 1, 2, "（二）部分公开"));
        addGroup(all, 7, "（三）不予公开", 8);
        addGroup(all, 15, "（四）无法提供", 3);
        addGroup(all, 18, "（五）不予处理", 5);
        addGroup(all, 23, "（六）其他处理", 3);
        all.add(new Field(26, 1, 1, 2, "（七）总计"));
        all.add(new Field(27, 0, 1, 3, "四、结转下年度继续办理"));
        for (int r = 3; r < 28; r++) {
            for (int c = 3; c < 10; c++) {
                int value = r * c % 3 == 0 || zeros == Zeros.NONE ? r * 10 + c : 0;
                all.add(new Field(r, c, 1, 1, value == 0 && zeros == Zeros.BLANK ? "" : String.valueOf(value)));
            }
        }
        return all;
    }

    private static void addGroup(List<Field> all, int row, String label, int rows) {
        all.add(new Field(row, 1, rows, 1, label));
        for (int i = 0; i < rows; i++) {
            all.add(new Field(row + i, 2, 1, 1, (i + 1) + ".属于第" + (char) ('甲' + i) + "类事项"));
        }
    }
}
