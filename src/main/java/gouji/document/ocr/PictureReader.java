package gouji.document.ocr;

import gouji.document.Box;
import gouji.document.CellReading;
import gouji.document.Glyph;
import gouji.document.Raster;
import gouji.document.Ruling;
import gouji.document.ocr.CellReader.ReadCell;
import gouji.document.ocr.FoundGrid.FoundCell;
import gouji.document.ocr.ProseFinder.ProseLine;
import gouji.document.ocr.Triage.Turn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads one picture: its grids cell by cell, and the lines of text outside them. */
final class PictureReader {
    private static final double LEAST_SCORE = 0.25;
    /** Mean score of lines of print below which a picture may lie on its side or its head. */
    private static final double POOR = 0.7;

    private final TextModel model;
    private final CellReader cells;

    PictureReader(TextModel model) {
        this.model = model;
        this.cells = new CellReader(model);
    }

    /**
     * What stands in a picture, in points of the page.
     *
     * @param grids number of ruled tables found
     * @param turn degrees clockwise by which the picture was turned to be read; everything lies as on the turned page
     * @param upright whether it is known which way is up
     */
    record Found(
            List<Glyph> glyphs,
            List<Ruling> rulings,
            List<CellReading> readings,
            int grids,
            int turn,
            boolean upright) {}

    /** How well the words of a picture could be read. */
    private static final class Legibility {
        private double scores;
        private int lines;
        private int seen;

        /** On a page that lies on its side every character is a line of its own. */
        void add(String text, int count, double score) {
            seen += Figures.isFigure(text) || text.isEmpty() ? 0 : 1;
            if (text.codePoints().filter(Character::isIdeographic).count() >= 2L * count && count > 0) {
                scores += score;
                lines++;
            }
        }

        boolean isPoor(int readings) {
            return scores < POOR * Math.max(lines, seen / 3.0) || lines == 0 && readings > 0;
        }
    }

    /**
     * Reads the picture as it lies, and turned where hardly a word can be read so.
     *
     * @param box where the picture lies on its page
     * @param whole whether the picture is the page: a quarter turn then turns the page as well
     */
    Found read(Raster given, Box box, boolean whole) {
        PictureView view = PictureView.of(given);
        Raster picture = view.picture();
        if (view.liesOnItsSide()) {
            return turned(picture, box, whole, Triage.turn(view, model));
        }
        Legibility legibility = new Legibility();
        Found found = readAsItLies(RuledPage.of(picture, view.darkness()), box, new Turn(0, true), legibility);
        boolean print = !found.glyphs().isEmpty() || found.grids() > 0;
        if (!print || !legibility.isPoor(found.glyphs().size())) {
            return found;
        }
        Turn turn = Triage.turn(view, model);
        return turn.degrees() == 0 ? found : turned(picture, box, whole, turn);
    }

    private Found turned(Raster picture, Box box, boolean whole, Turn turn) {
        Box turned = whole && turn.degrees() != 180
                ? new Box(box.x0(), box.y0(), box.x0() + box.heightPt(), box.y0() + box.widthPt())
                : box;
        RuledPage page = RuledPage.of(picture.turned(turn.degrees()));
        return readAsItLies(page, turned, turn, new Legibility());
    }

    private Found readAsItLies(RuledPage page, Box box, Turn turn, Legibility legibility) {
        Raster picture = page.picture();
        Darkness darkness = page.darkness();
        List<FoundGrid> grids = page.grids();
        Scale scale = new Scale(box, box.widthPt() / picture.width(), box.heightPt() / picture.height());
        Found found = new Found(
                new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), grids.size(), turn.degrees(), turn.sure());
        List<Quad> frames = new ArrayList<>();
        Sheet sheet = Sheet.of(picture, darkness.noise());
        for (FoundGrid grid : grids) {
            frames.add(quad(grid, 0, 0, grid.ys().length - 1, grid.xs().length - 1));
            readGrid(sheet, grid, scale, found, legibility);
        }
        readProse(picture, new ProseFinder(darkness).find(frames), scale, found, legibility);
        return found;
    }

    /** From pixels of the picture to points of the page. */
    private record Scale(Box box, double xPt, double yPt) {
        double x(double px) {
            return box.x0() + px * xPt;
        }

        double y(double px) {
            return box.y0() + px * yPt;
        }
    }

    private static Quad quad(FoundGrid g, int r0, int c0, int r1, int c1) {
        double[] a = g.toPicture(g.xs()[c0], g.ys()[r0]);
        double[] b = g.toPicture(g.xs()[c1], g.ys()[r0]);
        double[] c = g.toPicture(g.xs()[c1], g.ys()[r1]);
        double[] d = g.toPicture(g.xs()[c0], g.ys()[r1]);
        // The middle of a pixel is half a pixel from its corner.
        return new Quad(a[0] + .5, a[1] + .5, b[0] + .5, b[1] + .5, c[0] + .5, c[1] + .5, d[0] + .5, d[1] + .5);
    }

    private void readGrid(Sheet sheet, FoundGrid grid, Scale scale, Found found, Legibility legibility) {
        List<Quad> quads = new ArrayList<>();
        List<Integer> columns = new ArrayList<>();
        for (FoundCell c : grid.cells()) {
            quads.add(quad(grid, c.row0(), c.column0(), c.row1(), c.column1()));
            columns.add(c.column0() * 1000 + c.column1());
        }
        List<ReadCell> read = cells.read(sheet, quads, columns);
        for (int i = 0; i < read.size(); i++) {
            FoundCell c = grid.cells().get(i);
            Box box = new Box(
                    scale.x(grid.xs()[c.column0()]),
                    scale.y(grid.ys()[c.row0()]),
                    scale.x(grid.xs()[c.column1()]),
                    scale.y(grid.ys()[c.row1()]));
            addFrame(box, found.rulings());
            legibility.add(
                    read.get(i).text(),
                    read.get(i).lines(),
                    read.get(i).alternatives().get(0).score());
            found.readings().add(new CellReading(box, read.get(i).alternatives()));
            if (!read.get(i).text().isEmpty()) {
                found.glyphs().add(cellGlyph(read.get(i).text(), box));
            }
        }
    }

    private static void addFrame(Box b, List<Ruling> rulings) {
        rulings.add(new Ruling(true, b.y0(), b.x0(), b.x1(), 0.5));
        rulings.add(new Ruling(true, b.y1(), b.x0(), b.x1(), 0.5));
        rulings.add(new Ruling(false, b.x0(), b.y0(), b.y1(), 0.5));
        rulings.add(new Ruling(false, b.x1(), b.y0(), b.y1(), 0.5));
    }

    /** The whole text of a cell as one glyph in its middle. */
    private static Glyph cellGlyph(String text, Box cell) {
        double size = Math.max(3, Math.min(10, 0.6 * cell.heightPt()));
        double half = Math.min(0.45 * cell.widthPt(), 0.5 * size * Math.max(1, text.length()) / 2);
        double baseline = cell.centerY() + 0.36 * size;
        Box box = new Box(cell.centerX() - half, baseline - 0.88 * size, cell.centerX() + half, baseline + 0.12 * size);
        return new Glyph(text, box, baseline, size, 0, Glyph.RECOGNISED);
    }

    // ---- prose

    private void readProse(Raster picture, List<ProseLine> lines, Scale scale, Found found, Legibility legibility) {
        List<Patch> patches = new ArrayList<>();
        for (ProseLine line : lines) {
            patches.add(Patch.line(picture, line.quad(), model.lineHeight()));
        }
        List<Sight> sights = model.read(patches);
        double body = bodySize(lines, sights, scale);
        double size = body;
        for (int i = 0; i < lines.size(); i++) {
            Sight sight = sights.get(i);
            legibility.add(sight.text(), 1, sight.score());
            if (!sight.text().isBlank()
                    && (sight.score() >= LEAST_SCORE || sight.text().length() > 6)) {
                size = snapped(size(lines.get(i), sight.text(), scale), units(sight.text()), body, size);
                addLine(lines.get(i), Wording.mended(sight.text()), sight.score(), scale, size, found.glyphs());
            }
        }
    }

    private static double size(ProseLine line, String text, Scale scale) {
        return (line.x1() - line.x0()) * scale.xPt() / Math.max(0.5, units(text));
    }

    /** Width in ems: a Han character 1, others a half. */
    private static double units(String text) {
        return text.codePoints().mapToDouble(PictureReader::unit).sum();
    }

    private static double unit(int c) {
        return c >= 0x2E80 ? 1 : 0.5;
    }

    private static double bodySize(List<ProseLine> lines, List<Sight> sights, Scale scale) {
        double[] sizes = new double[lines.size()];
        int n = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (units(sights.get(i).text()) >= 12) {
                sizes[n++] = size(lines.get(i), sights.get(i).text(), scale);
            }
        }
        Arrays.sort(sizes, 0, n);
        return n == 0 ? 12 : Math.round(2 * sizes[n / 2]) / 2.0;
    }

    /** A size measured by width is exact to a fifth only: near the usual size, or that of the line before, it is that. */
    private static double snapped(double measured, double units, double body, double before) {
        if (Math.abs(measured - before) < 0.15 * before) {
            return before;
        }
        boolean usual = Math.abs(measured - body) < 0.2 * body || units < 6 && measured < 1.5 * body;
        return usual ? body : Math.max(4, Math.min(60, Math.round(2 * measured) / 2.0));
    }

    private static void addLine(
            ProseLine line, String text, double score, Scale scale, double size, List<Glyph> glyphs) {
        double baseline = scale.y(line.y()) + 0.38 * size;
        double x = scale.x(line.x0());
        double em = (line.x1() - line.x0()) * scale.xPt() / units(text);
        for (int c : text.codePoints().toArray()) {
            double end = x + em * unit(c);
            Box box = new Box(x, baseline - 0.88 * size, end, baseline + 0.12 * size);
            glyphs.add(new Glyph(Character.toString(c), box, baseline, size, 0, Glyph.RECOGNISED, score));
            x = end;
        }
    }
}
