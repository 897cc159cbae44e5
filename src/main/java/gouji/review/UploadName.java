package gouji.review;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The name an uploaded file gets: one plain file name, or none at all. */
final class UploadName {
    private static final int MOST_BYTES = 180;
    private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul");

    private UploadName() {}

    /**
     * The name given, its odd characters as {@code _}; empty where it leads to a folder or is none.
     *
     * @param given as the browser sends it
     */
    static Optional<String> of(String given) {
        boolean leads = given.contains("/") || given.contains("\\") || given.indexOf('\0') >= 0;
        if (leads || given.isBlank() || given.matches("\\.+")) {
            return Optional.empty();
        }
        String plain = given.strip()
                .replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\uFFFD:*?\"<>|]", "_")
                .replaceAll("^\\.+", "_")
                .replaceAll("[. ]+$", "");
        if (DEVICES.contains(stem(plain).toLowerCase(Locale.ROOT))) {
            plain = "_" + plain;
        }
        return plain.isEmpty() || plain.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES
                ? Optional.empty()
                : Optional.of(plain);
    }

    /** The name of the n-th file that would have the same one. */
    static String numbered(String name, int n) {
        return n == 1 ? name : stem(name) + "-" + n + name.substring(stem(name).length());
    }

    private static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
