package blackbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Small things done to folders. */
final class Folder {
    private Folder() {}

    static Path write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    /** Every file of a dataset but what may differ from run to run, with its content. */
    static Map<String, String> snapshot(Path out) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(out)) {
            walk.filter(Files::isRegularFile).forEach(p -> {
                String name = out.relativize(p).toString();
                if (!name.startsWith(".work") && !name.equals("run.json")) {
                    files.put(name, content(p));
                }
            });
        }
        return files;
    }

    /** Every file below, with its content and the time of its last change. */
    static Map<String, String> everything(Path out) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(out)) {
            walk.filter(Files::isRegularFile).forEach(p -> {
                try {
                    files.put(out.relativize(p).toString(), Files.getLastModifiedTime(p) + " " + content(p));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        return files;
    }

    private static String content(Path p) {
        try {
            return HexFormat.of().formatHex(Files.readAllBytes(p));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
