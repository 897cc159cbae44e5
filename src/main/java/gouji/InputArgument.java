package gouji;

import gouji.run.UsageException;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * An argument as a path.
 *
 * <p>Java turns the bytes of an argument into text by the locale and cannot always turn them back (a name in GBK, or any
 * Chinese name where the locale is C). Such a name has U+FFFD where bytes were lost; it is looked up among the names
 * that are there, which Java has garbled in the same way.
 */
final class InputArgument {
    private InputArgument() {}

    static Path path(String argument) throws UsageException {
        if (argument.isBlank()) {
            throw new UsageException("expected the name of a file or a folder, found an empty one");
        }
        if (argument.indexOf('\uFFFD') < 0) {
            try {
                return Path.of(argument);
            } catch (InvalidPathException e) {
                throw new UsageException("the name " + argument
                        + " cannot be used in this locale: give the folder it lies in, or set LC_ALL=C.UTF-8");
            }
        }
        Path path = Path.of(argument.startsWith("/") ? "/" : "");
        for (String name : argument.split("/")) {
            if (!name.isEmpty()) {
                path = child(path, name, argument);
            }
        }
        return path;
    }

    private static Path child(Path parent, String name, String argument) throws UsageException {
        if (name.indexOf('\uFFFD') < 0) {
            return parent.resolve(name);
        }
        List<Path> alike = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(parent.toAbsolutePath())) {
            for (Path p : stream) {
                if (p.getFileName().toString().equals(name) && Files.exists(p, LinkOption.NOFOLLOW_LINKS)) {
                    alike.add(p);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            throw new UsageException("nothing is at " + argument + ": " + e.getMessage());
        }
        if (alike.size() == 1) {
            return alike.get(0);
        }
        throw new UsageException("expected one name that reads " + argument + " in this locale, found " + alike.size()
                + ": give the folder it lies in, or set LC_ALL=C.UTF-8");
    }
}
