package gouji.document.ocr;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The print within one cell, told from border remains and grain: lines of text, and how much dark was left over.
 *
 * @param lines bounds of each line, from the top down
 * @param leftOver the largest size among dark pieces that went into no line and are no border remains, as a share of the
 *     tallest line (or of a small digit where there is no line)
 * @param paper grey of the paper
 * @param dark grey of the print
 * @param depth how much darker than the paper its darkest is
 * @param pale whether the print is much paler than that of the page: what shows through from the other side may be
 * @param reach the lines with what stands beside them much paler, as print that a seal half covers; mostly the lines
 * @param mark "-" or "/" where the print is nothing else, by its shape; otherwise empty
 */
record CellInk(
        List<Blob> lines,
        double leftOver,
        double paper,
        double dark,
        double depth,
        boolean pale,
        String mark,
        List<Blob> reach) {
    private static final double SMALL_STROKE_IN2 = 0.0009;
    private static final double BIG_IN = 0.04;
    private static final double MEDIUM_IN = 0.022;
    private static final double BORDER_IN = 0.02;
    private static final double USUAL_EM_IN = 0.13;
    /** Print taller than this may be two lines that touch. */
    private static final double SPLIT_IN = 0.17;

    /** What is left over beside a dash is measured by a small digit, in ems. */
    private static final double LEAST_MEASURE = 0.5;

    /** Remains of a border mostly run along this share of the cell. */
    private static final double WHOLE_BORDER = 0.8;
    /** The parts of a character stand no further apart, in heights of the line. */
    private static final double CLOSE = 0.45;

    private static final double LEAST_CONTRAST = 16;
    /** Area of a short dash. */
    private static final double LEAST_PRINT_IN2 = 0.0003;
    /** Darkest of a cell, as a share of the page's print, below which it shows through from the other side or is grain. */
    private static final double NO_PRINT = 0.3;

    private static final double PALE = 0.45;
    /** From this grain on single pixels say nothing. */
    private static final double GRAINY = 6;

    /** Print half covered by a seal is still so dark, in shares of the page's print; what shows through is paler. */
    private static final double FAINT = 0.27;

    /** What is left of the darkness of thin print where grain was smoothed off. */
    private static final double FADED = 0.7;

    /** Share of the way from print to paper up to which grey is print. */
    private static final double HALF_WAY = 0.5;
    /** The same for a stroke of a pixel or two that leans: some of its rows are nowhere dark. */
    private static final double THIN = 0.35;
    /** The same where a seal in grey lies over the cell. */
    private static final double DARKER = 0.33;

    /** @param print how much darker than paper the print of the page is */
    static CellInk of(Patch raw, double dpi, double noise, double print) {
        Patch patch = raw.smoothed();
        double pixels = patch.width * (double) patch.height;
        double paper = patch.quantile(0.6);
        double dark = patch.quantile(Math.min(0.5, SMALL_STROKE_IN2 * dpi * dpi / pixels));
        double peak = (noise > GRAINY ? patch : raw).quantile(Math.min(0.5, LEAST_PRINT_IN2 * dpi * dpi / pixels));
        double usual = noise > GRAINY ? FADED * print : print;
        boolean thin = noise <= GRAINY && Hairlines.areOn(raw, paper, print, dpi);
        if (paper - dark < Math.max(LEAST_CONTRAST, 1.5 * noise) || paper - peak < NO_PRINT * usual && !thin) {
            return new CellInk(List.of(), 0, paper, dark, paper - peak, false, "", List.of());
        }
        boolean pale = paper - peak < PALE * usual && !thin;
        double sharpest = raw.quantile(Math.min(0.5, SMALL_STROKE_IN2 * dpi * dpi / pixels));
        List<Blob> sharp = pieces(raw, dpi, sharpest + HALF_WAY * (paper - sharpest));
        List<Blob> faint = noise > GRAINY ? List.of() : pieces(raw, dpi, paper - FAINT * print);
        CellInk ink =
                at(patch, dpi, paper, dark, peak, HALF_WAY, pale).with(sharp).reaching(faint);
        String mark = sharpMark(raw, ink, dpi, noise, peak);
        if (!mark.isEmpty()) {
            return ink.marked(mark, raw, print);
        }
        if (ink.isWhole(patch)) {
            return ink;
        }
        CellInk darker =
                at(patch, dpi, paper, dark, peak, DARKER, pale).with(sharp).reaching(faint);
        return darker.isWhole(patch) && darker.isShort()
                ? darker.marked(sharpMark(raw, darker, dpi, noise, peak), raw, print)
                : ink;
    }

    /** A stroke thinner than a pixel is pale in each of its rows, and not in all of them together. */
    private CellInk marked(String sign, Patch raw, double print) {
        if (sign.isEmpty()) {
            return this;
        }
        boolean full = sign.equals("-") && Hairlines.isFull(raw, lines.get(0), paper, print);
        return new CellInk(lines, leftOver, paper, dark, depth, pale && !full, sign, reach);
    }

    private static List<Blob> pieces(Patch raw, double dpi, double threshold) {
        int margin = margin(dpi);
        List<Blob> blobs = Blobs.of((x, y) -> raw.at(x, y) < threshold, raw.width, raw.height, margin);
        blobs.removeIf(b -> isBorder(b, raw, margin));
        return blobs;
    }

    /** With the strokes that stand beside its lines. */
    private CellInk with(List<Blob> sharp) {
        List<Blob> all = List.copyOf(Hairlines.joined(lines, sharp));
        return new CellInk(all, leftOver, paper, dark, depth, pale, all.equals(lines) ? mark : "", all);
    }

    /** Where the words of its table, which can be read and so lie on this side, are no darker than {@code words}, they are the measure. */
    CellInk amongWords(double words) {
        return new CellInk(lines, leftOver, paper, dark, depth, pale && depth < PALE * words, mark, reach);
    }

    private CellInk reaching(List<Blob> faint) {
        return new CellInk(
                lines, leftOver, paper, dark, depth, pale, mark, List.copyOf(Hairlines.joined(lines, faint)));
    }

    private static int margin(double dpi) {
        return (int) Math.max(1, Math.round(BORDER_IN * dpi));
    }

    /** The mark that the print is before it is smoothed, which makes a short dash as high as it is wide and a slash broad. */
    private static String sharpMark(Patch raw, CellInk ink, double dpi, double noise, double peak) {
        if (ink.pale() && ink.mark().equals("-")) {
            return "-";
        }
        if (noise > GRAINY || !ink.mark().isEmpty() || ink.lines().size() != 1) {
            return "";
        }
        String dash = markAt(raw, ink, dpi, ink.paper() - HALF_WAY * (ink.paper() - peak));
        String slash = markAt(raw, ink, dpi, ink.paper() - THIN * (ink.paper() - peak));
        boolean flat = MarkShape.isFlat(raw, ink.lines().get(0), ink.paper(), dpi);
        return dash.equals("-") || flat ? "-" : slash.equals("/") ? slash : "";
    }

    private static String markAt(Patch raw, CellInk ink, double dpi, double threshold) {
        Blob line = ink.lines().get(0);
        Blobs.Mask print = (x, y) -> raw.at(x, y) < threshold;
        Blob bounds = null;
        for (int y = Math.max(0, line.y0() - 1); y < Math.min(raw.height, line.y1() + 1); y++) {
            for (int x = Math.max(0, line.x0() - 1); x < Math.min(raw.width, line.x1() + 1); x++) {
                if (print.dark(x, y)) {
                    Blob pixel = new Blob(x, y, x + 1, y + 1, 1, 0);
                    bounds = bounds == null ? pixel : bounds.with(pixel);
                }
            }
        }
        return bounds == null ? "" : MarkShape.of(bounds, print, dpi);
    }

    /** One line of print, nothing beside it, and paper between it and the border. */
    private boolean isWhole(Patch patch) {
        return lines.size() == 1
                && leftOver < 0.35
                && lines.get(0).x0() > 0
                && lines.get(0).x1() < patch.width;
    }

    private boolean isShort() {
        return lines.get(0).width() < 3.5 * lines.get(0).height();
    }

    private static CellInk at(
            Patch patch, double dpi, double paper, double dark, double peak, double share, boolean pale) {
        double threshold = dark + share * (paper - dark);
        int margin = margin(dpi);
        Blobs.Mask mask = (x, y) -> patch.at(x, y) < threshold;
        List<Blob> blobs = Blobs.of(mask, patch.width, patch.height, margin);
        List<Blob> borders =
                blobs.stream().filter(b -> isBorder(b, patch, margin)).toList();
        blobs.removeAll(borders);
        CellInk ink = gather(blobs, dpi, paper, dark);
        List<Blob> lines = new ArrayList<>();
        ink.lines().forEach(l -> LineSplit.split(l, mask, SPLIT_IN * dpi, lines));
        double left = Math.max(ink.leftOver(), torn(borders, lines, patch.height));
        String mark = lines.size() == 1 ? MarkShape.of(lines.get(0), mask, dpi) : "";
        return new CellInk(List.copyOf(lines), left, paper, dark, paper - peak, pale, mark, List.copyOf(lines));
    }

    /**
     * Pieces taken for remains of a border that stand beside a line and are no longer than it: the half of a character that
     * stands close to the border may be one.
     *
     * @return the largest of them, as a share of its line
     */
    private static double torn(List<Blob> borders, List<Blob> lines, int height) {
        double most = 0;
        for (Blob line : lines) {
            for (Blob b : borders) {
                boolean beside = b.height() < WHOLE_BORDER * height
                        && b.commonHeight(line) > 0.6
                        && b.gapAcross(line) < CLOSE * line.height();
                most = beside ? Math.max(most, (double) b.height() / line.height()) : most;
            }
        }
        return most;
    }

    private static boolean isBorder(Blob b, Patch patch, int margin) {
        boolean touches = b.x0() == 0 || b.y0() == 0 || b.x1() == patch.width || b.y1() == patch.height;
        boolean thin = Math.min(b.width(), b.height()) <= margin;
        return touches && thin || b.atBorder() > 0.6 * b.area();
    }

    private static CellInk gather(List<Blob> blobs, double dpi, double paper, double dark) {
        double big = BIG_IN * dpi;
        double medium = MEDIUM_IN * dpi;
        List<Blob> main =
                new ArrayList<>(blobs.stream().filter(b -> b.size() >= big).toList());
        if (main.isEmpty()) {
            main.addAll(blobs.stream().filter(b -> b.size() >= 0.75 * big).toList());
        }
        List<Blob> lines = joined(lines(main), dpi);
        List<Blob> rest = new ArrayList<>();
        for (Blob b : blobs) {
            if (!main.contains(b) && b.size() >= medium) {
                rest.add(b);
            }
        }
        double left = attach(rest, lines);
        double tallest = lines.stream().mapToInt(Blob::height).max().orElse((int) (0.7 * USUAL_EM_IN * dpi));
        lines.sort(Comparator.comparingInt(Blob::y0));
        double measure = Math.max(LEAST_MEASURE * USUAL_EM_IN * dpi, tallest);
        return new CellInk(List.copyOf(lines), left / measure, paper, dark, 0, false, "", List.copyOf(lines));
    }

    /** Blobs with common height are one line. */
    private static List<Blob> lines(List<Blob> main) {
        List<Blob> lines = new ArrayList<>();
        for (Blob b : main) {
            Blob grown = b;
            for (int i = 0; i < lines.size(); ) {
                if (lines.get(i).commonHeight(grown) >= 0.4) {
                    grown = grown.with(lines.remove(i));
                    i = 0;
                } else {
                    i++;
                }
            }
            lines.add(grown);
        }
        lines.sort(Comparator.comparingInt(Blob::y0));
        return lines;
    }

    /** The strokes of a 二 or 三 that stands alone are one line. */
    private static List<Blob> joined(List<Blob> lines, double dpi) {
        double em = Math.max(
                USUAL_EM_IN * dpi,
                Math.min(0.3 * dpi, lines.stream().mapToInt(Blob::height).max().orElse(0)));
        List<Blob> out = new ArrayList<>();
        for (Blob line : lines) {
            Blob last = out.isEmpty() ? null : out.get(out.size() - 1);
            boolean parts = last != null
                    && Math.min(last.height(), line.height()) < 0.45 * em
                    && line.y0() - last.y1() < 0.45 * em
                    && line.y1() - last.y0() <= 1.25 * em
                    && line.gapAcross(last) < em / 2;
            if (parts) {
                out.set(out.size() - 1, last.with(line));
            } else {
                out.add(line);
            }
        }
        return out;
    }

    /** Points and broken pieces join the line beside them; returns the size of the largest piece that joined none. */
    private static double attach(List<Blob> rest, List<Blob> lines) {
        double left = 0;
        boolean grown = true;
        while (grown) {
            grown = false;
            for (int i = 0; i < rest.size(); i++) {
                Blob b = rest.get(i);
                for (int k = 0; k < lines.size(); k++) {
                    Blob line = lines.get(k);
                    if (b.commonHeight(line) > 0.6 && b.gapAcross(line) < 0.45 * line.height()) {
                        lines.set(k, line.with(b));
                        rest.remove(i--);
                        grown = true;
                        break;
                    }
                }
            }
        }
        for (Blob b : rest) {
            left = Math.max(left, b.size());
        }
        return left;
    }
}
