package gouji.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names under which programs keep a file while they write it, or a lock beside it. */
final class TemporaryNames {
    private static final List<String> ENDINGS = List.of(
            ".part",
            ".partial",
            ".filepart",
            ".crdownload",
            ".download",
            ".opdownload",
            ".tmp",
            ".temp",
            ".swp",
            ".!ut");
    private static final List<String> BEGINNINGS = List.of("~$", ".~lock.", ".~", "~wrl", ".syncthing.", ".nfs");
    /** {@code .NAME.Ab3dE6}, as rsync writes. */
    private static final Pattern RSYNC = Pattern.compile("\\..+\\.[A-Za-z0-9]{6}");

    private TemporaryNames() {}

    static boolean isOne(Path place) {
        String name = place.getFileName() == null
                ? ""
                : place.getFileName().toString().toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(name::endsWith)
                || BEGINNINGS.stream().anyMatch(name::startsWith)
                || RSYNC.matcher(name).matches();
    }
}
