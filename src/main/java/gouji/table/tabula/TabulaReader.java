package gouji.table.tabula;

import gouji.document.Box;
import gouji.document.Glyph;
import gouji.document.Page;
import gouji.document.Place;
import gouji.table.Cell;
import gouji.table.SecondReader;
import gouji.table.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import technology.tabula.PageDims;
import technology.tabula.RectangleSpatialIndex;
import technology.tabula.RectangularTextContainer;
import technology.tabula.Ruling;
import technology.tabula.TextElement;
import technology.tabula.extractors.BasicExtractionAlgorithm;
import technology.tabula.extractors.SpreadsheetExtractionAlgorithm;

/** Reads tables with tabula-java. Stateless; safe between threads. */
public final class TabulaReader implements SecondReader {
    private static final float SPACE_EM = 0.5f;
    private static final double CONFIDENCE = 0.5;

    @Override
    public List<Table> ruled(Page page, Box area) {
        List<Table> tables = new ArrayList<>();
        for (technology.tabula.Table t : new SpreadsheetExtractionAlgorithm().extract(part(page, area))) {
            tables.add(table(page.number(), t));
        }
        return tables;
    }

    @Override
    public List<Table> aligned(Page page, Box area) {
        List<Table> tables = new ArrayList<>();
        for (technology.tabula.Table t : new BasicExtractionAlgorithm().extract(part(page, area))) {
            tables.add(table(page.number(), t));
        }
        return tables;
    }

    private static technology.tabula.Page part(Page page, Box area) {
        List<TextElement> texts = new ArrayList<>();
        float leastWidth = Float.MAX_VALUE;
        float leastHeight = Float.MAX_VALUE;
        for (Glyph g : page.glyphs()) {
            if (area.contains(g.box().centerX(), g.box().centerY()) && g.box().widthPt() > 0) {
                texts.add(text(g));
                leastWidth = Math.min(leastWidth, (float) g.box().widthPt());
                leastHeight = Math.min(leastHeight, (float) g.box().heightPt());
            }
        }
        return technology.tabula.Page.Builder.newInstance()
                .withPageDims(PageDims.of(0, 0, (float) page.widthPt(), (float) page.heightPt()))
                .withRotation(0)
                .withNumber(page.number())
                .withTextElements(texts)
                .withRulings(rulings(page, area))
                .withMinCharWidth(leastWidth)
                .withMinCharHeight(leastHeight)
                .withIndex(index(texts))
                .build();
    }

    private static RectangleSpatialIndex<TextElement> index(List<TextElement> texts) {
        RectangleSpatialIndex<TextElement> index = new RectangleSpatialIndex<>();
        texts.forEach(index::add);
        return index;
    }

    private static TextElement text(Glyph g) {
        Box b = g.box();
        return new TextElement(
                (float) b.y0(),
                (float) b.x0(),
                (float) b.widthPt(),
                (float) b.heightPt(),
                null,
                (float) g.sizePt(),
                g.text(),
                SPACE_EM * (float) g.sizePt());
    }

    private static List<Ruling> rulings(Page page, Box area) {
        List<Ruling> rulings = new ArrayList<>();
        for (gouji.document.Ruling r : page.rulings()) {
            float at = (float) r.at();
            float from = (float) r.from();
            float to = (float) r.to();
            double middle = (r.from() + r.to()) / 2;
            if (r.horizontal() ? isWithin(area, middle, at) : isWithin(area, at, middle)) {
                rulings.add(r.horizontal() ? new Ruling(at, from, to - from, 0) : new Ruling(from, at, 0, to - from));
            }
        }
        return rulings;
    }

    private static boolean isWithin(Box area, double x, double y) {
        return x >= area.x0() - 2 && x <= area.x1() + 2 && y >= area.y0() - 2 && y <= area.y1() + 2;
    }

    @SuppressWarnings("rawtypes")
    private static Table table(int page, technology.tabula.Table found) {
        List<Cell> cells = new ArrayList<>();
        int r = 0;
        for (List<RectangularTextContainer> row : rows(found)) {
            for (int c = 0; c < row.size(); c++) {
                RectangularTextContainer cell = row.get(c);
                if (cell.getWidth() > 0 && cell.getHeight() > 0) {
                    String text = cell.getText(false).replace('\r', ' ').strip();
                    cells.add(new Cell(r, c, 1, 1, text, Place.onPage(page, box(cell)), CONFIDENCE));
                }
            }
            r++;
        }
        return new Table(
                r,
                found.getColCount(),
                cells,
                false,
                List.of(Place.onPage(page, box(found))),
                Collections.nCopies(r, page));
    }

    @SuppressWarnings("rawtypes")
    private static List<List<RectangularTextContainer>> rows(technology.tabula.Table found) {
        return found.getRows();
    }

    private static Box box(technology.tabula.Rectangle r) {
        return new Box(r.getLeft(), r.getTop(), r.getRight(), r.getBottom());
    }
}
