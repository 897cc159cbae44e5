package gouji.process;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Folders of this process under the system's temporary folder, {@code gouji-NAME-PROCESS-…}. What a killed process left
 * there is removed when the next one makes its first.
 */
public final class TemporaryFolders {
    private static final Pattern OWN = Pattern.compile("gouji-[a-z]+-(\\d{1,18})-.*");
    private static boolean swept;

    private TemporaryFolders() {}

    /**
     * Makes one.
     *
     * @param name lower-case letters
     */
    public static Path create(String name) throws IOException {
        Path parent = Path.of(System.getProperty("java.io.tmpdir"));
        sweepOnce(parent);
        return Files.createTempDirectory(
                parent, "gouji-" + name + "-" + ProcessHandle.current().pid() + "-");
    }

    /** Removes one with all that is in it, as far as the system lets it. */
    public static void remove(Path folder) {
        Folders.delete(folder);
    }

    private static synchronized void sweepOnce(Path parent) throws IOException {
        if (!swept) {
            swept = true;
            sweep(parent);
        }
    }

    static void sweep(Path parent) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, "gouji-*")) {
            for (Path folder : folders) {
                Matcher own = OWN.matcher(folder.getFileName().toString());
                if (own.matches()
                        && ProcessHandle.of(Long.parseLong(own.group(1))).isEmpty()) {
                    Folders.delete(folder);
                }
            }
        }
    }
}
