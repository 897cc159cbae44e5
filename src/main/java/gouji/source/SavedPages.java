package gouji.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Joins web pages with what was saved along with them: pictures a page shows become its companions; they, and
 * the scripts and styles in its folder ({@code page_files}, {@code page.files}), are no inputs of their own. A picture that no
 * page refers to is one.
 */
final class SavedPages {
    private static final Pattern PAGE = Pattern.compile("(?i)^(.+)\\.(?:x?html?|shtml?|mht)$");
    private static final Pattern PICTURE = PagePictures.PICTURE;
    private static final Pattern TRIMMINGS =
            Pattern.compile("(?i).+\\.(?:svg|ico|cur|css|js|mjs|map|json|woff2?|ttf|eot|otf|wmz|emz|wmf|emf|thmx"
                    + "|mso|mp3|mp4|webm|swf|download)$|.*/(?:filelist|colorschememapping|themedata)\\.xml$");
    private static final String[] FOLDERS = {"_files/", ".files/", "_文件/"};
    private static final long MOST_BYTES = 16L << 20;
    private static final int MOST_PICTURES = 200;

    private final List<Entry> all;
    private final Shown shown;
    private final Map<String, Integer> byName = new HashMap<>();
    /** What belongs to a page, and the page's name. */
    private final Map<Integer, String> belonging = new TreeMap<>();

    /** Knows the pictures that a page shows, by their paths from the root of its folder or archive. */
    @FunctionalInterface
    interface Shown {
        List<String> by(Entry page) throws IOException;
    }

    private SavedPages(List<Entry> all, Shown shown) {
        this.all = all;
        this.shown = shown;
        for (int i = 0; i < all.size(); i++) {
            if (isFile(all.get(i))) {
                byName.put(all.get(i).name(), i);
            }
        }
    }

    /** Whether the content of a member is wanted although what it gave is known: another input may need it. */
    static boolean mayNeed(String name) {
        return PAGE.matcher(name).matches() || PICTURE.matcher(name).matches();
    }

    static void join(List<Entry> all, Shown shown) throws IOException {
        new SavedPages(all, shown).join();
    }

    /** The pictures that the content of an entry shows; none where it is no page, or too long a one. */
    static List<String> shownBy(Entry entry) throws IOException {
        if (!isFile(entry) || !PAGE.matcher(entry.name()).matches() || entry.bytes() > MOST_BYTES) {
            return List.of();
        }
        String folder = folder(entry.name().substring(root(entry.name()).length()));
        return sources(Files.readAllBytes(entry.content().orElseThrow())).stream()
                .flatMap(location -> Companions.path(folder, location).stream())
                .filter(path -> PICTURE.matcher(path).matches())
                .toList();
    }

    private static boolean isFile(Entry e) {
        return e.kind() == Entry.Kind.FILE && e.content().isPresent();
    }

    private void join() throws IOException {
        boolean pictures =
                byName.keySet().stream().anyMatch(n -> PICTURE.matcher(n).matches());
        Map<String, String> pages = new HashMap<>();
        for (int i = 0; i < all.size(); i++) {
            Matcher page = PAGE.matcher(all.get(i).name());
            if (isFile(all.get(i)) && page.matches()) {
                pages.putIfAbsent(page.group(1), all.get(i).name());
                if (pictures) {
                    joinPictures(i);
                }
            }
        }
        byName.forEach((name, i) -> page(name, pages).ifPresent(page -> belonging.put(i, page)));
        belonging.forEach((i, page) -> all.set(
                i,
                all.get(i)
                        .unusable(
                                Reason.NO_REPORT_FOUND,
                                "It belongs to the saved page " + page
                                        + ": what the page shows is read with the page, not for itself.")));
    }

    /** The page in whose folder scripts and styles lie. */
    private static Optional<String> page(String name, Map<String, String> pages) {
        if (TRIMMINGS.matcher(name).matches()) {
            for (String suffix : FOLDERS) {
                int at = name.lastIndexOf(suffix);
                String page = at < 0 ? null : pages.get(name.substring(0, at));
                if (page != null) {
                    return Optional.of(page);
                }
            }
        }
        return Optional.empty();
    }

    private void joinPictures(int page) throws IOException {
        Entry entry = all.get(page);
        String root = root(entry.name());
        String folder = folder(entry.name().substring(root.length()));
        Map<String, Companions.File> files = new HashMap<>();
        for (String path : shown.by(entry)) {
            Integer at = place(entry.name(), root, path);
            if (at != null && files.size() < MOST_PICTURES) {
                Entry picture = all.get(at);
                files.put(
                        path,
                        new Companions.File(
                                picture.sha256().orElseThrow(),
                                picture.content().orElseThrow()));
                belonging.put(at, entry.name());
            }
        }
        if (!files.isEmpty()) {
            all.set(page, entry.with(new Companions(folder, files)));
        }
    }

    /**
     * The index of a file; where a page and its folder were renamed together, the page still states the old name: then
     * that of the file in the folder the page has now. Null for none.
     */
    private Integer place(String page, String root, String path) {
        Integer stated = byName.get(root + path);
        if (stated != null) {
            return stated;
        }
        Matcher name = PAGE.matcher(page);
        for (String suffix : FOLDERS) {
            int at = path.lastIndexOf(suffix);
            if (at > 0 && name.matches() && folder(root + path.substring(0, at)).equals(folder(page))) {
                return byName.get(name.group(1) + path.substring(at));
            }
        }
        return null;
    }

    /** The part of a name up to the archive it lies in; nothing of a page leads out of that. */
    private static String root(String name) {
        int end = name.lastIndexOf("!/");
        return end < 0 ? "" : name.substring(0, end + 2);
    }

    private static String folder(String name) {
        return name.substring(0, Math.max(0, name.lastIndexOf('/')));
    }

    /** Most pages show no picture: the letters are looked for before the bytes are decoded. */
    private static boolean namesSources(byte[] bytes) {
        for (int i = 0; i + 2 < bytes.length; i++) {
            if ((bytes[i] | 32) == 's' && (bytes[i + 1] | 32) == 'r' && (bytes[i + 2] | 32) == 'c') {
                return true;
            }
        }
        return false;
    }

    private static List<String> sources(byte[] bytes) {
        if (!namesSources(bytes)) {
            return List.of();
        }
        String page =
                RawName.strict(bytes, StandardCharsets.UTF_8).orElseGet(() -> new String(bytes, MemberNames.GB18030));
        List<String> sources = new ArrayList<>();
        PageTags.each(page, (element, attributes) -> {
            sources.addAll(PagePictures.shown(element, attributes));
            sources.addAll(PagePictures.behind(attributes));
        });
        return sources.stream()
                .filter(s -> !s.regionMatches(true, 0, "data:", 0, 5))
                .distinct()
                .toList();
    }
}
