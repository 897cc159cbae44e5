package gouji;

import gouji.dataset.TableDocument;
import gouji.dataset.TableFiles;
import gouji.dataset.TableWriter;
import gouji.document.Box;
import gouji.document.Finding;
import gouji.document.Glyph;
import gouji.document.Page;
import gouji.document.pdf.PdfDrawing;
import gouji.document.pdf.PdfPages;
import gouji.source.UnreadableException;
import gouji.table.Cell;
import gouji.table.HeaderModel;
import gouji.table.Table;
import gouji.table.TableStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The tables of one PDF, written as they are found; a page is read at a time. */
final class DocumentTables {
    private final Path file;
    private final PageRanges ranges;
    private final int maxPages;
    private int tables;
    private int pages;

    DocumentTables(Path file, PageRanges ranges, int maxPages) {
        this.file = file;
        this.ranges = ranges;
        this.maxPages = maxPages;
    }

    /** Opens the writers once there is something to write. */
    @FunctionalInterface
    interface Writers {
        List<TableWriter> open() throws IOException;
    }

    int tables() {
        return tables;
    }

    int pages() {
        return pages;
    }

    /**
     * Reads and writes.
     *
     * @param drawings where each page is drawn with its tables, if it is to be
     * @throws UnreadableException when no page could be read; the writers have been told
     */
    void write(Writers writers, Optional<TableFiles> drawings) throws IOException, UnreadableException {
        List<TableWriter> open = writers.open();
        List<Finding> findings = new ArrayList<>();
        Optional<UnreadableException> failure = Optional.empty();
        try (PdfPages pdf = PdfPages.open(file, maxPages)) {
            List<Table> drawn = new ArrayList<>();
            TableStream stream = new TableStream((stretch, lastPage) -> hand(stretch, open, drawings, drawn));
            for (int number = 1; number <= pdf.count(); number++) {
                if (ranges.has(number)) {
                    stream.page(pdf.page(number));
                    pages++;
                }
            }
            stream.end();
            pdf.refuseIfUseless(false);
            findings.addAll(pdf.findings());
            findings.addAll(stream.findings());
            if (drawings.isPresent()) {
                draw(pdf, drawn, drawings.get());
            }
        } catch (UnreadableException e) {
            failure = Optional.of(e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            Optional<String> error = failure.map(e -> e.reason() + ": " + e.getMessage());
            for (TableWriter writer : open) {
                writer.end(new TableDocument(pages, findings, error));
                writer.close();
            }
        }
        if (failure.isPresent()) {
            throw failure.get();
        }
    }

    private void hand(
            TableStream.Stretch stretch, List<TableWriter> open, Optional<TableFiles> drawings, List<Table> drawn) {
        tables += stretch.continued() ? 0 : 1;
        if (drawings.isPresent()) {
            drawn.add(stretch.table());
        }
        HeaderModel headers = HeaderModel.of(stretch.table());
        try {
            for (TableWriter writer : open) {
                writer.table(stretch, headers);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void draw(PdfPages pdf, List<Table> all, TableFiles files) throws IOException, UnreadableException {
        Set<Integer> numbers = new TreeSet<>();
        all.forEach(t -> t.regions().forEach(r -> numbers.add(r.page())));
        for (int number : numbers) {
            Page page = pdf.page(number);
            List<Table> here = all.stream()
                    .filter(t -> t.regions().stream().anyMatch(r -> r.page() == number))
                    .toList();
            try (OutputStream png = files.open("-page" + number + ".png")) {
                PdfDrawing.write(file, page, marks(page, here), png);
            }
        }
    }

    private static PdfDrawing.Marks marks(Page page, List<Table> tables) {
        List<Box> cells = new ArrayList<>();
        List<Box> headers = new ArrayList<>();
        for (Table table : tables) {
            HeaderModel model = HeaderModel.of(table);
            for (Cell cell : table.cells()) {
                if (cell.place().page() == page.number()) {
                    Box box = cell.place().box().orElseThrow();
                    cells.add(box);
                    if (model.isHeader(cell)) {
                        headers.add(box);
                    }
                }
            }
        }
        List<Box> left =
                TableStream.leftOver(page, tables).stream().map(Glyph::box).toList();
        return new PdfDrawing.Marks(cells, headers, left);
    }
}
