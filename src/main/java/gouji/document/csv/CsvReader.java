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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads CSV in UTF-8, GB18030, Big5 or UTF-16: fields parted by commas, by semicolons, or by tabs where quoted fields hold
 * line ends; a first line {@code sep=;} says which. Empty records part tables; a record with nothing but its first field is a
 * paragraph where it stands outside of a table.
 */
public final class CsvReader implements DocumentReader {
    private static final int MAX_CELLS = 200_000;
    /** From this many records with the same number of fields a text is taken for CSV. */
    private static final int ROWS = 4;

    private static final int FIELDS = 3;
    private static final int WIDE = 10_000;
    /** Bars or runs of blanks between words: the commas then stand inside of figures. */
    private static final Pattern PARTED_OTHERWISE = Pattern.compile("\\S[ \\u00A0\\u3000]{2,}\\S|[|│]");

    private static final Pattern STATED = Pattern.compile("(?i)^sep=([,;\t])\\R");
    /** A field that begins with a quote and goes on in the next line. */
    private static final Pattern QUOTED_LINE_END = Pattern.compile("(?:^|[\t\n])\"[^\"\t\n]*\n");

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();

    /** A text and what parts its fields. */
    private record Parted(String text, char by) {
        List<List<String>> records() throws IOException, UnreadableException {
            return CsvReader.records(this);
        }
    }

    @Override
    public boolean reads(Input input) {
        return TextEncoding.decode(input.bytes()).flatMap(CsvReader::parted).isPresent();
    }

    /** Empty for what is no CSV. */
    private static Optional<Parted> parted(String text) {
        Matcher stated = STATED.matcher(text);
        if (stated.find()) {
            return Optional.of(
                    new Parted(text.substring(stated.end()), stated.group(1).charAt(0)));
        }
        if (text.stripLeading().startsWith("<")) {
            return Optional.empty();
        }
        boolean tabs = text.indexOf('\t') >= 0;
        String candidates = !tabs ? ",;" : QUOTED_LINE_END.matcher(text).find() ? "\t" : "";
        return candidates
                .chars()
                .mapToObj(c -> new Parted(text, (char) c))
                .filter(CsvReader::isCsv)
                .findFirst();
    }

    /** Many records of at least three fields, several of them alike, and nothing in them that parts fields otherwise. */
    private static boolean isCsv(Parted text) {
        List<List<String>> records;
        try {
            records = text.records();
        } catch (UnreadableException tooManyCells) {
            return text.text().lines().anyMatch(l -> isWide(l, text.by()));
        } catch (IOException | RuntimeException e) {
            return false;
        }
        List<List<String>> wide =
                records.stream().filter(r -> r.size() >= FIELDS).toList();
        long filled = records.stream()
                .filter(r -> r.stream().anyMatch(f -> !f.isBlank()))
                .count();
        return wide.size() * 3L >= filled
                && alike(wide) >= ROWS
                && wide.stream()
                        .flatMap(List::stream)
                        .noneMatch(f -> PARTED_OTHERWISE.matcher(f).find());
    }

    /** No sentence has so many commas. */
    private static boolean isWide(String line, char by) {
        return line.chars().filter(c -> c == by).count() > WIDE;
    }

    /** How many records have the most frequent number of fields. */
    private static long alike(List<List<String>> records) {
        return records.stream().collect(Collectors.groupingBy(List::size, Collectors.counting())).values().stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
    }

    private static List<List<String>> records(Parted parted) throws IOException, UnreadableException {
        List<List<String>> records = new ArrayList<>();
        int cells = 0;
        try (CSVParser parser =
                FORMAT.builder().setDelimiter(parted.by()).get().parse(new StringReader(parted.text()))) {
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
            Parted parted = parted(text).orElse(new Parted(text, ','));
            return new Document("csv", List.of(), blocks(parted.records()), List.of());
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
            int used = 1
                    + table.stream()
                            .filter(c -> !c.text().isEmpty())
                            .mapToInt(GridCell::column)
                            .max()
                            .orElse(0);
            List<GridCell> cells = table.stream().filter(c -> c.column() < used).toList();
            blocks.add(new Grid(cells, isFull(cells, used)));
            table.clear();
        }
        return 0;
    }

    /** Whether every row has every column: then a spreadsheet wrote it, and a field's number is its column. */
    private static boolean isFull(List<GridCell> cells, int columns) {
        long rows = cells.stream().mapToInt(GridCell::row).distinct().count();
        return cells.size() == rows * columns;
    }
}
