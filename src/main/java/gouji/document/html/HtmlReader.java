package gouji.document.html;

import gouji.document.Document;
import gouji.document.DocumentReader;
import gouji.document.Finding;
import gouji.document.Place;
import gouji.document.TextEncoding;
import gouji.source.Input;
import gouji.source.Reason;
import gouji.source.UnreadableException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/**
 * Reads HTML and MHTML.
 *
 * <p>Findings: {@code CHARSET} (declared wrongly, or characters lost), {@code PICTURE_FOUND}, {@code REMOTE_PICTURE}.
 */
public final class HtmlReader implements DocumentReader {
    private static final int HEAD_BYTES = 4096;
    /** Deepest nesting of elements; what is deeper is read as if it stood here. */
    private static final int MAX_DEPTH = 256;

    private static final Pattern ELEMENT = Pattern.compile(
            "<!doctype html|<(?:html|head|body|meta|title|table|tbody|tr|td|div|p|span|h[1-6]|center|font|section|article"
                    + "|br|script|style|link)\\b");
    private static final Pattern PAGE = Pattern.compile("<!doctype html|<html\\b|<body\\b|<table\\b|</td>");
    /** A document type that defines something: XML's door to other files, of no use in HTML. */
    private static final Pattern DEFINITIONS =
            Pattern.compile("<!doctype[^>\\[]*\\[|<!entity\\b|<!doctype\\s+(?!html)\\S+\\s+system\\b");

    private static final Pattern META = Pattern.compile("<meta\\b[^>]*?charset\\s*=\\s*[\"']?\\s*([\\w:.-]+)");
    private static final Pattern DECLARATION = Pattern.compile("^<\\?xml\\b[^>]*?encoding\\s*=\\s*[\"']([\\w:.-]+)");

    @Override
    public boolean reads(Input input) {
        String head = head(input);
        if (Mhtml.isOne(head)) {
            return true;
        }
        String start = head.stripLeading();
        if (!start.startsWith("<")) {
            return PAGE.matcher(head).find() && !start.startsWith("{") && !start.startsWith("%pdf");
        }
        if (DEFINITIONS.matcher(head).find()) {
            return true;
        }
        return start.startsWith("<?xml")
                ? head.contains("<html")
                : ELEMENT.matcher(head).find();
    }

    /** The first bytes in lower case, one character a byte, without marks and NULs. */
    private static String head(Input input) {
        String head = new String(input.head(HEAD_BYTES), StandardCharsets.ISO_8859_1);
        return head.replaceAll("^(?:\u00EF\u00BB\u00BF|\u00FF\u00FE|\u00FE\u00FF)", "")
                .replace("\0", "")
                .toLowerCase(Locale.ROOT);
    }

    @Override
    public Document read(Input input) throws UnreadableException {
        String head = head(input);
        if (DEFINITIONS.matcher(head).find()) {
            throw new UnreadableException(Reason.UNSAFE_XML);
        }
        return Mhtml.isOne(head)
                ? Mhtml.read(input)
                : read(input.bytes(), label(head), new Pictures(Map.of(), input.companions()));
    }

    private static String label(String head) {
        for (Pattern pattern : List.of(DECLARATION, META)) {
            Matcher m = pattern.matcher(head.stripLeading());
            if (m.find()) {
                return m.group(1);
            }
        }
        return "";
    }

    /**
     * Reads one page.
     *
     * @param label declared encoding, empty when none is
     * @param pictures what came along with the page
     */
    static Document read(byte[] bytes, String label, Pictures pictures) throws UnreadableException {
        TextEncoding.Decoded page = TextEncoding.decodeMarkup(bytes, label)
                .orElseThrow(() -> new UnreadableException(
                        Reason.NOT_READABLE, "The page is in no encoding we know (UTF-8, GB18030, Big5, UTF-16)."));
        Parser parser = Parser.htmlParser().setMaxDepth(MAX_DEPTH);
        org.jsoup.nodes.Document html = parser.parseInput(page.text(), "");
        return new PageWalk(pictures).read(html, charsetFindings(page, label));
    }

    private static List<Finding> charsetFindings(TextEncoding.Decoded page, String label) {
        List<Finding> findings = new ArrayList<>();
        if (page.lost() > 0) {
            findings.add(Finding.warning(
                    "CHARSET",
                    page.lost() + " characters could not be read as " + page.charset() + ".",
                    Place.UNKNOWN));
        }
        boolean foreign = page.text().chars().anyMatch(c -> c > 0x7F);
        boolean other = TextEncoding.charset(label)
                .filter(c -> !c.equals(page.charset()))
                .isPresent();
        if (foreign && other) {
            findings.add(Finding.info(
                    "CHARSET",
                    "The page says it is in " + label + ", but it is in " + page.charset() + ".",
                    Place.UNKNOWN));
        }
        return findings;
    }
}
