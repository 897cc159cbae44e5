package gouji.source;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.commons.compress.PasswordRequiredException;

/**
 * Unpacks archives, and those inside them, level by level, and accounts for every member. What cannot be reached any
 * more, because the archive is damaged or breaks a limit, is one entry named {@value #REST}.
 */
final class Unpacker {
    /** Name of the entry that stands for all members behind the last one read. */
    static final String REST = "(the rest)";

    private final Limits limits;
    private final Staging staging;
    private final Predicate<String> wanted;
    private final Runnable counted;
    private final List<Entry> all;
    /** Of each entry the index of the archive it was in, -1 for a file. */
    private final List<Integer> parents;
    /** What the archives of one file have cost so far, by its path. */
    private final Map<String, Budget> budgets = new HashMap<>();

    private static final class Budget {
        int members;
        long bytes;
    }

    /** @param all entries found; those of archives are added */
    Unpacker(Limits limits, Path staging, Predicate<String> wanted, Runnable counted, List<Entry> all) {
        this.limits = limits;
        this.staging = new Staging(staging);
        this.wanted = wanted;
        this.counted = counted;
        this.all = all;
        this.parents = new ArrayList<>(Collections.nCopies(all.size(), -1));
    }

    /** Of each entry the index of the archive it was found in; -1 for a file. */
    List<Integer> parents() {
        return List.copyOf(parents);
    }

    /** @throws IOException when the staging folder cannot be written */
    void unpackAll() throws IOException {
        Set<String> expanded = new HashSet<>();
        List<Integer> level = containers(0);
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
                Entry opened = expand(i, depth);
                all.set(i, opened);
                if (opened.kind() == Entry.Kind.CONTAINER) {
                    expanded.add(sha256);
                }
                // a copy of an archive inside another archive is of no use once it has been unpacked
                if (!opened.member().isEmpty() && opened.kind() != Entry.Kind.FILE) {
                    Files.deleteIfExists(opened.content().orElseThrow());
                }
            }
            level = containers(sizeBefore);
        }
    }

    private List<Integer> containers(int from) {
        List<Integer> indexes = new ArrayList<>();
        for (int i = from; i < all.size(); i++) {
            if (all.get(i).kind() == Entry.Kind.CONTAINER) {
                indexes.add(i);
            }
        }
        return indexes;
    }

    /** Opens one archive, adds its members, and gives the entry as it is to stand in the ledger. */
    private Entry expand(int index, int depth) throws IOException {
        Entry e = all.get(index);
        try (Archive archive = ArchiveKind.open(e.content().orElseThrow(), e.name(), limits)) {
            if (archive.isOneDocument()) {
                return archive.isStream() ? damaged(e) : e.as(Entry.Kind.FILE);
            }
            if (depth > limits.depth()) {
                return e.unusable(
                        Reason.LIMIT_DEPTH,
                        "Archives are nested deeper than " + limits.depth() + ": unpack it and import the folder.");
            }
            Budget budget = budgets.computeIfAbsent(e.path(), p -> new Budget());
            if (budget.members + archive.listed() > limits.members()) {
                return e.unusable(Reason.LIMIT_MEMBERS, tooMany(budget.members + archive.listed()));
            }
            return members(archive, index, budget);
        } catch (UnreadableException u) {
            return e.unusable(u.reason(), u.getMessage());
        } catch (Staging.Failure s) {
            throw s.failure();
        } catch (IOException | RuntimeException broken) {
            return damaged(e);
        }
    }

    private String tooMany(int members) {
        return "The archive has " + members + " members, more than the limit of " + limits.members()
                + ": unpack it and import the folder.";
    }

    private static Entry damaged(Entry e) {
        return e.unusable(
                Reason.TRUNCATED,
                "The archive is cut short or damaged, its list of members cannot be read: download it again.");
    }

    private Entry members(Archive archive, int index, Budget budget) {
        Entry parent = all.get(index);
        int before = all.size();
        Optional<UnreadableException> end = Optional.empty();
        while (end.isEmpty()) {
            Optional<Archive.Member> member;
            try {
                member = archive.next();
            } catch (IOException | RuntimeException broken) {
                end = Optional.of(new UnreadableException(
                        Reason.TRUNCATED,
                        "The archive is cut short or damaged here; the members before were read: download it again."));
                continue;
            }
            if (member.isEmpty()) {
                return parent;
            }
            if (++budget.members > limits.members()) {
                end = Optional.of(new UnreadableException(Reason.LIMIT_MEMBERS, tooMany(budget.members)));
                continue;
            }
            Entry entry = entry(member.get(), parent, budget);
            add(entry, index);
            end = archive.isStream() ? hidden(entry, member.get()) : Optional.empty();
        }
        if (all.size() == before) {
            return damaged(parent);
        }
        if (all.size() == before + 1 && all.get(before).sha256().isEmpty() && isBroken(all.get(before), end.get())) {
            Entry only = all.remove(before);
            parents.remove(before);
            return parent.unusable(only.problem().orElseThrow(), only.detail());
        }
        add(bare(parent, REST, false).unusable(end.get().reason(), end.get().getMessage()), index);
        return parent;
    }

    /** Whether an archive broke inside of its first member: then it gave nothing, and its own row says why. */
    private static boolean isBroken(Entry entry, UnreadableException end) {
        return entry.problem().equals(Optional.of(end.reason()));
    }

    private void add(Entry entry, int parent) {
        all.add(entry);
        parents.add(parent);
        counted.run();
    }

    /** Why the members behind one that could not be read through are lost, if they are. */
    private static Optional<UnreadableException> hidden(Entry entry, Archive.Member member) {
        boolean whole = entry.sha256().isPresent() || member.problem().isPresent();
        return whole
                ? Optional.empty()
                : entry.problem()
                        .map(
                                r -> new UnreadableException(
                                        r,
                                        "What follows this member could not be reached: unpack the archive and import the folder."));
    }

    private static Entry bare(Entry parent, String name, boolean unsafe) {
        return new Entry(
                parent.path(),
                parent.pathRaw(),
                parent.member().isEmpty() ? name : parent.member() + "!/" + name,
                Optional.empty(),
                -1,
                Entry.Kind.FILE,
                Optional.empty(),
                unsafe
                        ? "Its name inside the archive leads out of it; the content was read, the name only recorded."
                        : "",
                unsafe ? List.of("UNSAFE_PATH") : List.of(),
                Optional.empty());
    }

    private Entry entry(Archive.Member member, Entry parent, Budget budget) {
        Entry bare = bare(parent, member.name(), member.leadsOut());
        if (member.problem().isPresent()) {
            return bare.unusable(
                    member.problem().get().reason(), member.problem().get().getMessage());
        }
        try (InputStream in = new BufferedInputStream(member.content().open());
                OutputStream out = staging.open()) {
            long packed = member.packedBytes() > 0 ? member.packedBytes() : Math.max(1, parent.bytes());
            Digest digest = Digest.copy(in, out, total -> guard(total, packed, budget));
            budget.bytes += digest.bytes();
            out.close();
            Entry entry = bare.with(digest, limits);
            boolean read = entry.problem().isEmpty()
                    && (entry.kind() != Entry.Kind.FILE
                            || wanted.test(digest.sha256())
                            || SavedPages.mayNeed(entry.name()));
            return read ? entry.at(staging.keep(digest.sha256())) : entry;
        } catch (UnreadableException e) {
            return bare.unusable(e.reason(), e.getMessage());
        } catch (PasswordRequiredException e) {
            return bare.unusable(
                    Reason.ENCRYPTED, "The member needs a password: unpack the archive and import the folder.");
        } catch (Staging.Failure e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            if (cause(e) instanceof UnreadableException known) {
                return bare.unusable(known.reason(), known.getMessage());
            }
            return isEnd(e)
                    ? bare.unusable(Reason.TRUNCATED, "The archive ends inside of this member: download it again.")
                    : bare.unusable(
                            Reason.CORRUPT,
                            "The member cannot be unpacked, the archive is damaged: download it again.");
        } finally {
            staging.discard();
        }
    }

    private static Throwable cause(Throwable e) {
        return e.getCause() == null ? e : cause(e.getCause());
    }

    private static boolean isEnd(Exception e) {
        String message = String.valueOf(e.getMessage()).toLowerCase(java.util.Locale.ROOT);
        return cause(e) instanceof EOFException || message.contains("truncated") || message.contains("unexpected end");
    }

    private void guard(long total, long packed, Budget budget) throws UnreadableException {
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
    }
}
