package gouji.document.ocr.tesseract;

import com.sun.jna.Native;
import com.sun.jna.Platform;
import gouji.document.ocr.EngineMissingException;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.GZIPInputStream;
import net.sourceforge.tess4j.util.LoadLibs;

/**
 * Gets Tesseract ready: its libraries from the class path (bytedeco), or from the system where the build brought none,
 * and its data. Both are unpacked into a folder of the process's temporary folder.
 */
final class Natives {
    private static final String DIGITS = "/tessdata/eng.traineddata";
    private static final String CHINESE = "/gouji/tessdata/chi_sim.traineddata.gz";

    private Natives() {}

    /** Unpacks the data, and gives the folder. */
    static Path data() throws IOException {
        Path folder = Files.createTempDirectory("tessdata");
        try (InputStream in = resource(DIGITS)) {
            Files.copy(in, folder.resolve("eng.traineddata"));
        }
        try (InputStream in = new GZIPInputStream(resource(CHINESE))) {
            Files.copy(in, folder.resolve("chi_sim.traineddata"));
        }
        return folder;
    }

    private static InputStream resource(String name) throws IOException {
        InputStream in = Natives.class.getResourceAsStream(name);
        if (in == null) {
            throw new IOException("no " + name + " on the class path");
        }
        return in;
    }

    /** Loads the library. */
    static TessLibrary load() throws IOException {
        if (Platform.isWindows()) {
            // Tess4J and Lept4J bring their own for Windows; Tess4J unpacks both.
            return Native.load(LoadLibs.getTesseractLibName(), TessLibrary.class);
        }
        Path folder = Files.createTempDirectory("tesseract");
        boolean bundled = unpack("leptonica", folder) & unpack("tesseract", folder);
        if (bundled) {
            System.setProperty("jna.library.path", folder.toString());
        }
        try {
            return Native.load("tesseract", TessLibrary.class);
        } catch (LinkageError e) {
            throw new EngineMissingException(
                    "Tesseract cannot be loaded on " + platform() + ": "
                            + (bundled
                                    ? "the library of the build does not run here (" + e.getMessage() + ")."
                                    : "the build brought no library for it; install Tesseract 5 (Debian: apt install"
                                            + " libtesseract5), or build with -Dnatives.platform=" + platform() + "."),
                    e);
        }
    }

    /** The name bytedeco gives this machine. */
    private static String platform() {
        String system = Platform.isMac() ? "macosx" : Platform.isWindows() ? "windows" : "linux";
        return system + "-" + (Platform.isARM() ? "arm64" : "x86_64");
    }

    private static boolean unpack(String library, Path folder) throws IOException {
        String path = "org/bytedeco/" + library + "/" + platform() + "/";
        URL url = Natives.class.getClassLoader().getResource(path);
        if (url == null || !(url.openConnection() instanceof JarURLConnection connection)) {
            return false;
        }
        try (JarFile jar = new JarFile(Path.of(jarOf(connection)).toFile())) {
            List<JarEntry> entries =
                    jar.stream().filter(e -> isLibrary(e, path)).toList();
            for (JarEntry entry : entries) {
                try (InputStream in = jar.getInputStream(entry)) {
                    Files.copy(in, folder.resolve(entry.getName().substring(path.length())));
                }
            }
            return !entries.isEmpty();
        }
    }

    private static java.net.URI jarOf(JarURLConnection connection) throws IOException {
        try {
            return connection.getJarFileURL().toURI();
        } catch (java.net.URISyntaxException e) {
            throw new IOException("not a file: " + connection.getJarFileURL(), e);
        }
    }

    /** The libraries themselves, not their Java bindings. */
    private static boolean isLibrary(JarEntry entry, String path) {
        String name = entry.getName();
        return name.startsWith(path)
                && name.indexOf('/', path.length()) < 0
                && name.substring(path.length()).matches("lib(?!jni).*\\.(so|dylib).*");
    }
}
