package gouji.document.text;

import gouji.document.Block;
import gouji.document.Document;
import gouji.document.DocumentReader;
import gouji.document.Grid;
import gouji.document.GridCell;
import gouji.document.Paragraph;
import gouji.document.TextEncoding;
import gouji.source.Input;
import gouji.source.Reason;
import gouji.source.UnreadableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads text dumps in UTF-8, GB18030, Big5 or UTF-16 into paragraphs and grids of fields. */
public final class TextReader implements DocumentReader {
    /** Bytes looked at to tell text from anything else. */
    private static final int HEAD = 4096;

    private static final int MAX_FIELDS = 200_000;

    @Override
    public boolean reads(Input input) {
        byte[] bytes = input.length() <= HEAD ? input.bytes() : input.head(wholeCharacters(input));
        return TextEncoding.decode(bytes).map(TextReader::isPlain).orElse(false);
    }

    /** A cut inside a character would make strict decoding fail: cut at a line end. */
    private static int wholeCharacters(Input input) {
        byte[] bytes = input.bytes();
        for (int i = HEAD; i > 0; i--) {
            if (bytes[i - 1] == '\n') {
                return i;
            }
        }
        return bytes.length;
    }

    private static boolean isPlain(String text) {
        String start = text.stripLeading();
        return !start.startsWith("<") && !start.startsWith("{\\rtf") && !start.startsWith("%PDF");
    }

    @Override
    public Document read(Input input) throws UnreadableException {
        String text = TextEncoding.decode(input.bytes())
                .orElseThrow(() -> new UnreadableException(
                        Reason.NOT_READABLE, "The text is in no encoding we know (UTF-8, GB18030, Big5, UTF-16)."));
        if (text.isBlank()) {
            throw new UnreadableException(Reason.NOT_READABLE, "The file holds blanks only.");
        }
        return new Document("text", List.of(), blocks(text.split("\\R", -1)), List.of());
    }

    private static List<Block> blocks(String[] lines) throws UnreadableException {
        List<Line> parsed = new ArrayList<>();
        int fields = 0;
        for (int i = 0; i < lines.length; i++) {
            Line line = Line.of(lines[i].replace("\uFEFF", "").replace("\f", ""), i + 1);
            fields += Math.max(line.fields().size(), line.aligned().size()) - 1;
            if (fields > MAX_FIELDS) {
                throw new UnreadableException(Reason.LIMIT_CELLS);
            }
            parsed.add(line);
        }
        CellStream stream = new CellStream(parsed);
        return stream.isOne() ? stream.blocks() : flow(parsed);
    }

    private static List<Block> flow(List<Line> lines) {
        List<Block> blocks = new ArrayList<>();
        int i = 0;
        while (i < lines.size()) {
            int end = RowRun.end(lines, i);
            if (end > i) {
                blocks.add(RowRun.grid(lines.subList(i, end)));
                i = end;
            } else {
                addProse(blocks, lines.get(i++));
            }
        }
        return blocks;
    }

    private static void addProse(List<Block> blocks, Line line) {
        String text = line.prose();
        if (text.isEmpty() || line.frame()) {
            return;
        }
        if (!blocks.isEmpty() && blocks.get(blocks.size() - 1) instanceof Paragraph last) {
            Optional<Paragraph> joined = Paragraphs.join(last, text);
            if (joined.isPresent()) {
                blocks.set(blocks.size() - 1, joined.get());
                return;
            }
        }
        blocks.add(new Paragraph(text, Paragraphs.line(line.number())));
    }

    /** A grid of ragged rows: a field's column is its place in the row, nothing more. */
    static Grid ragged(List<List<String>> rows, List<Integer> lineNumbers) {
        List<GridCell> cells = new ArrayList<>();
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < rows.get(r).size(); c++) {
                String path = "line " + lineNumbers.get(r) + " / field " + (c + 1);
                cells.add(new GridCell(r, c, 1, 1, rows.get(r).get(c), gouji.document.Place.at(path)));
            }
        }
        return new Grid(cells, false);
    }
}
