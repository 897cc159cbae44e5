package gouji.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What {@link Sources} does, in three steps: all files are listed, each is opened for itself, in any order and on any
 * machine, and what was found in them is joined. The entries are those that {@link Sources} finds.
 *
 * <p>One difference: an archive inside two archives is unpacked with each of them before one is left out, so that it
 * counts towards the limits of both.
 */
public final class SourceSteps {
    private SourceSteps() {}

    /**
     * A file, or something inside it.
     *
     * @param entry what it is
     * @param parent index, in the list it stands in, of the archive it was in; -1 for the file itself
     * @param shown paths, from the root of its folder or archive, of the pictures it shows if it is a page
     */
    public record Opened(Entry entry, int parent, List<String> shown) {
        public Opened {
            shown = List.copyOf(shown);
        }
    }

    /** Every file below a place of this machine, none of them opened. */
    public static List<Entry> list(Path place) throws IOException {
        Set<String> names = new HashSet<>();
        return Walk.over(List.of(place)).stream()
                .map(found -> Sources.unique(Sources.listed(found), names))
                .toList();
    }

    /** A file that lies elsewhere, not opened yet. */
    public static Entry listed(String name) {
        return new Entry(
                name, "", "", Optional.empty(), -1, Entry.Kind.FILE, Optional.empty(), "", List.of(), Optional.empty());
    }

    /** A listed entry that cannot be had. */
    public static Entry unreadable(Entry listed) {
        return listed.unusable(Reason.UNREADABLE, Reason.UNREADABLE.sentence());
    }

    /** A listed file that is longer than the limit, with its digest. */
    public static Opened tooLong(Entry listed, InputStream content, Limits limits) throws IOException {
        try {
            Digest digest = Digest.copy(content, OutputStream.nullOutputStream(), total -> {});
            return new Opened(listed.with(digest, limits), -1, List.of());
        } catch (UnreadableException e) {
            throw new IllegalStateException("nothing was limited", e);
        }
    }

    /**
     * A listed file with its digest, first, and everything in it.
     *
     * @param staging an existing folder of its own, for members of archives
     * @throws IOException when the staging folder cannot be written
     */
    public static List<Opened> open(Entry listed, Limits limits, Path staging) throws IOException {
        List<Entry> all = new ArrayList<>(List.of(Sources.hash(listed, limits)));
        Unpacker unpacker = new Unpacker(limits, staging, sha256 -> true, () -> {}, all);
        unpacker.unpackAll();
        List<Opened> opened = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            opened.add(new Opened(all.get(i), unpacker.parents().get(i), SavedPages.shownBy(all.get(i))));
        }
        return opened;
    }

    /**
     * All entries by name, with duplicates marked and pages joined with their pictures.
     *
     * @param files what {@link #open} gave of each listed file, in the order of the list; the content of an entry may be
     *     any path, it is not opened
     */
    public static List<Entry> join(List<List<Opened>> files) throws IOException {
        List<Entry> all = new ArrayList<>();
        Map<Entry, List<String>> shown = new HashMap<>();
        for (Opened opened : withoutRepeatedArchives(flat(files))) {
            all.add(opened.entry());
            if (!opened.shown().isEmpty()) {
                shown.put(opened.entry(), opened.shown());
            }
        }
        SavedPages.join(all, page -> shown.getOrDefault(page, List.of()));
        return Sources.markDuplicates(all);
    }

    private static List<Opened> flat(List<List<Opened>> files) {
        List<Opened> all = new ArrayList<>();
        for (List<Opened> file : files) {
            int first = all.size();
            file.forEach(o -> all.add(new Opened(o.entry(), o.parent() < 0 ? -1 : first + o.parent(), o.shown())));
        }
        return all;
    }

    /** Of archives with the same bytes the least nested counts, then the smallest name; what is in the others goes. */
    private static List<Opened> withoutRepeatedArchives(List<Opened> all) {
        int[] depth = new int[all.size()];
        Set<String> expanded = new HashSet<>();
        List<Integer> archives = new ArrayList<>();
        for (int i = 0; i < depth.length; i++) {
            int parent = all.get(i).parent();
            depth[i] = parent < 0 ? 0 : depth[parent] + 1;
            if (all.get(i).entry().kind() == Entry.Kind.CONTAINER) {
                archives.add(i);
            }
        }
        archives.sort(Comparator.comparing((Integer i) -> depth[i])
                .thenComparing(i -> all.get(i).entry().name(), CodePoints.ORDER));
        Set<Integer> repeated = new HashSet<>();
        for (int i : archives) {
            boolean inside = isInside(i, all, repeated);
            if (!inside && !expanded.add(all.get(i).entry().sha256().orElseThrow())) {
                repeated.add(i);
            }
        }
        List<Opened> kept = new ArrayList<>();
        for (int i = 0; i < depth.length; i++) {
            Opened o = all.get(i);
            if (!isInside(i, all, repeated)) {
                kept.add(repeated.contains(i) ? new Opened(o.entry().as(Entry.Kind.DUPLICATE), -1, o.shown()) : o);
            }
        }
        return kept;
    }

    private static boolean isInside(int index, List<Opened> all, Set<Integer> archives) {
        for (int i = all.get(index).parent(); i >= 0; i = all.get(i).parent()) {
            if (archives.contains(i)) {
                return true;
            }
        }
        return false;
    }
}
