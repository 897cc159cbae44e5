package gouji;

import gouji.run.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.codec.digest.MessageDigestAlgorithms;

/**
 * The files reports were read from, looked for below some folders under the names of the ledger, and in archives there. A
 * file counts only where it has the bytes that were read.
 */
final class SourceFiles implements AutoCloseable {
    private static final int LEAST_DIGITS = 16;
    private static final long MOST_BYTES = 256L << 20;

    private static final String INSIDE = "!/";

    private final List<Path> folders;
    private final ArchiveMembers members = new ArchiveMembers();

    SourceFiles(List<Path> folders) {
        this.folders = folders.stream().map(p -> p.toAbsolutePath().normalize()).toList();
    }

    /** @throws UsageException when one of the folders is none */
    static void check(List<Path> folders) throws UsageException {
        for (Path folder : folders) {
            if (!Files.isDirectory(folder)) {
                throw new UsageException("--sources: expected a folder, found "
                        + (Files.exists(folder) ? "the file " : "nothing at ") + folder);
            }
        }
    }

    /** @param ids first 16 digits of the digests of files that will be looked for */
    void expect(Set<String> ids) {
        members.expect(ids);
    }

    @Override
    public void close() {
        members.close();
    }

    /** @param sha256 digest of the file, or at least its first 16 digits, as in a report's id; none is found by fewer */
    Optional<Path> find(String input, String sha256) throws IOException {
        if (sha256.length() < LEAST_DIGITS) {
            return Optional.empty();
        }
        for (Path folder : folders) {
            for (Path base : List.of(folder, folder.resolveSibling(""))) {
                Path file = resolved(base, input);
                if (file.startsWith(folder)
                        && Files.isRegularFile(file)
                        && Files.size(file) <= MOST_BYTES
                        && digest(file).startsWith(sha256)) {
                    return Optional.of(file);
                }
                Optional<Path> member = member(folder, base, input, sha256);
                if (member.isPresent()) {
                    return member;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Path> member(Path folder, Path base, String input, String sha256) throws IOException {
        int end = input.indexOf(INSIDE);
        if (end < 0) {
            return Optional.empty();
        }
        Path archive = resolved(base, input.substring(0, end));
        return archive.startsWith(folder) && Files.isRegularFile(archive)
                ? members.find(archive, sha256)
                : Optional.empty();
    }

    private static Path resolved(Path base, String input) {
        try {
            return base.resolve(input).normalize();
        } catch (InvalidPathException e) {
            return Path.of("");
        }
    }

    private static String digest(Path file) throws IOException {
        return new DigestUtils(MessageDigestAlgorithms.SHA_256).digestAsHex(file);
    }
}
