package gouji.table;

import gouji.document.Document;
import gouji.document.Drawing;
import gouji.document.Finding;
import gouji.document.Glyph;
import gouji.document.Page;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes a document's paragraphs and tables out of its pages, or out of its blocks where it has no pages.
 *
 * <p>Findings: {@code GLYPHS_LEFT_OVER}, {@code LINE_IN_DOUBT}. Stateless; safe between threads.
 */
public final class LayoutBuilder {
    private final Tolerances near;
    private final RuledTables ruled;
    private final LooseTables loose;
    private final LineFinder lineFinder;

    public LayoutBuilder() {
        this.near = Tolerances.STANDARD;
        this.ruled = new RuledTables(near);
        this.loose = new LooseTables(near);
        this.lineFinder = new LineFinder(near);
    }

    /** The elements in reading order; a table that runs over pages is one table. */
    public Layout build(Document document) {
        List<Element> elements = new ArrayList<>();
        List<Finding> findings = new ArrayList<>(document.findings());
        if (!document.pages().isEmpty()) {
            elements.addAll(ofPages(document.pages(), findings));
        }
        elements.addAll(FlowLayout.elements(document, run -> drawn(run, findings)));
        return new Layout(elements, document.pages().size(), findings);
    }

    private List<Element> drawn(List<Drawing> run, List<Finding> findings) {
        DrawnElements drawn = new DrawnElements(run);
        return drawn.pages().isEmpty() ? List.of() : drawn.placed(ofPages(drawn.pages(), findings));
    }

    private List<Element> ofPages(List<Page> pages, List<Finding> findings) {
        List<PageContent> contents = new ArrayList<>(pages.size());
        Map<Integer, Turn> turns = new HashMap<>();
        for (Page page : pages) {
            Turn turn = Turn.of(page);
            List<Double> known = contents.isEmpty()
                    ? List.of()
                    : contents.get(contents.size() - 1).lastColumns();
            PageContent content = content(turn.upright(page), known);
            Ledger.check(page, content, findings);
            findings.addAll(DoubtfulLines.of(page));
            contents.add(content);
            if (!turn.isNone()) {
                turns.put(page.number(), turn);
            }
        }
        List<Piece> pieces = new PageJoiner(near).joined(inReadingOrder(contents));
        List<Element> elements = elements(contents, pieces);
        return turns.isEmpty() ? elements : new TurnBack(turns).elements(elements);
    }

    /** @param known column edges of the last table of the page before, empty for none */
    PageContent content(Page page, List<Double> known) {
        boolean[] taken = new boolean[page.glyphs().size()];
        List<Part> parts = new ArrayList<>(ruled.find(page, known, taken));
        List<Glyph> rest = new ArrayList<>();
        for (int i = 0; i < taken.length; i++) {
            if (!taken[i]) {
                rest.add(page.glyphs().get(i));
            }
        }
        List<TextLine> lines = lineFinder.lines(rest);
        if (parts.addAll(loose.find(page, lines, parts))) {
            parts.sort(Comparator.comparingDouble(p -> p.firstBox().y0()));
        }
        return new PageContent(page.number(), page.widthPt(), page.heightPt(), lines, parts);
    }

    static List<Piece> inReadingOrder(List<PageContent> contents) {
        Furniture furniture = new Furniture(contents);
        List<Piece> pieces = new ArrayList<>();
        for (PageContent content : contents) {
            List<Piece> ofPage = new ArrayList<>();
            for (TextLine line : SideBySide.ordered(furniture.without(content))) {
                ofPage.add(new Piece.Line(content.page(), line));
            }
            pieces.addAll(merged(ofPage, content.parts()));
        }
        return pieces;
    }

    /** The lines with each table before the first line that begins below its top. */
    private static List<Piece> merged(List<Piece> lines, List<Part> parts) {
        List<Piece> all = new ArrayList<>(lines.size() + parts.size());
        int next = 0;
        for (Piece line : lines) {
            while (next < parts.size() && parts.get(next).firstBox().y0() < line.top()) {
                all.add(new Piece.Grid(parts.get(next++)));
            }
            all.add(line);
        }
        for (; next < parts.size(); next++) {
            all.add(new Piece.Grid(parts.get(next)));
        }
        return all;
    }

    private static List<Element> elements(List<PageContent> contents, List<Piece> pieces) {
        Paragraphs paragraphs = new Paragraphs(contents, pieces);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < pieces.size(); ) {
            if (pieces.get(i) instanceof Piece.Grid grid) {
                addTable(grid.part(), elements);
                i++;
            } else {
                List<Piece.Line> lines = paragraphs.paragraph(pieces, i);
                elements.add(Paragraphs.prose(lines));
                i += lines.size();
            }
        }
        return elements;
    }

    private static void addTable(Part part, List<Element> elements) {
        if (!part.isFramedText()) {
            elements.add(part.toTable());
            return;
        }
        for (Cell cell : part.cells()) {
            if (!Script.isBlank(cell.text())) {
                elements.add(new Prose(cell.text(), cell.place(), 0));
            }
        }
    }
}
