package gouji.office;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;

/**
 * A chart of horizontal bars, each of one or more parts.
 *
 * @param title above it
 * @param note below it: what it covers and what it leaves out
 * @param series names of the parts
 * @param bars in order from the top
 */
record StackedBars(String title, String note, List<String> series, List<Bar> bars) {
    private static final List<String> COLORS =
            List.of("#0072B2", "#56B4E9", "#D55E00", "#E69F00", "#CC79A7", "#009E73", "#999999");
    private static final int WIDTH = 900;
    private static final int LABEL = 270;
    private static final int BAR_WIDTH = 500;
    private static final int STEP = 30;
    private static final int LEGEND_COLUMN = 150;

    StackedBars {
        series = List.copyOf(series);
        bars = List.copyOf(bars);
    }

    /**
     * A bar.
     *
     * @param label at its left
     * @param parts one for each series, none negative
     */
    record Bar(String label, List<BigDecimal> parts) {
        Bar {
            parts = List.copyOf(parts);
        }

        BigDecimal total() {
            return parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    /** As SVG with a title that is read aloud. */
    String svg() {
        int top = series.size() > 1 ? 40 : 10;
        int height = top + bars.size() * STEP + 10;
        StringBuilder svg = new StringBuilder();
        svg.append("<svg role=\"img\" viewBox=\"0 0 ")
                .append(WIDTH)
                .append(' ')
                .append(height)
                .append("\">\n<title>");
        svg.append(NoteHtml.escape(title)).append("</title>\n");
        if (series.size() > 1) {
            legend(svg);
        }
        BigDecimal most =
                bars.stream().map(Bar::total).max(BigDecimal::compareTo).orElse(BigDecimal.ZERO);
        for (int i = 0; i < bars.size(); i++) {
            bar(svg, bars.get(i), top + i * STEP, most);
        }
        return svg.append("</svg>\n").toString();
    }

    private void legend(StringBuilder svg) {
        for (int i = 0; i < series.size(); i++) {
            int x = i * LEGEND_COLUMN;
            rectangle(svg, x, 8, 14, 14, color(i), series.get(i));
            text(svg, x + 20, 20, "start", series.get(i));
        }
    }

    private void bar(StringBuilder svg, Bar bar, int y, BigDecimal most) {
        text(svg, LABEL - 8, y + 19, "end", shortened(bar.label()));
        double x = LABEL;
        for (int i = 0; i < bar.parts().size(); i++) {
            BigDecimal part = bar.parts().get(i);
            double width = most.signum() == 0 ? 0 : part.doubleValue() / most.doubleValue() * BAR_WIDTH;
            if (width > 0) {
                rectangle(svg, x, y + 4, width, STEP - 9, color(i), series.get(i) + " " + plain(part));
                x += width;
            }
        }
        text(svg, x + 6, y + 19, "start", plain(bar.total()));
    }

    private static String shortened(String label) {
        return label.length() <= 18 ? label : label.substring(0, 17) + "…";
    }

    private static String color(int series) {
        return COLORS.get(series % COLORS.size());
    }

    private static String plain(BigDecimal number) {
        return new DecimalFormat("#,##0.####", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(number);
    }

    private static void rectangle(
            StringBuilder svg, double x, double y, double width, double height, String color, String tip) {
        svg.append("<rect x=\"")
                .append(rounded(x))
                .append("\" y=\"")
                .append(rounded(y))
                .append("\" width=\"");
        svg.append(rounded(width))
                .append("\" height=\"")
                .append(rounded(height))
                .append("\" fill=\"")
                .append(color);
        svg.append("\"><title>").append(NoteHtml.escape(tip)).append("</title></rect>\n");
    }

    private static void text(StringBuilder svg, double x, double y, String anchor, String text) {
        svg.append("<text x=\"")
                .append(rounded(x))
                .append("\" y=\"")
                .append(rounded(y))
                .append("\" text-anchor=\"");
        svg.append(anchor).append("\">").append(NoteHtml.escape(text)).append("</text>\n");
    }

    private static String rounded(double number) {
        return BigDecimal.valueOf(number).setScale(1, RoundingMode.HALF_UP).toPlainString();
    }
}
