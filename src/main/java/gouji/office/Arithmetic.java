package gouji.office;

import gouji.check.IdentityCells;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * An identity spelled out with the figures of one report.
 *
 * @param lines the relation in printed words, the two sums, the difference
 * @param involved cells with a figure other than 0, in order
 */
record Arithmetic(List<String> lines, List<ReportCell> involved) {
    /** Finds a cell by row and column. */
    interface CellFinder {
        Optional<ReportCell> find(String row, String column);
    }

    /** Spells it out; empty where its sums are not those of the check, as when it reaches into another report. */
    static Optional<Arithmetic> of(IdentityCells identity, Map<String, String> check, CellFinder cells, Labels labels) {
        String table = check.get("table");
        boolean alongRows = Stream.concat(identity.left().stream(), identity.right().stream())
                        .map(IdentityCells.Weighted::row)
                        .distinct()
                        .count()
                > 1;
        Function<IdentityCells.Weighted, String> label =
                t -> alongRows ? labels.row(table, t.row()) : labels.column(table, t.column());
        Side left = new Side(identity.left(), cells, label);
        Side right = new Side(identity.right(), cells, label);
        if (!left.is(check.get("left")) || !right.is(check.get("right"))) {
            return Optional.empty();
        }
        List<String> lines = new ArrayList<>();
        lines.add("应有关系：" + left.words() + relation(identity) + right.words());
        lines.add("报告所载：" + left.sum() + "；" + right.sum());
        if (identity.left().size() == 1) {
            lines.add("本项填报" + left.total.toPlainString() + "，按其余数据应为" + right.total.toPlainString() + "，相差"
                    + left.total.subtract(right.total).toPlainString() + "。");
        } else {
            lines.add("两边应当相等，现相差" + left.total.subtract(right.total).toPlainString() + "。");
        }
        List<ReportCell> involved = new ArrayList<>(left.involved);
        involved.addAll(right.involved);
        return Optional.of(new Arithmetic(lines, involved));
    }

    private static String relation(IdentityCells identity) {
        return switch (identity.relation()) {
            case EQ -> " ＝ ";
            case GE -> " ≥ ";
            case LE -> " ≤ ";
        };
    }

    /** One side: of a long one, zeros are left out. */
    private static final class Side {
        private static final int SHORT = 4;

        private final List<ReportCell> involved = new ArrayList<>();
        private final StringBuilder words = new StringBuilder();
        private final StringBuilder figures = new StringBuilder();
        private BigDecimal total = BigDecimal.ZERO;
        private int leftOut;

        Side(List<IdentityCells.Weighted> terms, CellFinder cells, Function<IdentityCells.Weighted, String> label) {
            for (IdentityCells.Weighted term : terms) {
                Optional<ReportCell> cell = cells.find(term.row(), term.column());
                BigDecimal value = cell.flatMap(ReportCell::value).orElse(BigDecimal.ZERO);
                total = total.add(value.multiply(BigDecimal.valueOf(term.weight())));
                if (value.signum() == 0 && terms.size() > SHORT) {
                    leftOut++;
                } else {
                    String sign = term.weight() < 0 ? " － " : words.isEmpty() ? "" : " ＋ ";
                    words.append(sign).append('“').append(label.apply(term)).append('”');
                    figures.append(sign).append(value.toPlainString());
                    cell.ifPresent(involved::add);
                }
            }
        }

        String words() {
            if (words.isEmpty() && leftOut == 0) {
                return "0";
            }
            return leftOut > 0 ? words + "（其余" + leftOut + "项为0）" : words.toString();
        }

        String sum() {
            String sum = total.toPlainString();
            return figures.toString().equals(sum) || figures.isEmpty() ? sum : figures + " ＝ " + sum;
        }

        boolean is(String figure) {
            return !figure.isEmpty() && new BigDecimal(figure).compareTo(total) == 0;
        }
    }
}
