package gouji.written;

import gouji.document.Block;
import gouji.document.Document;
import gouji.document.Grid;
import gouji.document.GridCell;
import gouji.document.Paragraph;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * Writes a DOC file (Word 97 binary, MS-DOC 2.x): one piece of UTF-16 text, a paragraph property for each paragraph and,
 * for each table row, its definition; no styles, one section.
 */
public final class DocWriter {
    private static final int TEXT_AT = 1024;
    private static final int PAGE = 512;
    private static final int COLUMN_TWIPS = 600;
    private static final int PAIRS = 93;
    // pairs of the file information block (FibRgFcLcb97)
    private static final int STYLES = 1;
    private static final int SECTIONS = 6;
    private static final int CHARACTER_PAGES = 12;
    private static final int PARAGRAPH_PAGES = 13;
    private static final int FONTS = 15;
    private static final int PROPERTIES = 31;
    private static final int PIECES = 33;

    private final StringBuilder text = new StringBuilder();
    private final List<Run> runs = new ArrayList<>();
    private final ByteArrayOutputStream table = new ByteArrayOutputStream();
    private final int[] pairs = new int[2 * PAIRS];

    /** @param end character after the paragraph */
    private record Run(int end, byte[] properties) {}

    private DocWriter() {}

    public static byte[] doc(Document document) {
        DocWriter writer = new DocWriter();
        for (Block block : document.blocks()) {
            if (block instanceof Paragraph p) {
                writer.paragraph(p.text() + '\r', new byte[0]);
            } else if (block instanceof Grid grid) {
                FlowWriters.rows(grid).forEach(writer::row);
            }
        }
        return writer.file();
    }

    private void paragraph(String s, byte[] properties) {
        text.append(s);
        runs.add(new Run(text.length(), properties));
    }

    private void row(int row, List<GridCell> cells) {
        ByteBuffer inTable = buffer(9);
        inTable.putShort((short) 0x2416).put((byte) 1).putShort((short) 0x6649).putInt(1);
        for (GridCell c : cells) {
            paragraph((c.row() == row ? c.text() : "") + '\u0007', inTable.array());
        }
        int definition = 1 + 2 * (cells.size() + 1) + 20 * cells.size();
        ByteBuffer end = buffer(9 + 3 + 4 + definition);
        end.put(inTable.array()).putShort((short) 0x2417).put((byte) 1);
        end.putShort((short) 0xD608).putShort((short) (definition + 1)).put((byte) cells.size());
        for (GridCell c : cells) {
            end.putShort((short) (c.column() * COLUMN_TWIPS));
        }
        GridCell last = cells.get(cells.size() - 1);
        end.putShort((short) ((last.column() + last.columnSpan()) * COLUMN_TWIPS));
        for (GridCell c : cells) {
            int merge = c.rowSpan() == 1 ? 0 : c.row() == row ? 0x60 : 0x20;
            end.putShort((short) merge).put(new byte[18]);
        }
        paragraph("\u0007", end.array());
    }

    private static ByteBuffer buffer(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    private byte[] file() {
        byte[] words = text.toString().getBytes(StandardCharsets.UTF_16LE);
        int firstPage = (TEXT_AT + words.length + PAGE - 1) / PAGE;
        List<byte[]> pages = new ArrayList<>(List.of(characters(words.length)));
        bin(CHARACTER_PAGES, List.of(TEXT_AT, TEXT_AT + words.length), firstPage);
        List<Integer> ends = new ArrayList<>(List.of(TEXT_AT));
        paragraphs(pages, ends);
        bin(PARAGRAPH_PAGES, ends, firstPage + 1);
        other(words.length / 2);

        ByteBuffer main = buffer((firstPage + pages.size()) * PAGE);
        information(main, words.length);
        main.position(TEXT_AT);
        main.put(words);
        main.position(firstPage * PAGE);
        pages.forEach(main::put);
        return ole2(main.array(), table.toByteArray());
    }

    private static byte[] characters(int length) {
        ByteBuffer page = buffer(PAGE);
        page.putInt(TEXT_AT).putInt(TEXT_AT + length).put((byte) 0);
        page.put(PAGE - 1, (byte) 1);
        return page.array();
    }

    /** As many paragraphs a page as there is room for: their limits, their entries of 13 bytes, from its end their properties. */
    private void paragraphs(List<byte[]> pages, List<Integer> ends) {
        int next = 0;
        while (next < runs.size()) {
            int count = 0;
            int size = 4 + 1;
            while (next + count < runs.size() && size + 4 + 13 + stored(runs.get(next + count)) <= PAGE) {
                size += 4 + 13 + stored(runs.get(next + count++));
            }
            ByteBuffer page = buffer(PAGE);
            int at = PAGE - 1;
            for (int i = 0; i < count; i++) {
                Run run = runs.get(next + i);
                at = (at - stored(run)) & ~1;
                page.putInt(
                        4 * i,
                        next + i == 0
                                ? TEXT_AT
                                : TEXT_AT + 2 * runs.get(next + i - 1).end());
                page.put(4 * (count + 1) + 13 * i, (byte) (at / 2));
                page.position(at);
                page.put((byte) 0)
                        .put((byte) ((run.properties().length + 3) / 2))
                        .putShort((short) 0);
                page.put(run.properties());
            }
            next += count;
            page.putInt(4 * count, TEXT_AT + 2 * runs.get(next - 1).end());
            page.put(PAGE - 1, (byte) count);
            pages.add(page.array());
            ends.add(TEXT_AT + 2 * runs.get(next - 1).end());
        }
    }

    /** Two bytes of length, two of style, the properties, padded so that all begins and ends at even places. */
    private static int stored(Run run) {
        return (4 + run.properties().length + 2) & ~1;
    }

    private void bin(int pair, List<Integer> limits, int firstPage) {
        ByteBuffer plc = buffer(8 * limits.size() - 4);
        limits.forEach(plc::putInt);
        for (int i = 0; i < limits.size() - 1; i++) {
            plc.putInt(firstPage + i);
        }
        part(pair, plc.array());
    }

    private void part(int pair, byte[] content) {
        pairs[2 * pair] = table.size();
        pairs[2 * pair + 1] = content.length;
        table.writeBytes(content);
    }

    private void other(int characters) {
        ByteBuffer styles = buffer(2 + 18 + 2 * 15);
        styles.putShort((short) 18).putShort((short) 15).putShort((short) 10);
        part(STYLES, styles.array());
        part(
                SECTIONS,
                buffer(20)
                        .putInt(0)
                        .putInt(characters)
                        .putShort((short) 0)
                        .putInt(-1)
                        .array());
        part(FONTS, new byte[4]);
        part(PROPERTIES, new byte[600]);
        ByteBuffer pieces = buffer(5 + 16);
        pieces.put((byte) 2)
                .putInt(16)
                .putInt(0)
                .putInt(characters)
                .putShort((short) 0)
                .putInt(TEXT_AT);
        part(PIECES, pieces.array());
    }

    private void information(ByteBuffer main, int length) {
        main.putShort(0, (short) 0xA5EC).putShort(2, (short) 0xC1).putShort(6, (short) 0x804);
        main.putShort(0x0A, (short) 0x1200).putShort(0x0C, (short) 0xBF);
        main.putInt(0x18, TEXT_AT).putInt(0x1C, TEXT_AT + length);
        main.putShort(0x20, (short) 14).putShort(0x3E, (short) 22).putInt(0x40, main.capacity());
        main.putInt(0x4C, length / 2).putShort(0x98, (short) PAIRS);
        for (int i = 0; i < pairs.length; i++) {
            main.putInt(0x9A + 4 * i, pairs[i]);
        }
    }

    private static byte[] ole2(byte[] main, byte[] table) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (POIFSFileSystem files = new POIFSFileSystem()) {
            files.createDocument(new ByteArrayInputStream(main), "WordDocument");
            files.createDocument(new ByteArrayInputStream(table), "1Table");
            files.writeFilesystem(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
