package gouji.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/**
 * What tells, without reading it, that a file is another one than before.
 *
 * @param bytes its length
 * @param changed when its content was last changed
 * @param identity what the file system knows it by; a text, empty where it says nothing
 */
record Stamp(long bytes, FileTime changed, String identity) {
    /** Empty when there is nothing. */
    static Optional<Stamp> of(Path place) {
        try {
            BasicFileAttributes a = Files.readAttributes(place, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return Optional.of(new Stamp(
                    a.size(),
                    a.lastModifiedTime(),
                    a.fileKey() == null ? "" : a.fileKey().toString()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
