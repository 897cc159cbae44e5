package gouji.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which attributes of a web page's elements name pictures that the page shows. */
public final class PagePictures {
    static final Pattern PICTURE = Pattern.compile("(?i).+\\.(?:png|jpe?g|gif|bmp|tiff?|webp)$");
    private static final Pattern QUERY = Pattern.compile("(?s)[?#].*$");
    private static final Pattern URL = Pattern.compile("(?i)url\\(\\s*['\"]?([^'\")]{1,2000}?)['\"]?\\s*\\)");
    private static final Pattern SIZED = Pattern.compile("([^\\s,]\\S*[^\\s,])(?:\\s+([\\d.]{1,12})[wx])?\\s*(?:,|$)");
    private static final int MOST_OF_ONE = 50;

    private PagePictures() {}

    /**
     * Addresses of one picture in its sizes and, on pages that load it late, under its later name: {@code src}, {@code
     * srcset} (largest first) and {@code data-} attributes. Empty for elements that are no pictures.
     *
     * @param element name in lower case: {@code img}, or {@code source} of a {@code picture}
     * @param attributes by their names in lower case, in the order of the element
     */
    public static List<String> shown(String element, Map<String, String> attributes) {
        List<String> addresses = new ArrayList<>();
        if (element.equals("img") || element.equals("source")) {
            attributes.forEach((name, value) -> {
                if (name.equals("src") && element.equals("img")) {
                    addresses.add(value);
                } else if (name.endsWith("srcset")) {
                    addresses.addAll(sizes(value));
                } else if (name.startsWith("data-") && isPicture(value)) {
                    addresses.add(value);
                }
            });
        }
        return addresses.stream()
                .filter(a -> !a.isBlank())
                .distinct()
                .limit(MOST_OF_ONE)
                .toList();
    }

    /** Addresses of what stands behind an element: its {@code background}, and that of its own {@code style}. */
    public static List<String> behind(Map<String, String> attributes) {
        List<String> addresses = new ArrayList<>();
        String background = attributes.getOrDefault("background", "");
        if (!background.isBlank()) {
            addresses.add(background);
        }
        String style = attributes.getOrDefault("style", "");
        if (style.toLowerCase(Locale.ROOT).contains("url(")) {
            Matcher m = URL.matcher(style);
            while (m.find() && addresses.size() < MOST_OF_ONE) {
                addresses.add(m.group(1));
            }
        }
        return addresses;
    }

    private record Size(String address, double size) {}

    private static List<String> sizes(String srcset) {
        List<Size> sizes = new ArrayList<>();
        Matcher m = SIZED.matcher(srcset);
        while (m.find() && sizes.size() < MOST_OF_ONE) {
            sizes.add(new Size(m.group(1), m.group(2) == null ? 1 : number(m.group(2))));
        }
        return sizes.stream()
                .sorted(Comparator.comparingDouble(Size::size).reversed())
                .map(Size::address)
                .toList();
    }

    private static double number(String s) {
        try {
            return Double.parseDouble(s);
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    private static boolean isPicture(String address) {
        return address.length() < 2000
                && PICTURE.matcher(QUERY.matcher(address.strip()).replaceFirst(""))
                        .matches();
    }
}
