package gouji.document.ocr;

import gouji.document.Raster;
import gouji.document.ocr.FoundGrid.FoundCell;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/** What the grid finder makes of a picture, for benches outside this room: nothing is read. */
public final class GridProbe {
    private final RuledPage page;

    private GridProbe(RuledPage page) {
        this.page = page;
    }

    public static GridProbe of(Raster picture) {
        return new GridProbe(RuledPage.of(PictureView.of(picture).picture()));
    }

    /** Degrees clockwise by which a picture is turned so that it stands upright. */
    public static int turn(Raster picture, TextModel model) {
        return Triage.turn(PictureView.of(picture), model).degrees();
    }

    /** Pixels an inch that the picture is taken to have. */
    public double dpi() {
        return page.picture().dpi();
    }

    /** For each table from the top its cells as {@code row0,column0,row1,column1}, numbered by the order of their sides. */
    public List<List<String>> tables() {
        return page.grids().stream().map(GridProbe::topology).toList();
    }

    private static List<String> topology(FoundGrid grid) {
        TreeSet<Integer> rows = new TreeSet<>();
        TreeSet<Integer> columns = new TreeSet<>();
        for (FoundCell c : grid.cells()) {
            rows.addAll(List.of(c.row0(), c.row1()));
            columns.addAll(List.of(c.column0(), c.column1()));
        }
        return grid.cells().stream()
                .map(c -> rows.headSet(c.row0()).size() + ","
                        + columns.headSet(c.column0()).size() + ","
                        + rows.headSet(c.row1()).size() + ","
                        + columns.headSet(c.column1()).size())
                .sorted()
                .toList();
    }

    /** The picture with the cells that were found drawn over it. */
    public BufferedImage drawn() {
        Raster r = page.picture();
        BufferedImage image = new BufferedImage(r.width(), r.height(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < r.height(); y++) {
            for (int x = 0; x < r.width(); x++) {
                image.setRGB(x, y, r.at(x, y) * 0x10101);
            }
        }
        Graphics2D g = image.createGraphics();
        Color[] colours = {Color.RED, Color.BLUE, new Color(0, 150, 0), Color.MAGENTA};
        int n = 0;
        for (FoundGrid grid : page.grids()) {
            for (FoundCell c : grid.cells()) {
                g.setColor(colours[n++ % colours.length]);
                double[][] corners = {
                    grid.toPicture(grid.xs()[c.column0()] + 2, grid.ys()[c.row0()] + 2),
                    grid.toPicture(grid.xs()[c.column1()] - 2, grid.ys()[c.row0()] + 2),
                    grid.toPicture(grid.xs()[c.column1()] - 2, grid.ys()[c.row1()] - 2),
                    grid.toPicture(grid.xs()[c.column0()] + 2, grid.ys()[c.row1()] - 2)
                };
                g.drawPolygon(
                        Arrays.stream(corners).mapToInt(p -> (int) p[0]).toArray(),
                        Arrays.stream(corners).mapToInt(p -> (int) p[1]).toArray(),
                        4);
            }
        }
        g.dispose();
        return image;
    }
}
