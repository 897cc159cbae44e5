package gouji.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds the inputs: files, folders and what is inside archives, each with its digest, and decides which of equal ones
 * is the original.
 *
 * <p>Of several entries with the same bytes (and, web pages, with the same pictures) the one with the smallest name is the original; of several archives with
 * the same bytes, the least nested one, then the smallest name. The order of the arguments plays no part. Empty files
 * are not called duplicates: each is a problem of its own. Nor is what belongs to a saved page.
 */
public final class Sources {
    private final Limits limits;
    private final Path staging;
    private final Predicate<String> wanted;
    private final Runnable counted;

    /**
     * @param limits what an input may cost
     * @param staging an existing folder for members of archives, named by digest; the caller empties it
     * @param wanted whether the content of a digest is still needed; members that are not are not kept
     * @param counted called after each entry
     */
    public Sources(Limits limits, Path staging, Predicate<String> wanted, Runnable counted) {
        this.limits = limits;
        this.staging = staging;
        this.wanted = wanted;
        this.counted = counted;
    }

    /**
     * Everything below the arguments, by name.
     *
     * @throws IOException when an argument is not there, or the staging folder cannot be written
     */
    public List<Entry> find(List<Path> arguments) throws IOException {
        return find(arguments, file -> true);
    }

    /**
     * The same of some of the files.
     *
     * @param taken whether a file, named by its real place, is one; asked just before it is opened
     */
    public List<Entry> find(List<Path> arguments, Predicate<Path> taken) throws IOException {
        List<Entry> all = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Walk.Found found : Walk.over(arguments)) {
            if (taken.test(found.file())) {
                all.add(hash(unique(listed(found), names), limits));
            }
            counted.run();
        }
        new Unpacker(limits, staging, wanted, counted, all).unpackAll();
        SavedPages.join(all, SavedPages::shownBy);
        return markDuplicates(all);
    }

    /** Whether a folder is the output of an import, as its work folder tells: nothing in it is ever an input. */
    public static boolean isDataset(Path folder) {
        return Walk.isDataset(folder);
    }

    /** The places of everything below the arguments: what {@link #find} would open, and what it would only record. */
    public static List<Path> places(List<Path> arguments) throws IOException {
        return Walk.over(arguments).stream().map(Walk.Found::file).toList();
    }

    /** Reads the content of a file entry again, and only believes it when it still has its digest. */
    public static Input load(Entry entry) throws UnreadableException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(entry.content().orElseThrow());
        } catch (IOException e) {
            throw new UnreadableException(Reason.UNREADABLE);
        }
        String sha256 = Digest.of(bytes);
        if (!sha256.equals(entry.sha256().orElseThrow())) {
            throw new UnreadableException(Reason.CHANGED_WHILE_READ);
        }
        return new Input(entry.name(), sha256, bytes, entry.companions());
    }

    static Entry listed(Walk.Found found) {
        Entry bare = new Entry(
                found.name().text(),
                found.name().percentEncodedUnlessClean(),
                "",
                Optional.empty(),
                -1,
                Entry.Kind.FILE,
                Optional.empty(),
                "",
                List.of(),
                Optional.of(found.file()));
        return found.problem()
                .map(problem -> bare.unusable(problem, problem.sentence()))
                .orElse(bare);
    }

    static Entry hash(Entry bare, Limits limits) {
        if (bare.kind() == Entry.Kind.UNUSABLE) {
            return bare;
        }
        try (InputStream in = Files.newInputStream(bare.content().orElseThrow(), LinkOption.NOFOLLOW_LINKS)) {
            return bare.with(Digest.copy(in, OutputStream.nullOutputStream(), total -> {}), limits);
        } catch (IOException | UnreadableException e) {
            return bare.unusable(Reason.UNREADABLE, Reason.UNREADABLE.sentence());
        }
    }

    /** Two names that differ in their bytes may read the same; the later one in byte order is numbered. */
    static Entry unique(Entry e, Set<String> names) {
        String path = e.path();
        for (int n = 2; !names.add(path); n++) {
            path = e.path() + " #" + n;
        }
        return new Entry(
                path,
                e.pathRaw(),
                e.member(),
                e.sha256(),
                e.bytes(),
                e.kind(),
                e.problem(),
                e.detail(),
                e.flags(),
                e.content());
    }

    static List<Entry> markDuplicates(List<Entry> all) {
        all.sort(Comparator.comparing(Entry::name, CodePoints.ORDER));
        Map<String, Entry> original = new HashMap<>();
        all.stream()
                .filter(e -> e.kind() == Entry.Kind.CONTAINER)
                .forEach(e -> original.put(e.sha256().orElseThrow(), e));
        List<Entry> marked = new ArrayList<>();
        for (Entry e : all) {
            if (e.sha256().isEmpty()
                    || e.problem().equals(Optional.of(Reason.EMPTY))
                    || e.problem().equals(Optional.of(Reason.NO_REPORT_FOUND))) {
                marked.add(e);
                continue;
            }
            Entry first = original.computeIfAbsent(e.key(), k -> e);
            marked.add(first == e ? e : e.as(Entry.Kind.DUPLICATE));
        }
        return marked;
    }
}
