package gouji.document.text;

import gouji.document.Block;
import gouji.document.Grid;
import gouji.document.GridCell;
import gouji.document.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A dump with every cell on a line of its own. A row begins at the first text that follows a figure, so that each
 * row is its labels and then its figures.
 */
final class CellStream {
    private static final Pattern FIGURE =
            Pattern.compile("[-－−+]?[0-9０-９][0-9０-９,，.．]*\\s*(?:件|项|万元|元|条|个|人|次)?|[-－—–/／]|无");
    /** From this many lines that are a figure alone a dump without tabs, bars or alignment is taken as a stream. */
    private static final int FIGURES = 12;

    private final List<Line> lines;

    CellStream(List<Line> lines) {
        this.lines = lines;
    }

    boolean isOne() {
        long figures = lines.stream().filter(CellStream::isFigure).count();
        long rows = lines.stream()
                .filter(l -> l.delimited() || l.spaced() && l.aligned().size() > 4)
                .count();
        return figures >= FIGURES && rows <= 3;
    }

    private static boolean isFigure(Line line) {
        return isFigure(cell(line));
    }

    /** Whether a field is a figure, with or without a unit, or a mark for a missing one. */
    static boolean isFigure(String field) {
        return FIGURE.matcher(field).matches();
    }

    /** The line's text without the bars that are sometimes left between cells. */
    private static String cell(Line line) {
        return Fields.strip(line.text().replaceAll("[|│]", ""));
    }

    /** Prose up to the line that begins the first row with figures; then rows until prose returns. */
    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        List<Line> pending = new ArrayList<>();
        int lastFigure = -1;
        for (int i = 0; i < lines.size(); i++) {
            if (isFigure(lines.get(i))) {
                lastFigure = i;
            }
        }
        List<GridCell> cells = new ArrayList<>();
        int row = 0;
        boolean figures = false;
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (cell(line).isEmpty()) {
                continue;
            }
            boolean prose = isProse(line) || i > lastFigure;
            if (prose || !isFigure(line) && figures) {
                row = close(blocks, cells, pending, figures, row, prose);
                figures = false;
            }
            if (prose) {
                blocks.add(new Paragraph(cell(line), Paragraphs.line(line.number())));
                continue;
            }
            figures |= isFigure(line);
            pending.add(line);
        }
        close(blocks, cells, pending, figures, row, true);
        return blocks;
    }

    /** Long lines and lines with sentence marks are prose, not cells. */
    private static boolean isProse(Line line) {
        String text = cell(line);
        return text.indexOf('。') >= 0 || text.length() > 60 || text.matches("[一二三四五六七八九十]、.*(情况|事项|措施|打算)");
    }

    /** Ends the row in {@code pending}; ends the grid too when prose follows. Returns the next row's number. */
    private static int close(
            List<Block> blocks, List<GridCell> cells, List<Line> pending, boolean figures, int row, boolean prose) {
        int next = row;
        if (figures) {
            for (int c = 0; c < pending.size(); c++) {
                Line line = pending.get(c);
                cells.add(new GridCell(next, c, 1, 1, cell(line), Paragraphs.line(line.number())));
            }
            next++;
            pending.clear();
        }
        if (prose) {
            if (!cells.isEmpty()) {
                blocks.add(new Grid(cells, false));
                cells.clear();
                next = 0;
            }
            for (Line line : pending) {
                blocks.add(new Paragraph(cell(line), Paragraphs.line(line.number())));
            }
            pending.clear();
        }
        return next;
    }
}
