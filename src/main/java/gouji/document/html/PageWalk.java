package gouji.document.html;

import gouji.document.CellShape;
import gouji.document.Document;
import gouji.document.Finding;
import gouji.document.Flow;
import gouji.document.Raised;
import gouji.source.Input;
import gouji.source.PagePictures;
import gouji.source.UnreadableException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Walks through one parsed page and says what a reader of it sees, in order. */
final class PageWalk {
    /** Never shown, or shown but operated rather than read. */
    private static final Set<String> LEFT_OUT = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "head",
            "iframe",
            "frameset",
            "noframes",
            "object",
            "embed",
            "applet",
            "audio",
            "video",
            "canvas",
            "svg",
            "math",
            "xml",
            "input",
            "select",
            "option",
            "textarea",
            "button",
            "datalist",
            "rt",
            "rp",
            "colgroup",
            "col");

    private static final Set<String> BLOCKS = Set.of(
            "address",
            "article",
            "aside",
            "blockquote",
            "body",
            "caption",
            "center",
            "dd",
            "details",
            "dialog",
            "dir",
            "div",
            "dl",
            "dt",
            "fieldset",
            "figcaption",
            "figure",
            "footer",
            "form",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hr",
            "html",
            "legend",
            "li",
            "main",
            "menu",
            "nav",
            "ol",
            "p",
            "pre",
            "section",
            "summary",
            "ul",
            "br",
            "tr",
            "td",
            "th",
            "thead",
            "tbody",
            "tfoot");

    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");
    private static final Pattern REMOTE =
            Pattern.compile("(?i)^\\s*(?:[a-z][a-z0-9+.-]*:)?//.*|^\\s*(?:https?|ftp):.*", Pattern.DOTALL);
    /** What sites put after a page's title: their own name. */
    private static final Pattern SITE_NAME = Pattern.compile("[_|｜].*$|\\s[-–—]+\\s.*$|--.*$", Pattern.DOTALL);

    private static final int SHOWN_SOURCE = 80;

    private final Flow flow = new Flow();
    private final Pictures pictures;
    private Displays displays;
    private int links;
    private int preformatted;
    private int raised;
    private char last = '\n';

    PageWalk(Pictures pictures) {
        this.pictures = pictures;
    }

    Document read(org.jsoup.nodes.Document page, List<Finding> noticed) throws UnreadableException {
        displays = Displays.of(page);
        Element body = page.body();
        String title = SITE_NAME.matcher(page.title()).replaceFirst("").strip();
        if (!title.isEmpty() && !compact(body.text()).contains(compact(title))) {
            flow.text(title);
            flow.endParagraph();
        }
        behind(body);
        children(body);
        return flow.document("html", noticed);
    }

    private static String compact(String s) {
        return s.replaceAll("[\\s\\u00A0\\u3000]+", "");
    }

    private void children(Element element) throws UnreadableException {
        for (Node node : element.childNodes()) {
            if (node instanceof TextNode t) {
                text(raised > 0 ? Raised.of(t.getWholeText()) : t.getWholeText());
            } else if (node instanceof Element e) {
                element(e);
            }
        }
    }

    private void element(Element e) throws UnreadableException {
        String name = e.normalName();
        if (LEFT_OUT.contains(name) || isHidden(e)) {
            return;
        }
        behind(e);
        if (displays.of(e).equals("table") && !name.equals("table") && hasRows(e)) {
            dividedTable(e);
            return;
        }
        switch (name) {
            case "img" -> picture(PagePictures.shown(name, attributes(e)));
            case "picture" -> picture(inSizes(e));
            case "table" -> table(e);
            default -> {
                boolean block = BLOCKS.contains(name);
                endParagraphIf(block);
                inside(e, name);
                endParagraphIf(block);
            }
        }
    }

    private void inside(Element e, String name) throws UnreadableException {
        int outside = links;
        links += name.equals("a") ? 1 : 0;
        preformatted += name.equals("pre") ? 1 : 0;
        raised += name.equals("sup") ? 1 : 0;
        children(e);
        raised -= name.equals("sup") ? 1 : 0;
        if (HEADINGS.contains(name)) {
            flow.endHeading();
        }
        preformatted -= name.equals("pre") ? 1 : 0;
        links = outside;
    }

    private void endParagraphIf(boolean block) {
        if (block) {
            flow.endParagraph();
            last = '\n';
        }
    }

    private boolean isHidden(Element e) {
        boolean deleted = e.normalName().equals("del") && (e.hasAttr("cite") || e.hasAttr("datetime"));
        return deleted || e.hasAttr("hidden") || displays.hides(e);
    }

    /** White space is one blank; a line end between two Han characters is none. */
    private void text(String raw) {
        StringBuilder out = new StringBuilder(raw.length());
        boolean space = false;
        boolean lineEnd = false;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '\n' && preformatted > 0) {
                add(out);
                out.setLength(0);
                endParagraphIf(true);
            } else if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f') {
                space = true;
                lineEnd |= c == '\n' || c == '\r';
            } else {
                if (space && last != '\n' && last != ' ' && !(lineEnd && isHan(last) && isHan(c))) {
                    out.append(' ');
                }
                out.append(c);
                last = c;
                space = false;
                lineEnd = false;
            }
        }
        if (space && last != '\n' && last != ' ' && !lineEnd) {
            out.append(' ');
            last = ' ';
        }
        add(out);
    }

    private void add(StringBuilder out) {
        if (links > 0) {
            flow.linkText(out.toString());
        } else {
            flow.text(out.toString());
        }
    }

    private static boolean isHan(char c) {
        return c >= 0x2E80 && c <= 0x9FFF || c >= 0xFF00 && c <= 0xFF60;
    }

    private static Map<String, String> attributes(Element e) {
        Map<String, String> attributes = new LinkedHashMap<>();
        e.attributes().forEach(a -> attributes.putIfAbsent(a.getKey().toLowerCase(Locale.ROOT), a.getValue()));
        return attributes;
    }

    private static List<String> inSizes(Element picture) {
        return picture.select("source, img").stream()
                .flatMap(e -> PagePictures.shown(e.normalName(), attributes(e)).stream())
                .toList();
    }

    /** One picture under several addresses: of those that came along the one with the most bytes is read. */
    private void picture(List<String> sources) throws UnreadableException {
        String best = "";
        Optional<Input> file = Optional.empty();
        for (String source : sources) {
            Optional<Input> found = pictures.find(source);
            if (found.isPresent()
                    && (file.isEmpty() || found.get().length() > file.get().length())) {
                best = source;
                file = found;
            }
        }
        Optional<String> remote =
                sources.stream().filter(s -> REMOTE.matcher(s).matches()).findFirst();
        if (file.isPresent()) {
            flow.picture(shown(best), file.get());
        }
        boolean placeholder = best.strip().regionMatches(true, 0, "data:", 0, 5);
        if (remote.isPresent() && (file.isEmpty() || placeholder)) {
            flow.picture(shown(remote.get()), true);
        } else if (file.isEmpty() && !sources.isEmpty()) {
            flow.picture(shown(sources.get(0)), false);
        }
    }

    /** A picture behind an element is read when it came along; where it did not it is but an ornament. */
    private void behind(Element e) throws UnreadableException {
        if (e.hasAttr("background") || e.hasAttr("style")) {
            for (String source : PagePictures.behind(attributes(e))) {
                Optional<Input> file = pictures.find(source);
                if (file.isPresent()) {
                    flow.picture(shown(source), file.get());
                }
            }
        }
    }

    private static String shown(String source) {
        return source.length() > SHOWN_SOURCE ? source.substring(0, SHOWN_SOURCE) + "…" : source;
    }

    private void table(Element table) throws UnreadableException {
        endParagraphIf(true);
        for (Element caption : table.children()) {
            if (caption.normalName().equals("caption") && !isHidden(caption)) {
                element(caption);
            }
        }
        flow.beginTable();
        for (String section : new String[] {"thead", "", "tfoot"}) {
            for (Element child : table.children()) {
                String name = child.normalName();
                boolean edge = name.equals("thead") || name.equals("tfoot");
                if (edge ? name.equals(section) : section.isEmpty()) {
                    section(child);
                }
            }
        }
        flow.endTable();
        last = '\n';
    }

    private boolean hasRows(Element e) {
        return e.children().stream()
                .anyMatch(c -> displays.of(c).matches("table-(?:row|row-group|header-group|footer-group)"));
    }

    /** A table made of elements that only look like one (CSS 2.2, clause 17.2). */
    private void dividedTable(Element table) throws UnreadableException {
        endParagraphIf(true);
        flow.beginTable();
        dividedRows(table);
        flow.endTable();
        last = '\n';
    }

    private void dividedRows(Element part) throws UnreadableException {
        for (Element child : part.children()) {
            behind(child);
            String display = displays.of(child);
            if (display.matches("table-(?:row|header|footer)-group")) {
                dividedRows(child);
            } else if (display.equals("table-row") && !isHidden(child)) {
                flow.beginRow();
                for (Element cell : child.children()) {
                    if (!isHidden(cell)) {
                        cell(cell, CellShape.spanning(1, 1));
                    }
                }
            }
        }
    }

    private void cell(Element cell, CellShape shape) throws UnreadableException {
        flow.beginCell(shape);
        last = '\n';
        behind(cell);
        children(cell);
        flow.endCell();
        last = '\n';
    }

    private void section(Element section) throws UnreadableException {
        if (isHidden(section)) {
            return;
        }
        behind(section);
        if (section.normalName().equals("tr")) {
            row(section, Integer.MAX_VALUE);
            return;
        }
        List<Element> rows = section.children().stream()
                .filter(e -> e.normalName().equals("tr") && !isHidden(e))
                .toList();
        for (int r = 0; r < rows.size(); r++) {
            behind(rows.get(r));
            row(rows.get(r), rows.size() - r);
        }
    }

    /** @param left rows of the section from this one on: no cell reaches further down */
    private void row(Element row, int left) throws UnreadableException {
        if (isHidden(row)) {
            return;
        }
        flow.beginRow();
        for (Element cell : row.children()) {
            String name = cell.normalName();
            if ((name.equals("td") || name.equals("th")) && !isHidden(cell)) {
                int down = span(cell.attr("rowspan"));
                cell(cell, CellShape.spanning(span(cell.attr("colspan")), down == 0 ? left : Math.min(down, left)));
            }
        }
    }

    /** The number an attribute begins with; 1 when there is none, a large one when it is too large. */
    private static int span(String attribute) {
        String s = attribute.strip();
        int digits = 0;
        while (digits < s.length() && s.charAt(digits) >= '0' && s.charAt(digits) <= '9') {
            digits++;
        }
        if (digits == 0) {
            return 1;
        }
        return digits > 6 ? 1_000_000 : Integer.parseInt(s.substring(0, digits));
    }
}
