package gouji;

import gouji.source.RarSupport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the doctor finds of the machine itself. */
final class Machine {
    private static final int JAVA = 17;
    private static final long LEAST_HEAP_MB = 200;
    /** Each child unpacks its libraries and data there. */
    private static final long LEAST_FREE_MB = 300;

    private Machine() {}

    static List<Symptom> symptoms() {
        return List.of(java(), memory(), temporary());
    }

    /** Whether RAR archives are unpacked; nobody needs it who has none. */
    static Symptom rar() {
        return RarSupport.isPresent()
                ? Symptom.well("RAR archives", "junrar, unpacks them")
                : new Symptom("RAR archives", false, false, "are not unpacked", RarSupport.HOW_TO_GET_IT);
    }

    private static Symptom java() {
        String found = System.getProperty("java.version") + ", " + System.getProperty("java.vendor") + ", on "
                + System.getProperty("os.name") + " " + System.getProperty("os.arch");
        return Runtime.version().feature() >= JAVA
                ? Symptom.well("Java", found)
                : new Symptom("Java", false, true, found, "Install a JDK of release " + JAVA + " or newer.");
    }

    private static Symptom memory() {
        long heap = Runtime.getRuntime().maxMemory() >> 20;
        String found = heap + " MB for the import, up to 256 MB heap for each engine beside it";
        return heap >= LEAST_HEAP_MB
                ? Symptom.well("memory", found)
                : new Symptom("memory", false, false, found, "Give more: GOUJI_JAVA_OPTIONS=-Xmx256m gouji import …");
    }

    private static Symptom temporary() {
        Path folder = Path.of(System.getProperty("java.io.tmpdir"));
        String advice = "Make room or set another: GOUJI_JAVA_OPTIONS=-Djava.io.tmpdir=FOLDER gouji import …";
        try {
            Files.delete(Files.createTempFile(folder, "gouji-doctor-", ""));
            long free = Files.getFileStore(folder).getUsableSpace() >> 20;
            return new Symptom(
                    "temporary folder",
                    free >= LEAST_FREE_MB,
                    true,
                    folder + ", can be written, " + free + " MB free",
                    free >= LEAST_FREE_MB ? "" : advice);
        } catch (IOException e) {
            return new Symptom("temporary folder", false, true, folder + " cannot be written", advice);
        }
    }
}
