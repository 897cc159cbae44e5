package gouji.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/**
 * Finds the inputs: files, folders and what is inside archives, each with its digest, and decides which of equal ones
 * is the original.
 *
 * <p>Of several entries with the same bytes the one with the smallest name is the original; of several archives with
 * the same bytes, the least nested one, then the smallest name. The order of the arguments plays no part. Empty files
 * are not called duplicates: each is a problem of its own.
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
        List<Entry> all = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Walk.Found found : Walk.over(arguments)) {
            all.add(unique(hash(found), names));
            counted.run();
        }
        expandArchives(all);
        return markDuplicates(all);
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
        return new Input(entry.name(), sha256, bytes);
    }

    private Entry hash(Walk.Found found) {
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
        if (found.problem().isPresent()) {
            return bare.unusable(found.problem().get(), found.problem().get().sentence());
        }
        try (InputStream in = Files.newInputStream(found.file(), LinkOption.NOFOLLOW_LINKS)) {
            return judged(bare, Digest.copy(in, OutputStream.nullOutputStream(), total -> {}));
        } catch (IOException | UnreadableException e) {
            return bare.unusable(Reason.UNREADABLE, Reason.UNREADABLE.sentence());
        }
    }

    /** An entry with its digest; a ZIP is a container until it has been opened. */
    private Entry judged(Entry bare, Digest digest) {
        Entry entry = new Entry(
                bare.path(),
                bare.pathRaw(),
                bare.member(),
                Optional.of(digest.sha256()),
                digest.bytes(),
                digest.zip() ? Entry.Kind.CONTAINER : Entry.Kind.FILE,
                Optional.empty(),
                bare.detail(),
                bare.flags(),
                bare.content());
        if (digest.bytes() == 0) {
            return entry.unusable(Reason.EMPTY, Reason.EMPTY.sentence());
        }
        if (digest.bytes() > limits.bytes()) {
            return entry.unusable(
                    Reason.LIMIT_BYTES,
                    "The file has " + digest.bytes() + " bytes, more than the limit of " + limits.bytes()
                            + ": split it, or import what is inside.");
        }
        return entry;
    }

    /** Two names that differ in their bytes may read the same; the later one in byte order is numbered. */
    private static Entry unique(Entry e, Set<String> names) {
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

    private void expandArchives(List<Entry> all) throws IOException {
        Map<String, Budget> budgets = new HashMap<>();
        Set<String> expanded = new HashSet<>();
        List<Integer> level = containers(all, 0);
        for (int depth = 1; !level.isEmpty(); depth++) {
            int sizeBefore = all.size();
            level.sort(Comparator.comparing(i -> all.get(i).name(), CodePoints.ORDER));
            for (int i : level) {
                Entry e = all.get(i);
                String sha256 = e.sha256().orElseThrow();
                if (expanded.contains(sha256)) {
                    all.set(i, e.as(Entry.Kind.DUPLICATE));
                    continue;
                }
                Budget budget = budgets.computeIfAbsent(e.path(), p -> new Budget());
                Entry opened = expand(e, depth, budget, all);
                all.set(i, opened);
                if (opened.kind() == Entry.Kind.CONTAINER) {
                    expanded.add(sha256);
                }
                // a copy of an archive inside another archive is of no use once it has been unpacked
                if (!opened.member().isEmpty() && opened.kind() != Entry.Kind.FILE) {
                    Files.deleteIfExists(opened.content().orElseThrow());
                }
            }
            level = containers(all, sizeBefore);
        }
    }

    private static List<Integer> containers(List<Entry> all, int from) {
        List<Integer> indexes = new ArrayList<>();
        for (int i = from; i < all.size(); i++) {
            if (all.get(i).kind() == Entry.Kind.CONTAINER) {
                indexes.add(i);
            }
        }
        return indexes;
    }

    private static final class Budget {
        int members;
        long bytes;
    }

    /** Opens one archive, adds its members, and gives the entry as it is to stand in the ledger. */
    private Entry expand(Entry e, int depth, Budget budget, List<Entry> all) throws IOException {
        Path file = e.content().orElseThrow();
        try (Archive archive = new Archive(file)) {
            if (archive.isOneDocument()) {
                return e.as(Entry.Kind.FILE);
            }
            if (depth > limits.depth()) {
                return e.unusable(
                        Reason.LIMIT_DEPTH,
                        "Archives are nested deeper than " + limits.depth() + ": unpack it and import the folder.");
            }
            List<Archive.Member> members = archive.members();
            if (budget.members + members.size() > limits.members()) {
                return e.unusable(
                        Reason.LIMIT_MEMBERS,
                        "The archive has " + (budget.members + members.size()) + " members, more than the limit of "
                                + limits.members() + ": unpack it and import the folder.");
            }
            budget.members += members.size();
            for (Archive.Member member : members) {
                all.add(member(archive, member, e, budget));
                counted.run();
            }
            return e;
        } catch (ZipException | java.nio.file.NoSuchFileException notFound) {
            return unreadableArchive(e);
        } catch (StagingException s) {
            throw s.cause;
        } catch (IOException | RuntimeException broken) {
            return unreadableArchive(e);
        }
    }

    private static Entry unreadableArchive(Entry e) {
        return e.unusable(
                Reason.TRUNCATED,
                "The archive is cut short or damaged, its list of members cannot be read: download it again.");
    }

    /** The staging folder cannot be written: the run's problem, not the archive's. */
    private static final class StagingException extends RuntimeException {
        final IOException cause;

        StagingException(IOException cause) {
            super(cause);
            this.cause = new IOException("cannot write the folder for members of archives: " + cause, cause);
        }
    }

    private Entry member(Archive archive, Archive.Member member, Entry parent, Budget budget) {
        boolean unsafe = member.leadsOut();
        Entry bare = new Entry(
                parent.path(),
                parent.pathRaw(),
                parent.member().isEmpty() ? member.name() : parent.member() + "!/" + member.name(),
                Optional.empty(),
                -1,
                Entry.Kind.FILE,
                Optional.empty(),
                unsafe
                        ? "Its name inside the archive leads out of it; the content was read, the name only recorded."
                        : "",
                unsafe ? List.of("UNSAFE_PATH") : List.of(),
                Optional.empty());
        ZipArchiveEntry z = member.entry();
        if (z.isUnixSymlink()) {
            return bare.unusable(Reason.SYMLINK, Reason.SYMLINK.sentence());
        }
        if (z.getGeneralPurposeBit().usesEncryption()) {
            return bare.unusable(
                    Reason.ENCRYPTED, "The member needs a password: unpack the archive and import the folder.");
        }
        if (!archive.canRead(member)) {
            return bare.unusable(
                    Reason.TYPE_UNSUPPORTED,
                    "The member is packed with method " + z.getMethod()
                            + ", which is not supported: unpack the archive and import the folder.");
        }
        return unpack(archive, member, bare, budget);
    }

    private Entry unpack(Archive archive, Archive.Member member, Entry bare, Budget budget) {
        long packed = Math.max(1, member.entry().getCompressedSize());
        Path temp = staging.resolve("member.tmp");
        try (InputStream in = new BufferedInputStream(archive.open(member));
                OutputStream out = open(temp)) {
            Digest digest = Digest.copy(in, new StagingStream(out), total -> {
                if (total > limits.bytes()) {
                    throw new UnreadableException(
                            Reason.LIMIT_BYTES, "The member unpacks to more than " + limits.bytes() + " bytes.");
                }
                if (total > limits.ratioFreeBytes() && total / packed > limits.ratio()) {
                    throw new UnreadableException(Reason.LIMIT_RATIO);
                }
                if (budget.bytes + total > limits.unpackedBytes()) {
                    throw new UnreadableException(Reason.LIMIT_INFLATE);
                }
            });
            budget.bytes += digest.bytes();
            out.close();
            Entry entry = judged(bare, digest);
            if (entry.problem().isPresent() || entry.kind() == Entry.Kind.FILE && !wanted.test(digest.sha256())) {
                return entry;
            }
            return staged(entry, temp);
        } catch (UnreadableException e) {
            return bare.unusable(e.reason(), e.getMessage());
        } catch (IOException | IllegalArgumentException e) {
            return bare.unusable(
                    Reason.CORRUPT, "The member cannot be unpacked, the archive is damaged: download it again.");
        } finally {
            delete(temp);
        }
    }

    private Entry staged(Entry entry, Path temp) {
        Path place = staging.resolve(entry.sha256().orElseThrow());
        try {
            Files.move(temp, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new StagingException(e);
        }
        return new Entry(
                entry.path(),
                entry.pathRaw(),
                entry.member(),
                entry.sha256(),
                entry.bytes(),
                entry.kind(),
                entry.problem(),
                entry.detail(),
                entry.flags(),
                Optional.of(place));
    }

    private static OutputStream open(Path temp) {
        try {
            return Channels.newOutputStream(FileChannel.open(
                    temp, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE));
        } catch (IOException e) {
            throw new StagingException(e);
        }
    }

    private static void delete(Path temp) {
        try {
            Files.deleteIfExists(temp);
        } catch (IOException e) {
            throw new StagingException(e);
        }
    }

    /** Tells a failure to write from a failure to read. */
    private static final class StagingStream extends OutputStream {
        private final OutputStream out;

        StagingStream(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            try {
                out.write(bytes, from, length);
            } catch (IOException e) {
                throw new StagingException(e);
            }
        }
    }

    private static List<Entry> markDuplicates(List<Entry> all) {
        all.sort(Comparator.comparing(Entry::name, CodePoints.ORDER));
        Map<String, Entry> original = new HashMap<>();
        all.stream()
                .filter(e -> e.kind() == Entry.Kind.CONTAINER)
                .forEach(e -> original.put(e.sha256().orElseThrow(), e));
        List<Entry> marked = new ArrayList<>();
        for (Entry e : all) {
            if (e.sha256().isEmpty() || e.problem().equals(Optional.of(Reason.EMPTY))) {
                marked.add(e);
                continue;
            }
            Entry first = original.computeIfAbsent(e.sha256().get(), s -> e);
            marked.add(first == e ? e : e.as(Entry.Kind.DUPLICATE));
        }
        return marked;
    }
}
