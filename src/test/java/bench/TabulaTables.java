package bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import technology.tabula.ObjectExtractor;
import technology.tabula.Page;
import technology.tabula.PageIterator;
import technology.tabula.Rectangle;
import technology.tabula.RectangularTextContainer;
import technology.tabula.Table;
import technology.tabula.detectors.NurminenDetectionAlgorithm;
import technology.tabula.extractors.BasicExtractionAlgorithm;
import technology.tabula.extractors.SpreadsheetExtractionAlgorithm;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The other programs as commands of their own: {@code TabulaTables lattice|auto|text FOLDER OUT}. Writes what tabula-java
 * reads of each PDF of a folder as NAME.json in the neutral form that {@code gouji tables --format json} also has, or
 * PDFBox's plain text as NAME.txt. {@code auto} needs the class path of src/test/tabula/pom.xml.
 */
public final class TabulaTables {
    private static final ObjectMapper JSON = new ObjectMapper();

    private TabulaTables() {}

    public static void main(String[] args) throws IOException {
        Path out = Files.createDirectories(Path.of(args[2]));
        List<Path> files;
        try (Stream<Path> walk = Files.walk(Path.of(args[1]))) {
            files = walk.filter(f -> f.toString().endsWith(".pdf")).sorted().toList();
        }
        for (Path file : files) {
            String name = file.getFileName().toString().replace(".pdf", "");
            try (PDDocument pdf = open(file)) {
                if (args[0].equals("text")) {
                    Files.writeString(out.resolve(name + ".txt"), new PDFTextStripper().getText(pdf));
                } else {
                    ObjectNode root = JSON.createObjectNode().put("doc", name).put("tool", "tabula-java " + args[0]);
                    root.putArray("tables");
                    read(pdf, args[0].equals("auto"), root);
                    Files.writeString(out.resolve(name + ".json"), JSON.writeValueAsString(root));
                }
            } catch (IOException | RuntimeException e) {
                System.err.println(name + ": " + e);
            }
        }
    }

    /** Opens it with whichever PDFBox is there: tabula's detector needs version 2. */
    private static PDDocument open(Path file) throws IOException {
        try {
            Class<?> loader;
            try {
                loader = Class.forName("org.apache.pdfbox.Loader");
            } catch (ClassNotFoundException e) {
                return (PDDocument)
                        PDDocument.class.getMethod("load", File.class).invoke(null, file.toFile());
            }
            return (PDDocument) loader.getMethod("loadPDF", File.class).invoke(null, file.toFile());
        } catch (ReflectiveOperationException e) {
            throw new IOException(e);
        }
    }

    @SuppressWarnings("resource") // The document is the caller's.
    private static void read(PDDocument pdf, boolean auto, ObjectNode root) {
        PageIterator pages = new ObjectExtractor(pdf).extract();
        while (pages.hasNext()) {
            Page page = pages.next();
            for (Table table : auto ? detected(page) : new SpreadsheetExtractionAlgorithm().extract(page)) {
                add(table, page.getPageNumber(), root);
            }
        }
    }

    /** As tabula's own command with --guess: areas by Nurminen's detector, each read by rulings if it has enough. */
    private static List<Table> detected(Page page) {
        List<Table> tables = new ArrayList<>();
        SpreadsheetExtractionAlgorithm lattice = new SpreadsheetExtractionAlgorithm();
        for (Rectangle area : new NurminenDetectionAlgorithm().detect(page)) {
            Page part = page.getArea(area);
            tables.addAll(
                    lattice.isTabular(part) ? lattice.extract(part) : new BasicExtractionAlgorithm().extract(part));
        }
        return tables;
    }

    private static void add(Table table, int page, ObjectNode root) {
        ObjectNode out = root.withArray("tables").addObject().put("page", page);
        out.putArray("bbox")
                .add(table.getLeft())
                .add(table.getTop())
                .add(table.getRight())
                .add(table.getBottom());
        out.putArray("cells");
        for (int r = 0; r < table.getRows().size(); r++) {
            List<RectangularTextContainer> row = table.getRows().get(r);
            for (int c = 0; c < row.size(); c++) {
                String text = row.get(c).getText();
                if (!text.isBlank()) {
                    out.withArray("cells")
                            .addObject()
                            .put("row", r)
                            .put("col", c)
                            .put("text", text);
                }
            }
        }
    }
}
