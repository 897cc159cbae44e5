package gouji;

import gouji.process.TemporaryFolders;
import gouji.source.Entry;
import gouji.source.Limits;
import gouji.source.Sources;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Members of archives by their digests, unpacked into a temporary folder when one of an archive is first asked for, within
 * the limits of an import. Closing removes them.
 */
final class ArchiveMembers implements AutoCloseable {
    private static final int DIGITS = 16;

    private final Set<String> expected = new HashSet<>();
    private final Set<Path> opened = new HashSet<>();
    private final Map<String, Path> members = new HashMap<>();
    private Optional<Path> staging = Optional.empty();

    /** @param digests of members that will be asked for, their first 16 digits: they are unpacked along with the first */
    void expect(Set<String> digests) {
        expected.addAll(digests);
    }

    /** @param sha256 its digest, or the first 16 digits or more */
    Optional<Path> find(Path archive, String sha256) throws IOException {
        String digits = sha256.substring(0, DIGITS);
        boolean isAsked = expected.add(digits);
        if (!members.containsKey(digits) && (opened.add(archive) || isAsked)) {
            unpack(archive);
        }
        return Optional.ofNullable(members.get(digits));
    }

    private void unpack(Path archive) throws IOException {
        if (staging.isEmpty()) {
            staging = Optional.of(TemporaryFolders.create("members"));
        }
        Sources sources = new Sources(
                Limits.STANDARD, staging.get(), digest -> expected.contains(digest.substring(0, DIGITS)), () -> {});
        for (Entry e : sources.find(List.of(archive))) {
            if (!e.member().isEmpty() && e.kind() == Entry.Kind.FILE) {
                String digits = e.sha256().orElseThrow().substring(0, DIGITS);
                e.content().filter(c -> expected.contains(digits)).ifPresent(c -> members.put(digits, c));
            }
        }
    }

    @Override
    public void close() {
        staging.ifPresent(TemporaryFolders::remove);
        staging = Optional.empty();
        members.clear();
        opened.clear();
    }
}
