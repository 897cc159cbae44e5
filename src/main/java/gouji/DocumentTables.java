package gouji;

import gouji.dataset.TableDocument;
import gouji.dataset.TableFiles;
import gouji.dataset.TableWriter;
import gouji.document.Box;
import gouji.document.Document;
import gouji.document.Finding;
import gouji.document.Glyph;
import gouji.document.Page;
import gouji.document.pdf.PdfDrawing;
import gouji.document.pdf.PdfPages;
import gouji.source.UnreadableException;
import gouji.table.Cell;
import gouji.table.HeaderModel;
import gouji.table.Layout;
import gouji.table.LayoutBuilder;
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

/** The tables of one document, written as they are found; of a PDF a page is read at a time. */
final class DocumentTables {
    private final Path file;
    private final PageRanges ranges;
    private final int maxPages;
    private int tables;
    private int pages;
    private String note = "";

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

    /** What a person should know of the pages that were asked for; empty for nothing. */
    String note() {
        return note;
    }

    /**
     * Reads and writes.
     *
     * @param drawings where each page of a PDF is drawn with its tables, if it is to be
     * @return why nothing could be read, if so; the writers have been told
     */
    Optional<String> write(Writers writers, Optional<TableFiles> drawings) throws IOException {
        List<TableWriter> open = writers.open();
        List<Finding> findings = new ArrayList<>();
        Optional<String> failure = Optional.empty();
        try {
            failure = read(open, findings, drawings);
        } catch (UnreadableException e) {
            failure = Optional.of(e.reason() + ": " + e.getMessage());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            for (TableWriter writer : open) {
                writer.end(new TableDocument(pages, findings, failure));
                writer.close();
            }
        }
        return failure;
    }

    private Optional<String> read(List<TableWriter> open, List<Finding> findings, Optional<TableFiles> drawings)
            throws IOException, UnreadableException {
        Optional<Document> flowing = OtherDocuments.read(file, maxPages);
        if (flowing.isPresent()) {
            return whole(flowing.get(), open, findings);
        }
        try (PdfPages pdf = PdfPages.open(file, maxPages)) {
            Optional<String> missing = missing(pdf.count());
            return missing.isPresent() ? missing : pages(pdf, open, findings, drawings);
        }
    }

    private Optional<String> pages(
            PdfPages pdf, List<TableWriter> open, List<Finding> findings, Optional<TableFiles> drawings)
            throws IOException, UnreadableException {
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
        return Optional.empty();
    }

    /** A document that is not read page by page; it may have pages all the same. */
    private Optional<String> whole(Document document, List<TableWriter> open, List<Finding> findings) {
        int count = document.pages().size();
        Optional<String> missing = count == 0 ? Optional.empty() : missing(count);
        if (missing.isPresent()) {
            return missing;
        }
        if (count == 0 && !ranges.isAll()) {
            note = "has no pages, so all of it was read.";
        }
        List<Page> wanted =
                document.pages().stream().filter(p -> ranges.has(p.number())).toList();
        Layout layout = new LayoutBuilder()
                .build(new Document(document.format(), wanted, document.blocks(), document.findings()));
        for (Table table : layout.tables()) {
            hand(new TableStream.Stretch(table, false, 0), open, Optional.empty(), List.of());
        }
        pages = wanted.size();
        findings.addAll(layout.findings());
        return Optional.empty();
    }

    /** What to say when none of the pages asked for is there; notes those of them that are not. */
    private Optional<String> missing(int count) {
        String beyond = ranges.beyond(count);
        if (beyond.isEmpty()) {
            return Optional.empty();
        }
        String has = "has " + count + (count == 1 ? " page" : " pages");
        boolean none = java.util.stream.IntStream.rangeClosed(1, count).noneMatch(ranges::has);
        if (none) {
            return Optional.of(has + ", so there is no page " + beyond + ": give --pages up to " + count + ".");
        }
        note = has + ": there is no page " + beyond + ".";
        return Optional.empty();
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
