package gouji.process;

import java.io.File;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A child that runs this process's Java with its class path.
 *
 * @param main its main class; the first argument it gets is its own temporary folder
 * @param options of the JVM, as {@code -Xmx256m}
 * @param arguments the further arguments
 */
public record JvmCommand(String main, List<String> options, List<String> arguments) {
    public JvmCommand {
        options = List.copyOf(options);
        arguments = List.copyOf(arguments);
    }

    /** The command line of a child that keeps what it writes under the folder. */
    List<String> line(Path folder) {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(options);
        line.addAll(List.of(
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=" + folder.resolve("crash.txt"),
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + folder,
                "-Djna.tmpdir=" + folder,
                main,
                folder.toString()));
        line.addAll(arguments);
        return line;
    }

    /**
     * The class path this class was loaded from; given to the child in its environment, for a command line has limits.
     */
    static String classPath() {
        return classPath(JvmCommand.class.getClassLoader()).stream()
                .map(p -> p.toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** That of the loader where it tells, as those do that load a job's jars into a running JVM; else the JVM's. */
    static List<Path> classPath(ClassLoader loader) {
        if (loader instanceof URLClassLoader jars) {
            return Arrays.stream(jars.getURLs())
                    .filter(u -> u.getProtocol().equals("file"))
                    .map(u -> Path.of(URI.create(u.toString())))
                    .toList();
        }
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .toList();
    }
}
