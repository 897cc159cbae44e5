package gouji.table;

import gouji.document.Box;
import gouji.document.Glyph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What stands between horizontal rules: band i lies below level i.
 *
 * @param levels one more than bands, from the top down
 * @param lines of each band
 * @param segments of each band: stretches of its lines without a clear gap
 */
record OpenBands(List<OpenLevel> levels, List<List<TextLine>> lines, List<List<Segment>> segments) {
    private static final double CLEAR_GAP_EM = 0.5;
    private static final double SIDE_PT = 2;
    private static final double BETWEEN_TABLES_EM = 0.8;

    static OpenBands of(List<OpenLevel> levels, List<Glyph> glyphs, LineFinder finder) {
        List<List<Glyph>> within = new ArrayList<>();
        for (int i = 0; i + 1 < levels.size(); i++) {
            within.add(new ArrayList<>());
        }
        double[] ys = levels.stream().mapToDouble(OpenLevel::at).toArray();
        OpenLevel top = levels.get(0);
        for (Glyph g : glyphs) {
            double x = Ink.middleX(g);
            int at = Arrays.binarySearch(ys, Ink.middleY(g));
            int band = at >= 0 ? at : -at - 2;
            if (band >= 0 && band < within.size() && x > top.from() && x < top.to()) {
                within.get(band).add(g);
            }
        }
        List<List<TextLine>> lines = new ArrayList<>();
        List<List<Segment>> segments = new ArrayList<>();
        for (List<Glyph> some : within) {
            List<TextLine> ofBand = finder.lines(some);
            lines.add(ofBand);
            List<Segment> all = new ArrayList<>();
            ofBand.forEach(l -> all.addAll(Segment.of(l, CLEAR_GAP_EM, List.of())));
            segments.add(all);
        }
        return new OpenBands(List.copyOf(levels), lines, segments);
    }

    int size() {
        return segments.size();
    }

    Box box() {
        OpenLevel top = levels.get(0);
        return new Box(top.from(), top.at(), top.to(), levels.get(size()).at());
    }

    OpenBands first(int bands) {
        return new OpenBands(levels.subList(0, bands + 1), lines.subList(0, bands), segments.subList(0, bands));
    }

    boolean isData(int band) {
        return segments.get(band).stream().anyMatch(Segment::isFigure);
    }

    int dataBands() {
        int n = 0;
        for (int i = 0; i < size(); i++) {
            n += isData(i) ? 1 : 0;
        }
        return n;
    }

    /** Whether a rule stops within the table: at a cell over several rows, or beside a group of columns. */
    boolean hasStops() {
        return levels.stream().anyMatch(l -> !l.isAllOf(levels.get(0), SIDE_PT));
    }

    /** Whether there are rows below a head: with figures, or a blank one of a form with a head of several levels. */
    boolean holdsRows() {
        return dataBands() >= (hasStops() ? 1 : 2) || hasStops() && firstData() < size();
    }

    /** The column edges inside of the sides, if their sides are these and no figure lies on any; else none. */
    List<Double> agreeing(List<Double> xs, double nearPt) {
        boolean same = xs.size() > 2
                && Math.abs(xs.get(0) - box().x0()) <= nearPt
                && Math.abs(xs.get(xs.size() - 1) - box().x1()) <= nearPt;
        boolean crossed = segments.stream()
                .flatMap(List::stream)
                .anyMatch(s -> s.isFigure() && xs.stream().anyMatch(x -> s.x0() < x && x < s.x1()));
        return same && !crossed ? xs.subList(1, xs.size() - 1) : List.of();
    }

    /** The first band with a figure, or without figures the first of the blank ones at the foot; all for none. */
    int firstData() {
        int i = 0;
        while (i < size() && !isData(i)) {
            i++;
        }
        while (dataBands() == 0 && i > 0 && segments.get(i - 1).isEmpty()) {
            i--;
        }
        return i;
    }

    /** How many bands hold figures one above the other: their rows are not ruled. */
    int stacked() {
        int n = 0;
        for (List<Segment> band : segments) {
            n += isStacked(band) ? 1 : 0;
        }
        return n;
    }

    private static boolean isStacked(List<Segment> band) {
        for (int i = 0; i < band.size(); i++) {
            for (int j = i + 1; j < band.size(); j++) {
                Segment a = band.get(i);
                Segment b = band.get(j);
                if (a.isFigure() && b.isFigure() && a.x0() < b.x1() && b.x0() < a.x1()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The bands of the first table: up to one that holds what stands between two tables. */
    int endOfFirstTable() {
        double[] slacks = new double[size()];
        for (int i = 0; i < size(); i++) {
            slacks[i] = slackPt(i);
        }
        double[] sorted = slacks.clone();
        Arrays.sort(sorted);
        double most = 2 * sorted[size() / 2];
        for (int i = 0; i < size(); i++) {
            boolean between = levels.get(i).isAllOf(levels.get(0), SIDE_PT)
                    && levels.get(i + 1).isAllOf(levels.get(0), SIDE_PT)
                    && segments.get(i).size() <= lines.get(i).size();
            if (between && slacks[i] > most + BETWEEN_TABLES_EM * sizePt(i)) {
                return i;
            }
        }
        return size();
    }

    private double sizePt(int band) {
        return lines.get(band).stream().mapToDouble(TextLine::sizePt).max().orElse(10);
    }

    /** Height of the band without its text. */
    private double slackPt(int band) {
        double height = levels.get(band + 1).at() - levels.get(band).at();
        double top =
                lines.get(band).stream().mapToDouble(l -> l.box().y0()).min().orElse(0);
        double foot =
                lines.get(band).stream().mapToDouble(l -> l.box().y1()).max().orElse(0);
        return height - (foot - top);
    }
}
