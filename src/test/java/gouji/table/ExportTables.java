package gouji.table;

import gouji.document.Box;
import gouji.document.Document;
import gouji.document.Glyph;
import gouji.document.Page;
import gouji.document.Place;
import gouji.document.pdf.PdfReader;
import gouji.source.Input;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes the tables of all PDFs of a folder in the neutral form of eval_tables.py into another folder. */
final class ExportTables {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ExportTables() {}

    public static void main(String[] args) throws Exception {
        Files.createDirectories(Path.of(args[1]));
        List<Path> files;
        try (Stream<Path> walk = Files.walk(Path.of(args[0]))) {
            files = walk.filter(f -> f.toString().endsWith(".pdf")).sorted().toList();
        }
        long layoutNs = 0;
        for (Path file : files) {
            String name = file.getFileName().toString().replace(".pdf", "");
            ObjectNode root = JSON.createObjectNode().put("doc", name).put("tool", "gouji");
            try {
                Document document = new PdfReader().read(new Input(name, "0".repeat(64), Files.readAllBytes(file)));
                if (args.length > 2) {
                    writeCharacters(document, name, Path.of(args[2]));
                }
                long start = System.nanoTime();
                Layout layout = new LayoutBuilder().build(document);
                layoutNs += System.nanoTime() - start;
                layout.tables().forEach(t -> add(root, t));
            } catch (Exception e) {
                System.err.println(name + " " + e);
                root.put("error", e.toString());
            }
            root.withArray("tables");
            Files.writeString(Path.of(args[1], name + ".json"), JSON.writeValueAsString(root));
        }
        System.out.println(files.size() + " files, layout ms " + layoutNs / 1_000_000);
    }

    /** The side file with page sizes and character boxes that eval_tables.py wants. */
    private static void writeCharacters(Document document, String name, Path folder) throws Exception {
        Files.createDirectories(folder);
        ObjectNode root = JSON.createObjectNode().put("doc", name);
        for (Page page : document.pages()) {
            ObjectNode one = root.withArray("pages").addObject();
            one.put("page", page.number()).put("width", page.widthPt()).put("height", page.heightPt());
            ArrayNode chars = one.putArray("chars");
            for (Glyph g : page.glyphs()) {
                if (!Ink.isBlank(g)) {
                    Box b = g.box();
                    chars.addArray()
                            .add(b.x0())
                            .add(b.y0())
                            .add(b.x1())
                            .add(b.y1())
                            .add(g.text());
                }
            }
        }
        Files.writeString(folder.resolve(name + ".json"), JSON.writeValueAsString(root));
    }

    private static void add(ObjectNode root, Table table) {
        ObjectNode out = root.withArray("tables").addObject();
        for (Place region : table.regions()) {
            Box b = region.box().orElseThrow();
            ObjectNode one = out.withArray("regions").addObject().put("page", region.page());
            one.putArray("bbox").add(b.x0()).add(b.y0()).add(b.x1()).add(b.y1());
        }
        for (Cell c : table.cells()) {
            out.withArray("cells")
                    .addObject()
                    .put("row", c.row())
                    .put("col", c.column())
                    .put("rowspan", c.rowSpan())
                    .put("colspan", c.columnSpan())
                    .put("text", c.text());
        }
    }
}
