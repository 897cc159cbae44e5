package gouji.document.ocr;

import gouji.document.Alternative;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads cut-out cells: first every line over the whole alphabet, then what looks like a figure over the alphabet of
 * figures with several readings kept, and once more, differently cut, where that left a doubt.
 */
final class CellReader {
    private static final double INSET_IN = 0.0125;
    private static final double SIDE_EM = 0.3;
    private static final double DOUBT = 0.9;
    private static final double NOT_WHOLE = 0.5;
    private static final double LIKELY_BLANK = 0.5;
    private static final double SURE_BLANK = 0.97;
    private static final int KEPT = 5;
    /** How far a reading is believed where hairlines are lost. */
    private static final double COARSE = 0.92;
    /** The same where the figure may have lost one: it does not stand for itself. */
    private static final double BROKEN = 0.88;
    /** How sure a slash or a dash is by its shape. */
    private static final double MARK = 0.97;

    /** What the model saw with less is no sign of another sort. */
    private static final double SEEN = 0.5;

    private static final double MARK_ALONE = 0.35;
    /** Share of the print's darkness by which a pixel differs that was taken off. */
    private static final double CHANGED = 0.25;

    /** From this score words are what they say. */
    private static final double CLEAR = 0.8;

    /** Fewer words than this say nothing of the others. */
    private static final int FEW = 5;

    /** Less than this is no reading. */
    private static final double HARDLY = 0.02;

    /** Share of the way from print to paper up to which grey counts as print in the darker class. */
    private static final double DARKER_CLASS = 0.62;

    private static final double LEAST_WEIGHT = 0.3;
    private static final Pattern WELL_FORMED =
            Pattern.compile("(?!-0$)-?(0|[1-9]\\d*|[1-9]\\d{0,2}(,\\d{3})+)(\\.\\d+)?|[-/]|");

    private final TextModel model;

    CellReader(TextModel model) {
        this.model = model;
    }

    /**
     * What a cell says.
     *
     * @param text its text, lines joined; empty for a blank cell
     * @param figure whether it was read as a figure or a blank
     * @param lines lines of print in it
     * @param alternatives its readings, best first
     */
    record ReadCell(String text, boolean figure, int lines, List<Alternative> alternatives) {}

    /**
     * A cell on its way: its ink, the quad it was cut from, for each of its lines what the model saw, and whether the picture
     * ends within it.
     */
    private record Draft(Quad quad, Patch patch, CellInk ink, List<LineCut> lines, List<Sight> sights, boolean cut) {
        Draft amongWords(double depth) {
            return new Draft(quad, patch, ink.amongWords(depth), lines, sights, cut);
        }
    }

    /**
     * @param columns for each cell a number that cells of one column share; figures are expected where its neighbours
     *     hold figures
     */
    List<ReadCell> read(Sheet page, List<Quad> cells, List<Integer> columns) {
        List<Draft> drafts = new ArrayList<>();
        List<Patch> lines = new ArrayList<>();
        for (Quad cell : cells) {
            Draft draft = draft(page, cell);
            drafts.add(draft);
            draft.lines().forEach(c -> lines.add(c.of(page.print(), model.lineHeight())));
        }
        List<Sight> sights = model.read(lines);
        int next = 0;
        for (Draft d : drafts) {
            for (int i = 0; i < d.lines().size(); i++) {
                d.sights().add(sights.get(next++));
            }
        }
        return settled(page, drafts, columns);
    }

    private static Draft draft(Sheet page, Quad cell) {
        double inset = INSET_IN * page.dpi();
        double s = Math.min(0.2, inset / cell.width());
        double t = Math.min(0.2, inset / cell.height());
        Quad inner = cell.part(s, t, 1 - s, 1 - t);
        Patch patch = Patch.of(page.clean(), inner, (int) Math.max(4, Math.round(inner.width())), (int)
                Math.max(4, Math.round(inner.height())));
        CellInk ink = CellInk.of(patch, page.dpi(), page.noise(), page.tone().print());
        List<LineCut> lines = ink.lines().stream()
                .map(b -> LineCut.of(inner, patch, b, ink, page.dpi(), SIDE_EM))
                .toList();
        return new Draft(inner, patch, ink, lines, new ArrayList<>(), PictureEdge.cuts(page, cell));
    }

    /** How dark words are that leave no doubt; those of the other side cannot be read. */
    private static double depthOfWords(List<Draft> drafts) {
        double[] depths = drafts.stream()
                .filter(CellReader::isClear)
                .mapToDouble(d -> d.ink().depth())
                .sorted()
                .toArray();
        return depths.length < FEW ? Double.POSITIVE_INFINITY : depths[depths.length / 2];
    }

    private List<ReadCell> settled(Sheet page, List<Draft> given, List<Integer> columns) {
        double words = depthOfWords(given);
        List<Draft> drafts = given.stream().map(d -> d.amongWords(words)).toList();
        Map<Integer, int[]> counts = new LinkedHashMap<>();
        for (int i = 0; i < drafts.size(); i++) {
            Draft d = drafts.get(i);
            int[] count = counts.computeIfAbsent(columns.get(i), k -> new int[3]);
            count[0] += isPlainFigure(d) ? 1 : 0;
            count[1] += d.sights().isEmpty() || isPlainFigure(d) ? 0 : 1;
        }
        boolean broken = page.tone().isTwoTone() && isBroken(page, drafts);
        List<ReadCell> cells = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            Draft d = drafts.get(i);
            int[] count = counts.get(columns.get(i));
            count[2] += isPlainFigure(d) ? 1 : 0;
            boolean expected =
                    count[0] >= 3 && count[0] > count[1] && (count[2] > 0 && !isWords(d) || isShort(d) && !isClear(d));
            cells.add(d.sights().isEmpty() ? blank(d) : expected || isFigure(d) ? figure(page, d, broken) : label(d));
        }
        return cells;
    }

    private static boolean isBroken(Sheet page, List<Draft> drafts) {
        BrokenPrint print = new BrokenPrint();
        for (Draft d : drafts) {
            if (isPlainFigure(d)) {
                String text = d.sights().get(0).text();
                double threshold = (d.ink().dark() + d.ink().paper()) / 2;
                print.add(d.patch(), d.ink().lines().get(0), threshold, page.dpi(), text.length());
            }
        }
        return print.isBroken();
    }

    private static boolean isWords(Draft d) {
        return d.sights().stream()
                        .flatMapToInt(s -> s.text().codePoints())
                        .filter(c -> Character.isIdeographic(c) && Figures.classOf((char) c) < 0)
                        .count()
                >= 2;
    }

    /** Words of a heading, short as a figure, that leave no doubt. */
    private static boolean isClear(Draft d) {
        return isWords(d) && d.sights().stream().allMatch(s -> s.score() >= CLEAR);
    }

    /** The line with most print: where a figure was expected, others are remains of a seal. */
    private static int mainLine(Draft d) {
        int main = 0;
        for (int i = 1; i < d.ink().lines().size(); i++) {
            main = d.ink().lines().get(i).area() > d.ink().lines().get(main).area() ? i : main;
        }
        return main;
    }

    private static boolean isPlainFigure(Draft d) {
        return d.sights().size() == 1 && Figures.isFigure(d.sights().get(0).text());
    }

    /** A figure, or one narrow piece of print in which no character was seen. */
    private static boolean isFigure(Draft d) {
        return isPlainFigure(d)
                || d.sights().size() == 1
                        && isShort(d)
                        && (d.sights().get(0).text().isEmpty() || isSign(d));
    }

    /** A dash or a slash by its shape, in which no word was seen clearly. */
    private static boolean isSign(Draft d) {
        Sight seen = d.sights().get(0);
        boolean words = seen.text().codePoints().anyMatch(Character::isLetterOrDigit);
        return !d.ink().mark().isEmpty() && (!words || seen.score() < SEEN);
    }

    private static boolean isShort(Draft d) {
        return d.ink().lines().size() == 1
                && d.ink().lines().get(0).width() < 3.2 * d.ink().lines().get(0).height();
    }

    private static ReadCell blank(Draft d) {
        double sure = d.ink().leftOver() < 0.35 && !d.cut() ? SURE_BLANK : NOT_WHOLE;
        return new ReadCell("", true, 0, List.of(new Alternative("", sure)));
    }

    /**
     * Where it is as short as a figure, what it is if it is one is kept after its words. A figure of several lines is none: one
     * of them may be a stroke of something else.
     */
    private static ReadCell label(Draft d) {
        StringBuilder text = new StringBuilder();
        double least = 1;
        for (Sight s : d.sights()) {
            text.append(s.text());
            least = Math.min(least, s.score());
        }
        double sure = d.sights().size() > 1 && Figures.isFigure(text.toString()) ? NOT_WHOLE * least : least;
        List<Alternative> readings = new ArrayList<>(List.of(new Alternative(text.toString(), sure)));
        if (d.sights().size() == 1 && isShort(d)) {
            likeliest(d.sights().get(0)).stream()
                    .filter(a -> !a.text().isEmpty())
                    .map(a -> new Alternative(a.text(), NOT_WHOLE * a.score()))
                    .forEach(readings::add);
        }
        return new ReadCell(text.toString(), false, d.sights().size(), readings);
    }

    private ReadCell figure(Sheet page, Draft d, boolean broken) {
        List<Alternative> first = likeliest(d.sights().get(mainLine(d)));
        if (isMark(d.ink(), first.get(0))) {
            List<Alternative> read = byShape(first, d.ink().mark(), d.ink().pale() ? NOT_WHOLE * MARK : MARK);
            return new ReadCell(d.ink().mark(), true, 1, read);
        }
        List<Alternative> further = further(page, d);
        boolean cut =
                !further.isEmpty() && !further.get(0).text().equals(first.get(0).text());
        double whole = cut ? NOT_WHOLE : wholeness(page, d, first.get(0).text());
        List<Alternative> read = first;
        boolean cleaned = first.get(0).text().length() > 1 && isCleaned(page, d);
        if (first.get(0).score() * whole < DOUBT || cleaned) {
            List<List<Alternative>> looks = new ArrayList<>(List.of(first));
            secondLooks(page, d, cleaned).forEach(s -> looks.add(likeliest(s)));
            if (cut) {
                looks.add(further);
            }
            read = voted(looks);
        }
        boolean loses = page.losesHairlines() || broken;
        double sure = !loses
                ? 1
                : BrokenPrint.mayBeAnother(read.get(0).text(), broken, page.losesHairlines()) ? BROKEN : COARSE;
        double factor = (cut ? NOT_WHOLE : wholeness(page, d, read.get(0).text())) * sure;
        List<Alternative> scored = (loses ? BrokenPrint.withLost(read, broken) : read)
                .stream()
                        .map(a -> new Alternative(a.text(), a.score() * factor))
                        .toList();
        List<Alternative> kept = scored.get(0).score() < HARDLY ? orBlank(scored) : scored;
        return new ReadCell(kept.get(0).text(), true, 1, kept);
    }

    /** Read with what stands beside it much paler; empty where nothing does. What stands there is no print if it adds nothing. */
    private List<Alternative> further(Sheet page, Draft d) {
        Blob reach = d.ink().reach().get(mainLine(d));
        if (reach.equals(d.ink().lines().get(mainLine(d)))) {
            return List.of();
        }
        LineCut line = LineCut.of(d.quad(), d.patch(), reach, d.ink(), page.dpi(), SIDE_EM);
        return likeliest(
                model.read(List.of(line.of(page.print(), model.lineHeight()))).get(0));
    }

    /** Alone in its cell, and nothing the model sees clearly but an upright stroke: faded print may leave a bar of a 7. */
    private static boolean isMark(CellInk ink, Alternative seen) {
        boolean alone = !ink.mark().isEmpty() && ink.leftOver() < MARK_ALONE;
        String alike = ink.mark().equals("/") ? "17" : "1";
        return alone && (seen.score() < SEEN || seen.text().equals(ink.mark()) || alike.contains(seen.text()));
    }

    /** A mark known by its shape, and after it what the model saw. */
    private static List<Alternative> byShape(List<Alternative> seen, String mark, double sure) {
        List<Alternative> all = new ArrayList<>();
        all.add(new Alternative(mark, sure));
        seen.stream()
                .filter(a -> !a.text().equals(mark))
                .limit(KEPT - 1L)
                .map(a -> new Alternative(a.text(), a.score() * (1 - MARK)))
                .forEach(all::add);
        return all;
    }

    /** Whether something was taken off the page where the line's points stand. */
    private boolean isCleaned(Sheet page, Draft d) {
        if (page.given() == page.clean()) {
            return false;
        }
        LineCut line = d.lines().get(mainLine(d));
        Patch given = line.of(page.given(), model.lineHeight());
        Patch clean = line.of(page.clean(), model.lineHeight());
        for (int y = given.height / 2; y < given.height; y++) {
            for (int x = 0; x < given.width; x++) {
                if (Math.abs(given.at(x, y) - clean.at(x, y))
                        > CHANGED * page.tone().print()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Where hardly anything was seen the ink is grain as likely as print. */
    private static List<Alternative> orBlank(List<Alternative> read) {
        List<Alternative> all = new ArrayList<>();
        all.add(new Alternative("", HARDLY));
        read.stream().filter(a -> !a.text().isEmpty()).limit(KEPT - 1L).forEach(all::add);
        return all;
    }

    /** A wider cut, stretched; and one in which only the darker ink is left, for print under a seal. */
    private List<Sight> secondLooks(Sheet page, Draft d, boolean cleaned) {
        Blob line = d.ink().lines().get(mainLine(d));
        double dark = d.ink().dark();
        double paper = d.ink().paper();
        Patch wide = LineCut.of(d.quad(), d.patch(), line, d.ink(), page.dpi(), 2 * SIDE_EM)
                .of(page.print(), model.lineHeight());
        LineCut tight = LineCut.of(d.quad(), d.patch(), line, d.ink(), page.dpi(), SIDE_EM);
        List<Patch> looks = new ArrayList<>(List.of(
                wide.stretched(dark, paper),
                tight.of(page.print(), model.lineHeight()).stretched(dark, dark + DARKER_CLASS * (paper - dark))));
        if (cleaned) {
            looks.add(tight.of(page.given(), model.lineHeight()).stretched(dark, paper));
        }
        return model.read(looks);
    }

    /** Summed over the looks; a look in which hardly anything well-formed was seen weighs little. */
    private static List<Alternative> voted(List<List<Alternative>> looks) {
        Map<String, Double> sum = new LinkedHashMap<>();
        double weight = 0;
        for (List<Alternative> look : looks) {
            weight += Math.max(
                    LEAST_WEIGHT, look.stream().mapToDouble(Alternative::score).sum());
            look.forEach(a -> sum.merge(a.text(), a.score(), Double::sum));
        }
        double all = weight;
        sum.replaceAll((text, score) -> Math.min(1, score / all));
        return sorted(sum);
    }

    /**
     * Well-formed readings only; a stray point at an end is grain. There is print, so blank comes last, and what the model
     * gave it is shared out among the rest where it saw print itself.
     */
    private static List<Alternative> likeliest(Sight sight) {
        Map<String, Double> sum = new LinkedHashMap<>();
        for (Alternative a : Figures.likeliest(sight.figures(), 2 * KEPT)) {
            String text = a.text().replaceAll("^[.,]+|[.,]+$", "");
            if (WELL_FORMED.matcher(text).matches()) {
                sum.merge(text, a.score(), (x, y) -> Math.min(1, x + y));
            }
        }
        double blank = sum.getOrDefault("", 0.0);
        sum.remove("");
        if (blank < LIKELY_BLANK) {
            sum.replaceAll((text, score) -> Math.min(1, score / (1 - blank)));
        }
        List<Alternative> all = new ArrayList<>(sorted(sum));
        if (all.isEmpty()) {
            all.add(new Alternative("", Math.min(0.1, blank)));
        }
        return all;
    }

    private static List<Alternative> sorted(Map<String, Double> sum) {
        return sum.entrySet().stream()
                .map(e -> new Alternative(e.getKey(), e.getValue()))
                .sorted(Comparator.comparingDouble(Alternative::score)
                        .reversed()
                        .thenComparing(Alternative::text))
                .limit(KEPT)
                .toList();
    }

    /** 1 where the text accounts for the ink: nothing left beside it, and as many signs as its width asks for. */
    private double wholeness(Sheet page, Draft d, String text) {
        if (d.ink().leftOver() > 0.5 || d.ink().lines().size() > 1 || d.ink().pale()) {
            return NOT_WHOLE;
        }
        Blob line = d.ink().lines().get(mainLine(d));
        if (d.cut() && PictureEdge.mayGoOn(line, d.patch(), page.dpi())) {
            return NOT_WHOLE;
        }
        LineCut cut = d.lines().get(mainLine(d));
        if (line.x0() == 0 && !cut.isApart(page.print(), model.lineHeight(), true)
                || line.x1() == d.patch().width && !cut.isApart(page.print(), model.lineHeight(), false)) {
            return NOT_WHOLE;
        }
        double digits = text.chars().filter(Character::isDigit).count();
        if (digits == 0) {
            return line.width() > 0.9 * line.height() || text.equals("/") ? 1 : NOT_WHOLE;
        }
        double marks = text.length() - digits;
        double wide = (double) line.width() / line.height();
        double most = 0.85 * digits + 0.45 * marks + 0.35;
        double least = 0.5 * digits - 0.42;
        return wide > most || wide < least ? NOT_WHOLE : 1;
    }
}
