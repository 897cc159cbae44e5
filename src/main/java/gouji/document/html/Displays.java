package gouji.document.html;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * What the page's own style sheet and the elements themselves say about {@code display}, as far as a single class or id
 * says it: enough to see tables made of {@code div}s, and what is never shown. Rules for other media do not count.
 */
final class Displays {
    private static final Pattern RULE = Pattern.compile("([^{}]{1,500})\\{([^{}]{0,2000})\\}");
    private static final Pattern DISPLAY = Pattern.compile("(?:^|[;\\s])display\\s*:\\s*([a-z-]+)");
    private static final Pattern HIDDEN =
            Pattern.compile("(?:^|[;\\s])(?:visibility\\s*:\\s*hidden|mso-hide\\s*:\\s*all)");
    private static final Pattern SIMPLE = Pattern.compile("[a-z]*([.#][\\w-]+)");
    private static final int MOST_STYLE = 1 << 20;

    private final Map<String, String> bySelector = new HashMap<>();

    private Displays() {}

    static Displays of(org.jsoup.nodes.Document page) {
        Displays displays = new Displays();
        StringBuilder style = new StringBuilder();
        for (Element e : page.select("style")) {
            if (style.length() + e.data().length() < MOST_STYLE
                    && !e.attr("media").matches("(?i)print|speech")) {
                style.append(e.data()).append('\n');
            }
        }
        displays.read(withoutMedia(style.toString().toLowerCase(Locale.ROOT)));
        return displays;
    }

    /** Without comments and without blocks of rules for certain media. */
    private static String withoutMedia(String style) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < style.length()) {
            if (style.startsWith("/*", at)) {
                int end = style.indexOf("*/", at + 2);
                at = end < 0 ? style.length() : end + 2;
            } else if (style.startsWith("@media", at)) {
                at = behindBlock(style, at);
            } else {
                out.append(style.charAt(at++));
            }
        }
        return out.toString();
    }

    private static int behindBlock(String style, int from) {
        int depth = 0;
        for (int i = from; i < style.length(); i++) {
            char c = style.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (c == '}' && depth <= 0) {
                return i + 1;
            }
        }
        return style.length();
    }

    private void read(String style) {
        Matcher rule = RULE.matcher(style);
        while (rule.find()) {
            String display = display(rule.group(2));
            if (!display.isEmpty()) {
                for (String selector : rule.group(1).split(",")) {
                    Matcher simple = SIMPLE.matcher(selector.strip());
                    if (simple.matches()) {
                        bySelector.put(simple.group(1), display);
                    }
                }
            }
        }
    }

    private static String display(String style) {
        Matcher m = DISPLAY.matcher(style);
        return m.find() ? m.group(1) : HIDDEN.matcher(style).find() ? "none" : "";
    }

    /** The value of {@code display}; empty where nothing is said. */
    String of(Element e) {
        String own = e.hasAttr("style") ? display(e.attr("style").toLowerCase(Locale.ROOT)) : "";
        if (!own.isEmpty() || bySelector.isEmpty()) {
            return own;
        }
        String byId = bySelector.get("#" + e.id().toLowerCase(Locale.ROOT));
        if (byId != null) {
            return byId;
        }
        for (String name : e.classNames()) {
            String byClass = bySelector.get("." + name.toLowerCase(Locale.ROOT));
            if (byClass != null) {
                return byClass;
            }
        }
        return "";
    }

    /**
     * Whether it is never shown. A class that hides a whole table is not believed: scripts show such parts when a tab is
     * clicked.
     */
    boolean hides(Element e) {
        boolean hidden = of(e).equals("none");
        boolean own = e.hasAttr("style")
                && display(e.attr("style").toLowerCase(Locale.ROOT)).equals("none");
        return hidden && (own || e.selectFirst("table") == null);
    }
}
