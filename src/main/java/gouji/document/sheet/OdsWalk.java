package gouji.document.sheet;

import gouji.document.Block;
import gouji.document.Document;
import gouji.document.Drawing;
import gouji.document.Finding;
import gouji.document.OpenDocument;
import gouji.document.Place;
import gouji.document.SafeXml;
import gouji.source.Input;
import gouji.source.Reason;
import gouji.source.UnreadableException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.poi.ss.util.CellReference;

/** Walks through the shown sheets of an OpenDocument spreadsheet (OpenDocument 1.2 part 1, clause 9), in their order. */
final class OdsWalk {
    private static final int MAX_CELLS = SheetParts.MAX_CELLS;
    /** Rows and columns a sheet can have; what is said to be repeated beyond is not there. */
    private static final int MAX_ROW = 1 << 21;

    private static final int MAX_COLUMN = 1 << 14;
    /** Of more hidden rows without text nothing can be told but that nothing touches across them. */
    private static final int MOST_HIDDEN = 10_000;

    private static final int MAX_PICTURES = 200;
    /** Inside of a cell, and not what it shows. */
    private static final Set<String> LEFT_OUT =
            Set.of("annotation", "detective", "object", "object-ole", "title", "desc", "ruby-text");

    private final SafeXml xml;
    private final OpenDocument.Parts parts;
    private final Set<String> hiddenSheets = new HashSet<>();
    private final List<Block> blocks = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private int cells;
    private int pictures;

    private String sheet = "";
    private Visible visible = new Visible();
    private TreeMap<Integer, List<Shown>> rows = new TreeMap<>();
    private List<Block> drawn = new ArrayList<>();
    private int row;
    private int column;

    OdsWalk(byte[] content, OpenDocument.Parts parts) throws UnreadableException {
        this.xml = SafeXml.of(content);
        this.parts = parts;
    }

    Document read() throws UnreadableException {
        String style = "";
        while (xml.next()) {
            if (xml.isStart("style")) {
                style = xml.attribute("name").orElse("");
            } else if (xml.isStart("table-properties")
                    && xml.attribute("display").filter("false"::equals).isPresent()) {
                hiddenSheets.add(style);
            } else if (xml.isStart("tracked-changes") || xml.isStart("content-validations")) {
                xml.skip();
            } else if (xml.isStart("table")) {
                table();
            }
        }
        return new Document("ods", List.of(), blocks, findings);
    }

    private void table() throws UnreadableException {
        sheet = xml.attribute("name").orElse("");
        if (xml.attribute("style-name").filter(hiddenSheets::contains).isPresent()) {
            findings.add(Finding.warning(
                    "HIDDEN_SHEET", "The sheet " + sheet + " is hidden and was left out.", Place.at("sheet " + sheet)));
            xml.skip();
            return;
        }
        visible = new Visible();
        rows = new TreeMap<>();
        drawn = new ArrayList<>();
        row = 0;
        column = 0;
        int outside = xml.depth() - 1;
        while (xml.next() && xml.depth() > outside) {
            if (xml.isStart()) {
                inSheet();
            }
        }
        int lastColumn = rows.values().stream()
                .flatMap(List::stream)
                .mapToInt(Shown::lastColumn)
                .max()
                .orElse(-1);
        visible = visible.upTo(rows.isEmpty() ? -1 : rows.lastKey(), lastColumn);
        findings.addAll(visible.findings(sheet));
        blocks.addAll(new SheetBlocks(visible).of(shown()));
        blocks.addAll(drawn);
    }

    private void inSheet() throws UnreadableException {
        switch (xml.name()) {
            case "table-column" -> {
                int end = Math.min(MAX_COLUMN, column + repeated("number-columns-repeated"));
                boolean hidden = isHidden();
                for (; column < end; column++) {
                    if (hidden) {
                        visible.hideColumn(column);
                    }
                }
            }
            case "table-row" -> row();
            case "image" -> picture(Place.at("sheet " + sheet));
            default -> {
                if (LEFT_OUT.contains(xml.name())) {
                    xml.skip();
                }
            }
        }
    }

    private int repeated(String attribute) {
        return Math.max(1, Math.min(MAX_ROW, xml.number(attribute, 1)));
    }

    private boolean isHidden() {
        return xml.attribute("visibility").filter(v -> !v.equals("visible")).isPresent();
    }

    private void row() throws UnreadableException {
        int times = repeated("number-rows-repeated");
        boolean hidden = isHidden();
        List<Shown> first = new ArrayList<>();
        int outside = xml.depth() - 1;
        int at = 0;
        while (xml.next() && xml.depth() > outside) {
            if (xml.isStart("table-cell")) {
                at = cell(at, first);
            } else if (xml.isStart("covered-table-cell")) {
                at += repeated("number-columns-repeated");
                xml.skip();
            } else if (xml.isStart()) {
                xml.skip();
            }
        }
        boolean blank = first.stream().allMatch(c -> c.text().isBlank());
        int end = Math.min(MAX_ROW, row + times);
        if (blank && (!hidden || times > MOST_HIDDEN)) {
            row = end;
            return;
        }
        for (; row < end; row++) {
            count(1 + first.size());
            if (hidden) {
                visible.hideRow(row);
            }
            if (!blank) {
                rows.put(row, at(row, first));
            }
        }
    }

    private void count(int more) throws UnreadableException {
        cells += more;
        if (cells > MAX_CELLS) {
            throw new UnreadableException(Reason.LIMIT_CELLS);
        }
    }

    private List<Shown> at(int place, List<Shown> cellsOfFirst) {
        return cellsOfFirst.stream()
                .map(c -> new Shown(
                        place,
                        c.column(),
                        place + c.lastRow() - c.row(),
                        c.lastColumn(),
                        c.text(),
                        place(place, c.column())))
                .toList();
    }

    private Place place(int atRow, int atColumn) {
        return Place.at("sheet " + sheet + "!" + new CellReference(atRow, atColumn).formatAsString());
    }

    /** One cell, or several alike; gives the column behind. */
    private int cell(int at, List<Shown> shown) throws UnreadableException {
        int times = Math.min(MAX_COLUMN - at, repeated("number-columns-repeated"));
        int wide = Math.max(1, Math.min(MAX_COLUMN - at, xml.number("number-columns-spanned", 1)));
        int high = Math.max(1, Math.min(MAX_ROW - row, xml.number("number-rows-spanned", 1)));
        String type = xml.attribute("value-type").orElse("");
        String value = xml.attribute("value").orElse("");
        String text = CellText.ofStored(type, value, words(place(row, at)));
        if (text.isBlank() && wide == 1 && high == 1) {
            return at + Math.max(0, times);
        }
        for (int i = 0; i < times; i++) {
            count(1);
            int c = at + i;
            shown.add(new Shown(row, c, row + high - 1, c + wide - 1, text, place(row, c)));
        }
        return at + Math.max(0, times);
    }

    /** Text of the cell, a paragraph a line; its pictures are drawn. */
    private String words(Place place) throws UnreadableException {
        StringBuilder words = new StringBuilder();
        int outside = xml.depth() - 1;
        int paragraphs = 0;
        while (xml.next() && xml.depth() > outside) {
            if (xml.isStart("image")) {
                picture(place);
            } else if (xml.isStart() && LEFT_OUT.contains(xml.name())) {
                xml.skip();
            } else if (xml.isStart("p")) {
                words.append(paragraphs++ > 0 ? "\n" : "");
            } else if (xml.isStart("s")) {
                words.append(' ');
            } else if (xml.isStart("line-break")) {
                words.append('\n');
            } else if (xml.isText()) {
                words.append(xml.text().replaceAll("\\s+", " "));
            }
        }
        return words.toString().strip();
    }

    private void picture(Place place) throws UnreadableException {
        String location = xml.attribute("href").orElse("");
        if (location.isEmpty() || ++pictures > MAX_PICTURES) {
            return;
        }
        Optional<Input> file = OpenDocument.picture(location, parts);
        file.ifPresent(f -> drawn.add(new Drawing(f, List.of(), place)));
        findings.add(Finding.info(
                "PICTURE_FOUND", "A picture stands here (" + location + "); what it shows was not read.", place));
    }

    /** Without hidden cells, and without rows that have no other text. */
    private TreeMap<Integer, List<Shown>> shown() {
        TreeMap<Integer, List<Shown>> left = new TreeMap<>();
        rows.forEach((number, all) -> {
            List<Shown> cellsLeft = all.stream()
                    .filter(c ->
                            c.lastRow() > c.row() || c.lastColumn() > c.column() || !visible.hides(c.row(), c.column()))
                    .toList();
            if (cellsLeft.stream().anyMatch(c -> !c.text().isBlank())) {
                left.put(number, cellsLeft);
            }
        });
        return left;
    }
}
