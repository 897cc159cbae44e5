package gouji.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Files that came with an input and belong to it: the pictures of a web page, beside it or in its folder. */
public final class Companions {
    /** None. */
    public static final Companions NONE = new Companions("", Map.of());

    private final String folder;
    private final Map<String, File> files;

    /** A file by its digest, and where it lies. */
    record File(String sha256, Path content) {}

    /**
     * @param folder folder of the input below the root of its folder or archive, separator '/', empty for the root
     * @param files by their paths from the same root
     */
    Companions(String folder, Map<String, File> files) {
        this.folder = folder;
        this.files = Map.copyOf(files);
    }

    /**
     * A file as it is told to another process.
     *
     * @param path from the root of the folder or archive, separator '/'
     * @param sha256 its digest
     * @param content where it lies
     */
    public record Listed(String path, String sha256, Path content) {}

    /** What {@link #folder} and {@link #list} gave. */
    public static Companions of(String folder, List<Listed> files) {
        return new Companions(
                folder, files.stream().collect(Collectors.toMap(Listed::path, f -> new File(f.sha256(), f.content()))));
    }

    /** Folder of the input below the root of its folder or archive. */
    public String folder() {
        return folder;
    }

    /** The files, by path. */
    public List<Listed> list() {
        return files.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(e -> new Listed(
                        e.getKey(), e.getValue().sha256(), e.getValue().content()))
                .toList();
    }

    /**
     * The file at a location that the input states; empty when it did not come along, or the location leads out.
     *
     * @throws UnreadableException when it has changed since it was found
     */
    public Optional<Input> find(String location) throws UnreadableException {
        Optional<File> file = path(folder, location).map(files::get);
        return file.isPresent() ? Optional.of(load(location, file.get())) : Optional.empty();
    }

    private static Input load(String location, File file) throws UnreadableException {
        try {
            byte[] bytes = Files.readAllBytes(file.content());
            if (!Digest.of(bytes).equals(file.sha256())) {
                throw new UnreadableException(Reason.CHANGED_WHILE_READ);
            }
            return new Input(location, file.sha256(), bytes);
        } catch (IOException e) {
            throw new UnreadableException(Reason.UNREADABLE);
        }
    }

    /** Where a location of a page leads, without query and fragment and percent signs; empty when it leads out. */
    static Optional<String> path(String folder, String location) {
        String bare = location.strip().replaceFirst("(?s)[?#].*$", "");
        return bare.isEmpty() || bare.startsWith("//") || bare.startsWith("/")
                ? Optional.empty()
                : ZipParts.resolve(folder, unpercent(bare));
    }

    private static String unpercent(String s) {
        if (s.indexOf('%') < 0) {
            return s;
        }
        byte[] raw = s.getBytes(StandardCharsets.UTF_8);
        byte[] out = new byte[raw.length];
        int n = 0;
        for (int i = 0; i < raw.length; i++) {
            int high = i + 2 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
            int low = i + 2 < raw.length ? Character.digit(raw[i + 2], 16) : -1;
            boolean escaped = raw[i] == '%' && high >= 0 && low >= 0;
            out[n++] = escaped ? (byte) (high << 4 | low) : raw[i];
            i += escaped ? 2 : 0;
        }
        byte[] decoded = java.util.Arrays.copyOf(out, n);
        return RawName.strict(decoded, StandardCharsets.UTF_8)
                .or(() -> RawName.strict(decoded, MemberNames.GB18030))
                .orElse(s);
    }

    /**
     * Identity of an input that has these: its own digest where there are none, else a digest of its bytes and theirs,
     * wherever it lies.
     *
     * @param sha256 digest of the input itself
     */
    String identity(String sha256) {
        if (files.isEmpty()) {
            return sha256;
        }
        StringBuilder all = new StringBuilder(sha256).append('\n');
        java.util.SortedMap<String, String> digests = new java.util.TreeMap<>();
        files.forEach((path, file) -> digests.put(fromFolder(path), file.sha256()));
        digests.forEach(
                (path, digest) -> all.append(path).append('\t').append(digest).append('\n'));
        return Digest.of(all.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The path as seen from the input's own folder. */
    private String fromFolder(String path) {
        String from = folder.isEmpty() ? "" : folder + "/";
        StringBuilder up = new StringBuilder();
        while (!path.startsWith(from)) {
            from = from.substring(0, from.lastIndexOf('/', from.length() - 2) + 1);
            up.append("../");
        }
        return up + path.substring(from.length());
    }
}
