package tablegen;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tablegen.Field.Kind;

/** Makes tables up: trees of labels at the left and on top, figures where they cross. */
final class ModelMaker {
    /** How labels are written. */
    enum Writing {
        HAN,
        LATIN
    }

    /** What stands where nothing is counted. */
    enum Zeros {
        /** Every figure is found once in the table. */
        NONE,
        PRINTED,
        BLANK,
        DASH
    }

    private static final String HAN = "本年度政府信息公开申请数量办理结果予以部分不属于国家秘密其他法律规定行政机关内部事务过程性执法案卷查询项无法提供掌握没有现成需要另行"
            + "制作补正后仍明确处理信访举报投诉重复要求出版物正当理由大量反复确认重新获取逾期缴费用放弃上下级结转继续人民生活收入支出工业农业总值增长比重";
    private static final String[] LATIN = {
        "total",
        "income",
        "output",
        "of",
        "which",
        "foreign",
        "trade",
        "rural",
        "urban",
        "households",
        "energy",
        "water",
        "industry",
        "share",
        "change",
        "employed",
        "persons",
        "public",
        "services",
        "education",
        "health",
        "transport",
        "construction",
        "net",
        "gross",
        "balance",
        "payments",
        "agriculture",
        "fishing",
        "and",
        "other",
        "expenditure"
    };
    private static final String HAN_DIGITS = "一二三四五六七八九十";

    private final Random random;
    private final Writing writing;
    private final boolean ordinals;
    private final List<Field> fields = new ArrayList<>();
    private int serial;

    ModelMaker(Random random, Writing writing) {
        this.random = random;
        this.writing = writing;
        this.ordinals = random.nextInt(10) < 7;
    }

    /** A table of statistics; {@code most} limits its rows of figures and its columns of figures. */
    TableModel statistics(int mostRows, int mostColumns, Zeros zeros) {
        int stub = new int[] {1, 1, 2, 2, 3}[random.nextInt(5)];
        int values = 2 + random.nextInt(mostColumns - 1);
        int depth = 1 + random.nextInt(3);
        int header = addHeaders(stub, stub + values, 0, depth);
        addCorner(header, stub);
        int end = addRows(header, header + 3 + random.nextInt(mostRows - 2), 0, stub);
        int used = withoutUnusedColumns(stub);
        addValues(header, end, used, used + values, zeros);
        return new TableModel(end, used + values, header, used, fields);
    }

    /** The columns from..to from a level on; returns the first row below all of them. */
    private int addHeaders(int from, int to, int level, int depth) {
        List<int[]> groups = new ArrayList<>();
        int deepest = level + 1;
        for (int c = from; c < to; ) {
            boolean group = level + 1 < depth && to - c >= 2 && random.nextInt(3) > 0;
            int width = group ? 2 + random.nextInt(Math.min(5, to - c) - 1) : 1;
            groups.add(new int[] {c, c + width});
            c += width;
        }
        List<int[]> ends = new ArrayList<>();
        for (int[] g : groups) {
            int below = g[1] - g[0] > 1 ? addHeaders(g[0], g[1], level + 1, depth) : level + 1;
            ends.add(new int[] {g[0], g[1], below});
            deepest = Math.max(deepest, below);
        }
        for (int[] e : ends) {
            boolean group = e[1] - e[0] > 1;
            fields.add(new Field(level, e[0], 1, e[1] - e[0], group ? label(-1, 2, 6) : columnName(), Kind.HEADER));
        }
        return level == 0 ? stretched(deepest) : deepest;
    }

    /** Leaves reach down to the foot of the header. */
    private int stretched(int header) {
        for (int i = 0; i < fields.size(); i++) {
            Field f = fields.get(i);
            boolean leaf = fields.stream()
                    .noneMatch(o -> o.row() == f.endRow() && f.coversColumn(o.column()) && o.row() > f.row());
            if (leaf) {
                fields.set(i, new Field(f.row(), f.column(), header - f.row(), f.columnSpan(), f.text(), Kind.HEADER));
            }
        }
        return header;
    }

    private void addCorner(int header, int stub) {
        if (stub > 1 && random.nextInt(4) == 0) {
            for (int c = 0; c < stub; c++) {
                fields.add(new Field(0, c, header, 1, label(-1, 2, 3), Kind.HEADER));
            }
        } else {
            String text = random.nextInt(4) == 0 ? "" : label(-1, 2, random.nextInt(5) == 0 ? 30 : 4);
            fields.add(new Field(0, 0, header, stub, text, Kind.HEADER));
        }
    }

    /** Labels for rows from..to from a level on. */
    private int addRows(int from, int to, int level, int stub) {
        int number = 0;
        for (int r = from; r < to; ) {
            boolean group = level + 1 < stub && to - r >= 2 && random.nextInt(3) > 0;
            int height = group ? 2 + random.nextInt(Math.min(level == 0 ? 20 : 7, to - r) - 1) : 1;
            boolean longLabel = random.nextInt(8) == 0;
            fields.add(new Field(
                    r,
                    level,
                    height,
                    group ? 1 : stub - level,
                    label(ordinals ? 3 * number++ + level : -1, 2, longLabel ? 26 : 8),
                    Kind.STUB));
            if (group) {
                addRows(r, r + height, level + 1, stub);
            }
            r += height;
        }
        return to;
    }

    /** Takes out stub columns whose left edge no cell has; returns how many are left. */
    private int withoutUnusedColumns(int stub) {
        int left = stub;
        for (int edge = stub - 1; edge > 0; edge--) {
            int e = edge;
            if (fields.stream().noneMatch(f -> f.column() == e)) {
                fields.replaceAll(f -> new Field(
                        f.row(),
                        f.column() > e ? f.column() - 1 : f.column(),
                        f.rowSpan(),
                        f.column() < e && f.endColumn() > e ? f.columnSpan() - 1 : f.columnSpan(),
                        f.text(),
                        f.kind()));
                left--;
            }
        }
        return left;
    }

    private void addValues(int top, int end, int from, int to, Zeros zeros) {
        int format = random.nextInt(5);
        for (int r = top; r < end; r++) {
            int certain = from + random.nextInt(to - from);
            for (int c = from; c < to; c++) {
                boolean zero = zeros != Zeros.NONE && random.nextInt(3) > 0 && !(r == top && c == certain);
                String text = zero ? zero(zeros) : figure(format);
                fields.add(new Field(r, c, 1, 1, text, Kind.VALUE));
            }
        }
    }

    private static String zero(Zeros zeros) {
        return switch (zeros) {
            case BLANK -> "";
            case DASH -> "-";
            default -> "0";
        };
    }

    private String figure(int format) {
        int n = 10 + 7 * serial++;
        return switch (format) {
            case 0 -> n + "." + random.nextInt(10);
            case 1 -> n / 1000 + 1 + "," + "%03d".formatted(n % 1000);
            case 2 -> (random.nextInt(6) == 0 ? "-" : "") + n + "." + random.nextInt(10) + random.nextInt(10);
            default -> String.valueOf(n);
        };
    }

    private String columnName() {
        return random.nextInt(8) == 0
                ? (2010 + random.nextInt(15)) + (writing == Writing.HAN ? "年" : "")
                : label(-1, 2, random.nextInt(6) == 0 ? 12 : 5);
    }

    /** @param ordinal number of the label among its siblings times three plus its level, -1 for none */
    private String label(int ordinal, int least, int most) {
        StringBuilder out = new StringBuilder();
        if (ordinal >= 0) {
            out.append(ordinal(ordinal / 3, ordinal % 3));
        }
        int length = least + random.nextInt(most - least + 1);
        if (writing == Writing.HAN) {
            for (int i = 0; i < length; i++) {
                out.append(HAN.charAt(random.nextInt(HAN.length())));
            }
        } else {
            int words = 1 + length / 5;
            for (int i = 0; i < words; i++) {
                String word = LATIN[random.nextInt(LATIN.length)];
                out.append(i > 0 ? " " : ordinal >= 0 ? " " : "");
                out.append(i == 0 ? Character.toUpperCase(word.charAt(0)) + word.substring(1) : word);
            }
        }
        return out.toString();
    }

    private String ordinal(int number, int level) {
        if (writing == Writing.LATIN) {
            return level == 0 ? (number + 1) + "." : "(" + (number + 1) + ")";
        }
        String han = number < 10 ? HAN_DIGITS.substring(number, number + 1) : "十" + HAN_DIGITS.charAt(number % 10);
        return switch (level) {
            case 0 -> han + "、";
            case 1 -> "（" + han + "）";
            default -> (number + 1) + ".";
        };
    }

    // ---- the tables of a report on disclosure

    TableModel requests(Zeros zeros) {
        header(0, 0, 3, 3, "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）");
        header(0, 3, 1, 7, "申请人情况");
        header(1, 3, 2, 1, "自然人");
        header(1, 4, 1, 5, "法人或其他组织");
        header(1, 9, 2, 1, "总计");
        String[] kinds = {"商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"};
        for (int i = 0; i < kinds.length; i++) {
            header(2, 4 + i, 1, 1, kinds[i]);
        }
        stub(3, 0, 1, 3, "一、本年新收政府信息公开申请数量");
        stub(4, 0, 1, 3, "二、上年结转政府信息公开申请数量");
        stub(5, 0, 22, 1, "三、本年度办理结果");
        stub(5, 1, 1, 2, "（一）予以公开");
        stub(6, 1, 1, 2, "（二）部分公开（区分处理的，只计这一情形，不计其他情形）");
        group(
                7,
                "（三）不予公开",
                "1.属于国家秘密",
                "2.其他法律行政法规禁止公开",
                "3.危及“三安全一稳定”",
                "4.保护第三方合法权益",
                "5.属于三类内部事务信息",
                "6.属于四类过程性信息",
                "7.属于行政执法案卷",
                "8.属于行政查询事项");
        group(15, "（四）无法提供", "1.本机关不掌握相关政府信息", "2.没有现成信息需要另行制作", "3.补正后申请内容仍不明确");
        group(18, "（五）不予处理", "1.信访举报投诉类申请", "2.重复申请", "3.要求提供公开出版物", "4.无正当理由大量反复申请", "5.要求行政机关确认或重新出具已获取信息");
        group(23, "（六）其他处理", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "3.其他");
        stub(26, 1, 1, 2, "（七）总计");
        stub(27, 0, 1, 3, "四、结转下年度继续办理");
        addValues(3, 28, 3, 10, zeros);
        return new TableModel(28, 10, 3, 3, fields);
    }

    private void group(int row, String label, String... labels) {
        stub(row, 1, labels.length, 1, label);
        for (int i = 0; i < labels.length; i++) {
            stub(row + i, 2, 1, 1, labels[i]);
        }
    }

    TableModel remedies(Zeros zeros) {
        header(0, 0, 1, 5, "行政复议");
        header(0, 5, 1, 10, "行政诉讼");
        header(1, 5, 1, 5, "未经复议直接起诉");
        header(1, 10, 1, 5, "复议后起诉");
        String[] results = {"结果维持", "结果纠正", "其他结果", "尚未审结", "总计"};
        for (int i = 0; i < 15; i++) {
            header(i < 5 ? 1 : 2, i, i < 5 ? 2 : 1, 1, results[i % 5]);
        }
        addValues(3, 4, 0, 15, zeros);
        return new TableModel(4, 15, 3, 0, fields);
    }

    private void header(int row, int column, int rowSpan, int columnSpan, String text) {
        fields.add(new Field(row, column, rowSpan, columnSpan, text, Kind.HEADER));
    }

    private void stub(int row, int column, int rowSpan, int columnSpan, String text) {
        fields.add(new Field(row, column, rowSpan, columnSpan, text, Kind.STUB));
    }
}
