package gouji.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Page headers, page footers and page numbers: lines near the upper or lower edge that look like a page number, or that
 * stand on most pages at the same height, figures aside.
 */
final class Furniture {
    private static final double MARGIN_SHARE = 0.12;
    private static final double SAME_HEIGHT_PT = 4;
    private static final int MOST_LINES_A_MARGIN = 3;
    private static final Pattern PAGE_NUMBER = Pattern.compile(
            "[-—–－―~·•\\s]*(?:第\\s*)?\\d{1,4}(?:\\s*页)?(?:\\s*[/／，,]?\\s*共?\\s*\\d{1,4}\\s*页?)?[-—–－―~·•\\s]*"
                    + "|第\\s*[一二三四五六七八九十百]+\\s*页.{0,8}|(?i:page)\\s*\\d+(?:\\s*(?i:of)\\s*\\d+)?");

    /** A line's wording with figures left open, and its distance from the edge of the page in steps. */
    private record Look(boolean top, String wording, long step) {}

    private final Set<Look> repeated = new HashSet<>();

    Furniture(List<PageContent> pages) {
        Map<Look, Integer> counts = new HashMap<>();
        for (PageContent page : pages) {
            Set<Look> here = new HashSet<>();
            for (TextLine line : page.lines()) {
                if (isInMargin(line, page)) {
                    here.add(look(line, page, 0));
                }
            }
            for (Look look : here) {
                counts.merge(look, 1, Integer::sum);
            }
        }
        counts.forEach((look, count) -> {
            if (count >= 2 && 2 * count >= pages.size()) {
                repeated.add(look);
            }
        });
    }

    /** The lines of the page that are text. */
    List<TextLine> without(PageContent page) {
        List<TextLine> lines = page.lines();
        int from = 0;
        int to = lines.size();
        while (from < to && from < MOST_LINES_A_MARGIN && isFurniture(lines.get(from), page)) {
            from++;
        }
        while (to > from && lines.size() - to < MOST_LINES_A_MARGIN && isFurniture(lines.get(to - 1), page)) {
            to--;
        }
        return new ArrayList<>(lines.subList(from, to));
    }

    private boolean isFurniture(TextLine line, PageContent page) {
        return isInMargin(line, page)
                && (PAGE_NUMBER.matcher(line.text()).matches()
                        || repeated.contains(look(line, page, -1))
                        || repeated.contains(look(line, page, 0))
                        || repeated.contains(look(line, page, 1)));
    }

    private static boolean isInMargin(TextLine line, PageContent page) {
        double margin = MARGIN_SHARE * page.heightPt();
        return line.box().y1() < margin || line.box().y0() > page.heightPt() - margin;
    }

    private static Look look(TextLine line, PageContent page, int shift) {
        boolean top = line.box().y1() < page.heightPt() / 2;
        double fromEdge = top ? line.baseline() : page.heightPt() - line.baseline();
        return new Look(top, wording(line.text()), Math.round(fromEdge / SAME_HEIGHT_PT) + shift);
    }

    private static String wording(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Script.isDigit(c)) {
                if (out.length() == 0 || out.charAt(out.length() - 1) != '#') {
                    out.append('#');
                }
            } else if (!Script.isSpace(c)) {
                out.append(c);
            }
        }
        return out.toString();
    }
}
