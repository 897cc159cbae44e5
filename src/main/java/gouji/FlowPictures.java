package gouji;

import gouji.document.Block;
import gouji.document.Document;
import gouji.document.DocumentReader;
import gouji.document.Drawing;
import gouji.document.Finding;
import gouji.document.Page;
import gouji.document.Paragraph;
import gouji.document.Recognizer;
import gouji.source.UnreadableException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lets a recogniser read the pictures in the flow of web pages and text documents too, each as a document of its own.
 *
 * <p>What a picture shows is kept when it holds a table; pictures of prose only where the document has next to no prose
 * of its own. A picture that cannot be read is a finding ({@code PICTURE_NOT_READ}), never the end of its document.
 */
final class FlowPictures implements Recognizer {
    private static final int MOST_PICTURES = 40;
    /** Smaller files are ornaments. */
    private static final int LEAST_BYTES = 1500;

    private static final double LEAST_HEIGHT_PT = 40;
    /** Characters of prose from which on a document is one of text with pictures, not one of pictures. */
    private static final int PROSE = 600;

    private final Recognizer recognizer;
    private final DocumentReader pictures;

    /** @param pictures reads picture files into pages that are to be recognised */
    FlowPictures(Recognizer recognizer, DocumentReader pictures) {
        this.recognizer = recognizer;
        this.pictures = pictures;
    }

    @Override
    public Document recognize(Document document) throws UnreadableException {
        return document.blocks().stream().anyMatch(Drawing.class::isInstance)
                ? withDrawings(document)
                : recognizer.recognize(document);
    }

    private Document withDrawings(Document document) {
        List<Finding> findings = new ArrayList<>(document.findings());
        Map<String, List<Page>> known = new HashMap<>();
        List<Block> blocks = new ArrayList<>();
        for (Block block : document.blocks()) {
            if (block instanceof Drawing d) {
                if (!known.containsKey(d.file().sha256())) {
                    known.put(d.file().sha256(), known.size() < MOST_PICTURES ? read(d, findings) : List.of());
                }
                blocks.add(new Drawing(d.file(), known.get(d.file().sha256()), d.place()));
            } else {
                blocks.add(block);
            }
        }
        boolean ofPictures = prose(document) < PROSE;
        return new Document(
                document.format(),
                document.pages(),
                blocks.stream()
                        .map(b -> b instanceof Drawing d ? kept(d, ofPictures, findings) : b)
                        .toList(),
                findings);
    }

    private static int prose(Document document) {
        return document.blocks().stream()
                .filter(Paragraph.class::isInstance)
                .mapToInt(b -> ((Paragraph) b).text().length())
                .sum();
    }

    private static Drawing kept(Drawing d, boolean ofPictures, List<Finding> findings) {
        boolean table = d.pages().stream().anyMatch(p -> !p.readings().isEmpty());
        boolean words = d.pages().stream().anyMatch(p -> !p.glyphs().isEmpty());
        if (!table && !(ofPictures && words)) {
            return new Drawing(d.file(), List.of(), d.place());
        }
        findings.removeIf(f -> f.code().equals("PICTURE_FOUND") && f.place().equals(d.place()));
        findings.add(Finding.info("PICTURE_READ", "What a picture shows was recognised.", d.place()));
        return d;
    }

    private List<Page> read(Drawing d, List<Finding> findings) {
        if (d.file().length() < LEAST_BYTES || !pictures.reads(d.file())) {
            return List.of();
        }
        try {
            Document file = pictures.read(d.file());
            boolean flat = file.pages().stream().allMatch(p -> p.heightPt() < LEAST_HEIGHT_PT);
            return flat ? List.of() : recognizer.recognize(file).pages();
        } catch (UnreadableException e) {
            findings.add(Finding.warning("PICTURE_NOT_READ", e.reason() + ": " + e.getMessage(), d.place()));
            return List.of();
        }
    }
}
