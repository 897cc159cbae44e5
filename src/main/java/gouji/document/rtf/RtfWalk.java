package gouji.document.rtf;

import gouji.document.Document;
import gouji.document.Finding;
import gouji.document.Flow;
import gouji.document.Place;
import gouji.source.Reason;
import gouji.source.UnreadableException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Walks through the tokens of one file: a state machine whose states are handed down from group to group. */
final class RtfWalk {
    private static final int MAX_DEPTH = 2000;
    private static final int NONE = -1;
    private static final int MAX_NESTED_TABLES = 40;
    /** Groups with nothing of the text in them. */
    private static final Set<String> LEFT_OUT = Set.of(
            "colortbl",
            "stylesheet",
            "info",
            "pict",
            "object",
            "header",
            "headerl",
            "headerr",
            "headerf",
            "footer",
            "footerl",
            "footerr",
            "footerf",
            "footnote",
            "annotation",
            "fldinst",
            "nonshppict",
            "nonesttables",
            "sp",
            "template",
            "filetbl",
            "listtable",
            "listoverridetable",
            "revtbl",
            "rsidtbl",
            "themedata",
            "datastore",
            "xe",
            "tc",
            "private");
    /** Groups marked "may be ignored" that hold text all the same. */
    private static final Set<String> TAKEN = Set.of("shpinst", "shppict", "nesttableprops", "shptxt");

    private static final Map<String, String> SIGNS = Map.of(
            "emdash",
            "—",
            "endash",
            "–",
            "lquote",
            "‘",
            "rquote",
            "’",
            "ldblquote",
            "“",
            "rdblquote",
            "”",
            "bullet",
            "•",
            "tab",
            " ",
            "emspace",
            " ",
            "enspace",
            " ");

    private final Tokens tokens;
    private final CodePages pages = new CodePages();
    private final Flow flow = new Flow();
    private final List<Finding> findings = new ArrayList<>();

    private final Deque<State> groups = new ArrayDeque<>();
    private State state = new State();
    private boolean optional;
    private int toSkip;
    /** Groups open inside of the picture at hand. */
    private int pictureGroup = NONE;

    private PictureBytes picture = new PictureBytes();

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder boxText = new StringBuilder();
    private final List<String> boxes = new ArrayList<>();
    /** Open tables, the outermost first. */
    private final List<RtfTable> tables = new ArrayList<>();

    private final RowDefinition outerRow = new RowDefinition();
    /** Rows of nested tables are defined on their own, after their cells. */
    private final RowDefinition nestedRow = new RowDefinition();

    RtfWalk(byte[] bytes) {
        this.tokens = new Tokens(bytes);
    }

    Document read() throws UnreadableException {
        Token token = tokens.next();
        while (token.kind() != Token.Kind.END) {
            read(token);
            token = tokens.next();
        }
        if (!groups.isEmpty()) {
            findings.add(Finding.warning(
                    "TRUNCATED", "The file ends too early: some of its groups are still open.", Place.UNKNOWN));
        }
        endParagraph(0);
        return flow.document("rtf", findings);
    }

    private void read(Token token) throws UnreadableException {
        if (token.kind() != Token.Kind.BYTE) {
            say(pages.take(state.font));
        }
        switch (token.kind()) {
            case OPEN -> open();
            case CLOSE -> close();
            case WORD -> word(token);
            case SYMBOL -> symbol(token.word());
            case BYTE -> {
                if (groups.size() == pictureGroup) {
                    picture.digit(token.number());
                } else if (toSkip > 0) {
                    toSkip--;
                } else if (state.isShown()) {
                    pages.add(token.number());
                }
            }
            case END -> {}
        }
    }

    private void open() throws UnreadableException {
        if (groups.size() >= MAX_DEPTH) {
            throw new UnreadableException(Reason.LIMIT_DEPTH, "Groups are nested deeper than " + MAX_DEPTH + ".");
        }
        groups.push(state);
        state = state.copy();
        optional = false;
        toSkip = 0;
    }

    private void close() throws UnreadableException {
        boolean boxed = state.boxed;
        if (groups.size() == pictureGroup) {
            endPicture();
        }
        if (!groups.isEmpty()) {
            state = groups.pop();
        }
        if (boxed && !state.boxed) {
            boxes.add(boxText.toString());
            boxText.setLength(0);
        }
        toSkip = 0;
    }

    private void symbol(String symbol) {
        if (symbol.equals("*")) {
            optional = true;
        } else if (toSkip > 0) {
            toSkip--;
        } else if (symbol.equals("~")) {
            say("\u00A0");
        } else if (symbol.equals("_")) {
            say("-");
        } else if (symbol.equals("\\") || symbol.equals("{") || symbol.equals("}")) {
            say(symbol);
        }
    }

    private void say(String s) {
        if (!s.isEmpty() && state.isShown()) {
            (state.boxed ? boxText : text).append(s);
        }
    }

    private void word(Token token) throws UnreadableException {
        boolean ignorable = optional;
        optional = false;
        if (token.word().equals("bin") && groups.size() == pictureGroup) {
            picture.raw(tokens.binary());
        }
        if (destination(token.word(), ignorable)
                || state.skipped && !token.word().equals("u")) {
            return;
        }
        if (state.fontTable) {
            fontTable(token);
        } else if (!format(token) && !rowDefinition(token) && !structure(token)) {
            say(SIGNS.getOrDefault(token.word(), ""));
        }
    }

    /** Whether the word says what its group is. */
    private boolean destination(String word, boolean ignorable) {
        if (word.equals("nesttableprops")) {
            state.nestedRow = true;
        } else if (word.equals("fonttbl")) {
            state.fontTable = true;
        } else if (word.equals("shptxt")) {
            state.boxed = true;
        } else if (LEFT_OUT.contains(word) || ignorable && !TAKEN.contains(word)) {
            if (word.equals("pict") && state.isShown()) {
                picture = new PictureBytes();
                pictureGroup = groups.size();
            }
            state.skipped = true;
        } else {
            return false;
        }
        return true;
    }

    private void endPicture() throws UnreadableException {
        pictureGroup = NONE;
        RtfTable.Picture ended = new RtfTable.Picture(picture.file());
        int level = groups.element().level;
        if (level > 0) {
            table(level).add(ended);
        } else {
            closeTables(0);
            ended.tell(flow);
        }
    }

    private void fontTable(Token token) {
        if (token.word().equals("f")) {
            state.font = token.orElse(0);
        } else if (token.word().equals("fcharset")) {
            pages.font(state.font, token.orElse(0));
        }
    }

    /** What concerns characters. */
    private boolean format(Token token) {
        switch (token.word()) {
            case "ansicpg" -> pages.documentPage(token.orElse(0));
            case "f" -> state.font = token.orElse(-1);
            case "uc" -> state.fallback = Math.max(0, token.orElse(1));
            case "u" -> unicode(token.orElse(0));
            case "v" -> state.hidden = token.isOn();
            case "deleted" -> state.deleted = token.isOn();
            case "plain" -> {
                state.hidden = false;
                state.deleted = false;
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void unicode(int number) {
        say(String.valueOf((char) (number & 0xFFFF)));
        toSkip = state.fallback;
    }

    private boolean rowDefinition(Token token) {
        RowDefinition row = state.nestedRow ? nestedRow : outerRow;
        switch (token.word()) {
            case "trowd" -> row.begin();
            case "trleft" -> row.left(token.orElse(0));
            case "clvmrg" -> row.rowGoesOn();
            case "clmrg" -> row.columnGoesOn();
            case "cellx" -> row.cell(token.orElse(0));
            default -> {
                return false;
            }
        }
        return true;
    }

    /** What concerns paragraphs, cells and rows. */
    private boolean structure(Token token) throws UnreadableException {
        switch (token.word()) {
            case "pard" -> state.level = 0;
            case "intbl" -> state.level = Math.max(1, state.level);
            case "itap" -> state.level = Math.max(0, Math.min(MAX_NESTED_TABLES, token.orElse(0)));
            case "par", "sect", "page", "column", "line", "softline" -> {
                if (state.boxed) {
                    boxText.append(' ');
                } else {
                    endParagraph(state.level);
                }
            }
            case "cell" -> endCell(1);
            case "nestcell" -> endCell(Math.max(2, state.level));
            case "row" -> endRow(1);
            case "nestrow" -> endRow(Math.max(2, state.level));
            default -> {
                return false;
            }
        }
        return true;
    }

    private RtfTable table(int wanted) {
        while (tables.size() < wanted) {
            tables.add(new RtfTable());
        }
        return tables.get(wanted - 1);
    }

    /** Ends the paragraph at hand, which stands in that many tables; tables deeper than that end before it. */
    private void endParagraph(int tablesAround) throws UnreadableException {
        closeTables(tablesAround);
        List<String> paragraphs = new ArrayList<>(List.of(text.toString()));
        paragraphs.addAll(boxes);
        text.setLength(0);
        boxes.clear();
        for (String paragraph : paragraphs) {
            if (paragraph.isBlank()) {
                continue;
            }
            if (tablesAround > 0) {
                table(tablesAround).add(new RtfTable.Words(paragraph));
            } else {
                flow.text(paragraph);
                flow.endParagraph();
            }
        }
    }

    private void closeTables(int left) throws UnreadableException {
        while (tables.size() > left) {
            RowDefinition row = tables.size() > 1 ? nestedRow : outerRow;
            RtfTable table = tables.remove(tables.size() - 1);
            table.close(row.left(), row.cells());
            if (tables.isEmpty()) {
                table.tell(flow);
            } else {
                tables.get(tables.size() - 1).add(new RtfTable.Inner(table));
            }
        }
    }

    private void endCell(int of) throws UnreadableException {
        endParagraph(of);
        table(of).endCell();
    }

    private void endRow(int of) throws UnreadableException {
        closeTables(of);
        RowDefinition row = of > 1 ? nestedRow : outerRow;
        table(of).endRow(row.left(), row.cells());
    }
}
