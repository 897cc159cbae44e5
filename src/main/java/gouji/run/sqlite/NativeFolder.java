package gouji.run.sqlite;

import gouji.process.TemporaryFolders;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Where SQLite's native library is unpacked: a folder of this process, removed when it ends.
 */
final class NativeFolder {
    private static final String PROPERTY = "org.sqlite.tmpdir";

    private NativeFolder() {}

    /** Makes it, once in a process. */
    static synchronized void prepare() throws IOException {
        if (System.getProperty(PROPERTY) != null) {
            return;
        }
        Path folder = TemporaryFolders.create("sqlite");
        // files registered later, as the library's, are removed earlier
        folder.toFile().deleteOnExit();
        System.setProperty(PROPERTY, folder.toString());
    }
}
