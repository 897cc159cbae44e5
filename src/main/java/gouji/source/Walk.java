package gouji.source;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds every file below the arguments and names each.
 *
 * <p>A name is the path relative to its argument. Where two arguments would give the same name, the names of both
 * begin with the last folder of the argument, with its last two folders where that is not enough, and so on: the
 * names depend on the arguments and not on their order. An argument inside another one adds nothing.
 */
final class Walk {
    /**
     * A thing found.
     *
     * @param name its name
     * @param file where it lies
     * @param problem why it is not to be opened
     */
    record Found(RawName name, Path file, Optional<Reason> problem) {}

    private static final class Root {
        final Path folder;
        final List<Found> found = new ArrayList<>();
        int levels;

        Root(Path folder) {
            this.folder = folder;
        }

        RawName nameOf(Found f) {
            RawName prefix = RawName.EMPTY;
            int count = folder.getNameCount();
            for (int i = Math.max(0, count - levels); i < count; i++) {
                prefix = prefix.child(RawName.lastOf(folder.getRoot().resolve(folder.subpath(0, i + 1))));
            }
            return prefix.child(f.name());
        }
    }

    private Walk() {}

    /**
     * Walks.
     *
     * @param arguments existing paths
     */
    static List<Found> over(List<Path> arguments) throws IOException {
        List<Root> roots = new ArrayList<>();
        for (Path argument : outermost(arguments)) {
            if (Files.isDirectory(argument)) {
                Root root = new Root(argument);
                folder(argument, RawName.EMPTY, root.found);
                roots.add(root);
            } else {
                Root root = new Root(argument.getParent());
                one(argument, RawName.EMPTY, root.found);
                roots.add(root);
            }
        }
        while (widenEqualNames(roots)) {
            // each turn puts one more folder before the names that are still equal
        }
        List<Found> all = new ArrayList<>();
        for (Root root : roots) {
            root.found.forEach(f -> all.add(new Found(root.nameOf(f), f.file(), f.problem())));
        }
        // of names that read the same, those that are clean UTF-8 keep theirs
        all.sort(Comparator.comparing(
                        (Found f) -> !f.name().percentEncodedUnlessClean().isEmpty())
                .thenComparing(Found::name));
        return all;
    }

    /** The arguments by their real place, sorted, without repetitions and without those inside another one. */
    private static List<Path> outermost(List<Path> arguments) throws IOException {
        Set<Path> real = new HashSet<>();
        for (Path argument : arguments) {
            real.add(realPlace(argument));
        }
        return real.stream()
                .filter(p -> real.stream().noneMatch(q -> !q.equals(p) && p.startsWith(q)))
                .sorted()
                .toList();
    }

    /** The place itself for a folder; for anything else the real folder it lies in, so that a link stays a link. */
    static Path realPlace(Path path) throws IOException {
        Path absolute = path.toAbsolutePath();
        if (Files.isDirectory(absolute) || absolute.getFileName() == null) {
            return absolute.toRealPath();
        }
        return absolute.getParent().toRealPath().resolve(absolute.getFileName());
    }

    private static boolean widenEqualNames(List<Root> roots) {
        Map<String, Root> owner = new HashMap<>();
        Set<Root> equal = new HashSet<>();
        for (Root root : roots) {
            for (Found f : root.found) {
                Root other = owner.putIfAbsent(root.nameOf(f).text(), root);
                if (other != null && other != root) {
                    equal.add(other);
                    equal.add(root);
                }
            }
        }
        boolean widened = false;
        for (Root root : equal) {
            if (root.levels < root.folder.getNameCount()) {
                root.levels++;
                widened = true;
            }
        }
        return widened;
    }

    private static void folder(Path folder, RawName name, List<Found> found) {
        List<Path> children = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(children::add);
        } catch (IOException | DirectoryIteratorException e) {
            found.add(new Found(name.child(RawName.EMPTY), folder, Optional.of(Reason.UNREADABLE)));
            return;
        }
        for (Path child : children) {
            one(child, name, found);
        }
    }

    static boolean isDataset(Path folder) {
        return Files.isRegularFile(folder.resolve(".work").resolve("state.db"));
    }

    private static void one(Path path, RawName parent, List<Found> found) {
        RawName name = parent.child(RawName.lastOf(path));
        BasicFileAttributes attributes;
        try {
            attributes = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            found.add(new Found(name, path, Optional.of(Reason.UNREADABLE)));
            return;
        }
        if (attributes.isDirectory() && isDataset(path)) {
            found.add(new Found(name, path, Optional.of(Reason.DATASET)));
        } else if (attributes.isDirectory()) {
            folder(path, name, found);
        } else if (attributes.isSymbolicLink()) {
            found.add(new Found(name, path, Optional.of(Reason.SYMLINK)));
        } else {
            found.add(new Found(
                    name, path, attributes.isRegularFile() ? Optional.empty() : Optional.of(Reason.NOT_REGULAR)));
        }
    }
}
