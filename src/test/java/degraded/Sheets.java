package degraded;

import degraded.Form.FormCell;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Prints a made report on A4 pages with Java2D. */
final class Sheets {
    private static final double WIDTH_PT = 595.3;
    private static final double HEIGHT_PT = 841.9;

    private static final Color PRINT = new Color(25, 25, 25);
    private static final Color[] INKS = {new Color(0, 0, 238), new Color(200, 20, 30), new Color(0, 112, 192)};

    private final Made made;
    private final double dpi;
    private final Rules rules;
    private final Random random;
    private final Font han;
    private final Font latin;
    private final double size;
    private final double row;
    private final double left;
    private final double width;
    private final List<PrintedPage> pages = new ArrayList<>();

    private Graphics2D g;
    private double y;
    private Color ink = PRINT;

    /**
     * @param image the page in RGB
     * @param tables the tables on it, from the top
     * @param topPt upper edge of its first table
     * @param lowPt lower edge of its last
     */
    record PrintedPage(
            BufferedImage image, List<Form> tables, double leftPt, double topPt, double rightPt, double lowPt) {}

    private Sheets(Made made, double dpi, Rules rules, Random random, boolean bundledOnly, boolean one) {
        this.made = made;
        this.dpi = dpi;
        this.rules = rules;
        this.random = random;
        List<Font> hans = Faces.han(bundledOnly);
        List<Font> latins = Faces.latin(bundledOnly);
        this.han = hans.get(random.nextInt(hans.size()));
        this.latin = latins.isEmpty() || random.nextInt(3) == 0 ? han : latins.get(random.nextInt(latins.size()));
        this.size = one ? 7.5 : 8.5 + 0.5 * random.nextInt(4);
        this.row = one ? 12.6 : 17.5 + random.nextInt(4);
        this.left = 50 + random.nextInt(25);
        this.width = WIDTH_PT - 2 * left + random.nextInt(10);
    }

    /** Pages on one sheet, beside or below each other. */
    static PrintedPage joined(List<PrintedPage> pages, boolean beside) {
        int width = pages.stream().mapToInt(p -> p.image().getWidth()).sum() / (beside ? 1 : pages.size());
        int height = pages.stream().mapToInt(p -> p.image().getHeight()).sum() / (beside ? pages.size() : 1);
        BufferedImage sheet = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = sheet.createGraphics();
        List<Form> tables = new ArrayList<>();
        int at = 0;
        for (PrintedPage p : pages) {
            pen.drawImage(p.image(), beside ? at : 0, beside ? 0 : at, null);
            at += beside ? p.image().getWidth() : p.image().getHeight();
        }
        pen.dispose();
        // Tables are numbered from the top of the sheet.
        if (beside && pages.get(1).topPt() < pages.get(0).topPt()) {
            tables.add(pages.get(1).tables().get(0));
            tables.addAll(pages.get(0).tables());
            tables.addAll(pages.get(1).tables().subList(1, pages.get(1).tables().size()));
        } else {
            pages.forEach(p -> tables.addAll(p.tables()));
        }
        return new PrintedPage(sheet, tables, 0, 0, 0, 0);
    }

    /** @param one everything on one page, in small print */
    static List<PrintedPage> print(
            Made made, double dpi, Rules rules, Random random, boolean bundledOnly, boolean one) {
        return new Sheets(made, dpi, rules, random, bundledOnly, one).print(one);
    }

    private List<PrintedPage> print(boolean one) {
        List<Form> forms = Form.all(made);
        newPage();
        int year = 2021 + random.nextInt(5);
        line("青岚县水务局" + year + "年政府信息公开工作年度报告", size + 4, true);
        line("一、总体情况", size + 2, false);
        line("本局按照规定编制本报告，数据统计期限自" + year + "年1月1日起至12月31日止。", size + 1, false);
        line("二、主动公开政府信息情况", size + 2, false);
        table(forms.get(0));
        if (!one) {
            line("三、收到和处理政府信息公开申请情况", size + 2, false);
            newPage();
        } else {
            line("三、收到和处理政府信息公开申请情况", size + 2, false);
        }
        table(forms.get(1));
        line("四、政府信息公开行政复议、行政诉讼情况", size + 2, false);
        table(forms.get(2));
        line("五、存在的主要问题及改进情况", size + 2, false);
        line("无。", size + 1, false);
        line("六、其他需要报告的事项", size + 2, false);
        line("无其他需要报告的事项。", size + 1, false);
        g.dispose();
        return pages;
    }

    private void newPage() {
        if (g != null) {
            g.dispose();
        }
        BufferedImage image = new BufferedImage(
                (int) Math.round(WIDTH_PT * dpi / 72),
                (int) Math.round(HEIGHT_PT * dpi / 72),
                BufferedImage.TYPE_INT_RGB);
        g = image.createGraphics();
        g.setColor(new Color(250, 250, 247));
        g.fillRect(0, 0, image.getWidth(), image.getHeight());
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.scale(dpi / 72, dpi / 72);
        y = 48;
        pages.add(new PrintedPage(image, new ArrayList<>(), left, HEIGHT_PT, left + width, 0));
    }

    private void line(String text, double sizePt, boolean centred) {
        y += 1.3 * sizePt;
        double x = centred ? (WIDTH_PT - width(text, sizePt)) / 2 : left + 2;
        draw(text, x, y, sizePt);
        y += 0.5 * sizePt;
    }

    private static boolean isHan(char c) {
        return c >= 0x2E80;
    }

    private double width(String text, double sizePt) {
        return draw(text, Double.NaN, 0, sizePt);
    }

    /** Draws runs of Chinese and of other characters each in its face; returns the width. */
    private double draw(String text, double x, double baseline, double sizePt) {
        FontRenderContext context = g.getFontRenderContext();
        double at = 0;
        int from = 0;
        while (from < text.length()) {
            int to = from + 1;
            while (to < text.length() && isHan(text.charAt(to)) == isHan(text.charAt(from))) {
                to++;
            }
            Font face = (isHan(text.charAt(from)) ? han : latin).deriveFont((float) sizePt);
            String run = text.substring(from, to);
            if (!Double.isNaN(x)) {
                g.setColor(ink);
                g.setFont(face);
                g.drawString(run, (float) (x + at), (float) baseline);
            }
            at += face.getStringBounds(run, context).getWidth();
            from = to;
        }
        return at;
    }

    private void table(Form form) {
        y += 4;
        double[] xs = levels(left, form.widths(), width);
        double[] ys = levels(
                y, form.heights(), row * java.util.Arrays.stream(form.heights()).sum());
        RulePen pen = new RulePen(g, rules, random);
        pen.shade(form, xs, ys);
        int figures = RulePen.firstFigures(form);
        Color figureInk = rules.style() == Rules.Style.INKED ? INKS[random.nextInt(INKS.length)] : PRINT;
        for (FormCell cell : form.cells()) {
            boolean onFill = rules.style() == Rules.Style.FILLED && cell.row0() < figures;
            ink = onFill ? Color.WHITE : cell.figure() ? figureInk : PRINT;
            text(cell, xs, ys);
        }
        ink = PRINT;
        pen.draw(form, xs, ys);
        y = ys[ys.length - 1];
        PrintedPage p = pages.remove(pages.size() - 1);
        p.tables().add(form);
        pages.add(new PrintedPage(p.image(), p.tables(), left, Math.min(p.topPt(), ys[0]), left + width, y));
    }

    private static double[] levels(double from, double[] parts, double whole) {
        double sum = java.util.Arrays.stream(parts).sum();
        double[] levels = new double[parts.length + 1];
        levels[0] = from;
        for (int i = 0; i < parts.length; i++) {
            levels[i + 1] = levels[i] + parts[i] / sum * whole;
        }
        return levels;
    }

    private void text(FormCell cell, double[] xs, double[] ys) {
        double room = xs[cell.column1()] - xs[cell.column0()] - 3;
        List<String> lines = wrapped(cell.text(), room);
        double pitch = Math.min(1.18 * size, (ys[cell.row1()] - ys[cell.row0()] - 1) / Math.max(1, lines.size()));
        double widest = lines.stream().mapToDouble(l -> width(l, size)).max().orElse(0);
        double used = Math.min(Math.min(size, pitch), widest > room - 1 ? size * (room - 1) / widest : size);
        double middle = (ys[cell.row0()] + ys[cell.row1()]) / 2;
        double baseline = middle - pitch * (lines.size() - 1) / 2 + 0.36 * used;
        for (String line : lines) {
            double x = xs[cell.column0()] + 1.5 + (room - width(line, used)) / 2;
            draw(line, x, baseline, used);
            baseline += pitch;
        }
    }

    private List<String> wrapped(String text, double room) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (char c : text.toCharArray()) {
            if (line.length() > 0 && isHan(c) && width(line.toString() + c, size) > room) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(c);
        }
        if (line.length() > 0) {
            lines.add(line.toString());
        }
        return lines;
    }
}
