package gouji.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;

/** Start tags of a web page with their attributes, in one pass; what stands in comments, scripts and the like is none. */
final class PageTags {
    private static final List<String> UNSHOWN =
            List.of("script", "style", "noscript", "template", "textarea", "iframe", "title", "svg", "object");
    private static final int MOST_ATTRIBUTES = 200;

    private final String page;
    private int at;

    private PageTags(String page) {
        this.page = page;
    }

    /** @param to gets each element's name and its attributes, names in lower case */
    static void each(String page, BiConsumer<String, Map<String, String>> to) {
        new PageTags(page).scan(to);
    }

    private void scan(BiConsumer<String, Map<String, String>> to) {
        for (at = page.indexOf('<'); at >= 0; at = page.indexOf('<', at)) {
            if (page.startsWith("<!--", at)) {
                at = behind("-->", at + 4);
            } else if (at + 1 < page.length() && isLetter(page.charAt(at + 1))) {
                at++;
                String name = name();
                Map<String, String> attributes = attributes();
                to.accept(name, attributes);
                if (UNSHOWN.contains(name)) {
                    skipTo("</" + name);
                }
            } else {
                at++;
            }
        }
    }

    private int behind(String end, int from) {
        int found = page.indexOf(end, from);
        return found < 0 ? page.length() : found + end.length();
    }

    private void skipTo(String end) {
        for (int i = page.indexOf('<', at); i >= 0; i = page.indexOf('<', i + 1)) {
            if (page.regionMatches(true, i, end, 0, end.length())) {
                at = i + 1;
                return;
            }
        }
        at = page.length();
    }

    private Map<String, String> attributes() {
        Map<String, String> attributes = new LinkedHashMap<>();
        while (at < page.length() && page.charAt(at) != '>') {
            char c = page.charAt(at);
            if (isBlank(c) || c == '/' || c == '=' || c == '"' || c == '\'') {
                at++;
                continue;
            }
            String name = name();
            skipBlanks();
            String value = "";
            if (at < page.length() && page.charAt(at) == '=') {
                at++;
                skipBlanks();
                value = value();
            }
            if (attributes.size() < MOST_ATTRIBUTES) {
                attributes.putIfAbsent(name, value.replace("&amp;", "&").replace("&quot;", "\""));
            }
        }
        return attributes;
    }

    private String name() {
        int from = at;
        while (at < page.length() && !isBlank(page.charAt(at)) && "=/>".indexOf(page.charAt(at)) < 0) {
            at++;
        }
        return page.substring(from, at).toLowerCase(Locale.ROOT);
    }

    private String value() {
        char quote = at < page.length() ? page.charAt(at) : '>';
        if (quote == '"' || quote == '\'') {
            int end = page.indexOf(quote, at + 1);
            String value = page.substring(at + 1, end < 0 ? page.length() : end);
            at = end < 0 ? page.length() : end + 1;
            return value;
        }
        int from = at;
        while (at < page.length() && !isBlank(page.charAt(at)) && page.charAt(at) != '>') {
            at++;
        }
        return page.substring(from, at);
    }

    private void skipBlanks() {
        while (at < page.length() && isBlank(page.charAt(at))) {
            at++;
        }
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
}
