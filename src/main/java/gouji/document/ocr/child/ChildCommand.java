package gouji.document.ocr.child;

import gouji.document.ocr.TextModelSource;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a child runs.
 *
 * @param source opens its model; on this process's class path
 * @param arguments for the source
 */
public record ChildCommand(Class<? extends TextModelSource> source, List<String> arguments) {
    /** A line of 3000 pixels gives 80 MB of probabilities, and they are there twice. */
    private static final String HEAP = "-Xmx256m";

    public ChildCommand {
        arguments = List.copyOf(arguments);
    }

    /** The command line of a child that keeps what it writes under the folder. */
    List<String> line(Path folder) {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-Xss1m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=" + folder.resolve("crash.txt"),
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + folder,
                "-Djna.tmpdir=" + folder,
                ChildMain.class.getName(),
                folder.toString(),
                source.getName()));
        line.addAll(arguments);
        return line;
    }

    /** This process's class path; given to the child in its environment, for a command line has limits. */
    static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(p -> Path.of(p).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
