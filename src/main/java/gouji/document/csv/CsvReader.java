package gouji.document.csv;

import gouji.document.Block;
import gouji.document.Document;
import gouji.document.DocumentReader;
import gouji.document.Grid;
import gouji.document.GridCell;
import gouji.document.Paragraph;
import gouji.document.Place;
import gouji.document.TextEncoding;
import gouji.source.Input;
import gouji.source.Reason;
import gouji.source.UnreadableException;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads CSV in UTF-8, GB18030, Big5 or UTF-16. Empty records part tables; a record with nothing but its first field is a
 * paragraph where it stands outside of a table.
 */
public final class CsvReader implements DocumentReader {
    private static final int MAX_CELLS = 200_000;
    /** From this many lines with as many commas as any other line a text is taken for CSV. */
    private static final int ROWS = 4;

    private static final int COMMAS = 2;
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();

    @Override
    public boolean reads(Input input) {
        Optional<String> text = TextEncoding.decode(input.bytes());
        return text.isPresent() && !text.get().stripLeading().startsWith("<") && isCsv(text.get());
    }

    /** Spreadsheets give every row the same number of fields: most lines have the same number of commas, and no tab. */
    private static boolean isCsv(String text) {
        List<List<String>> records;
        try {
            records = records(text);
        } catch (IOException | UnreadableException | RuntimeException e) {
            return false;
        }
        int widest = records.stream().mapToInt(List::size).max().orElse(0);
        long full = records.stream().filter(r -> r.size() == widest).count();
        return widest > COMMAS && full >= ROWS && full * 2 > records.size() && text.indexOf('\t') < 0;
    }

    private static List<List<String>> records(String text) throws IOException, UnreadableException {
        List<List<String>> records = new ArrayList<>();
        int cells = 0;
        try (CSVParser parser = FORMAT.parse(new StringReader(text))) {
            for (CSVRecord record : parser) {
                cells += record.size();
                if (cells > MAX_CELLS) {
                    throw new UnreadableException(Reason.LIMIT_CELLS);
                }
                records.add(record.toList());
            }
        }
        return records;
    }

    @Override
    public Document read(Input input) throws UnreadableException {
        String text =
                TextEncoding.decode(input.bytes()).orElseThrow(() -> new UnreadableException(Reason.NOT_READABLE));
        try {
            return new Document("csv", List.of(), blocks(records(text)), List.of());
        } catch (IOException | RuntimeException e) {
            throw new UnreadableException(Reason.CORRUPT, "The quotes of this CSV file do not match: export it again.");
        }
    }

    private static List<Block> blocks(List<List<String>> records) {
        List<Block> blocks = new ArrayList<>();
        List<GridCell> table = new ArrayList<>();
        int row = 0;
        for (int r = 0; r < records.size(); r++) {
            List<String> fields = records.get(r);
            boolean empty = fields.stream().allMatch(String::isBlank);
            boolean alone = !empty && fields.stream().skip(1).allMatch(String::isBlank);
            if (empty || alone && table.isEmpty()) {
                row = close(blocks, table);
                if (alone) {
                    blocks.add(new Paragraph(fields.get(0).strip(), Place.at("row " + (r + 1))));
                }
            } else {
                for (int c = 0; c < fields.size(); c++) {
                    Place place = Place.at("row " + (r + 1) + " / cell " + (c + 1));
                    table.add(new GridCell(row, c, 1, 1, fields.get(c).strip().replaceAll("\\R", ""), place));
                }
                row++;
            }
        }
        close(blocks, table);
        return blocks;
    }

    private static int close(List<Block> blocks, List<GridCell> table) {
        if (!table.isEmpty()) {
            blocks.add(new Grid(table, false));
            table.clear();
        }
        return 0;
    }
}
