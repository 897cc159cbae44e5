package gouji.source;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** An archive opened. Members come one after another; nothing is ever written under a member's name. */
interface Archive extends Closeable {
    /** Whether it is a document that happens to be packed (Office, OFD, OpenDocument), or a program. */
    boolean isOneDocument();

    /** Number of members where the archive lists them beforehand; 0 where only reading on tells. */
    int listed();

    /** Whether the members lie in one stream, so that one that cannot be read through hides those after it. */
    boolean isStream();

    /**
     * The next member that is not a folder; empty behind the last one.
     *
     * @throws IOException when the archive is damaged here
     */
    Optional<Member> next() throws IOException;

    /**
     * A member.
     *
     * @param name as stored; a repeated name is followed by {@code #2}, {@code #3}, …
     * @param packedBytes its size in the archive, 0 where it has none of its own
     * @param problem why its content is not to be had
     * @param content its bytes
     */
    record Member(String name, long packedBytes, Optional<UnreadableException> problem, Content content) {
        static Member of(String name, long packedBytes, Content content) {
            return new Member(name, packedBytes, Optional.empty(), content);
        }

        static Member unusable(String name, Reason reason, String detail) {
            return new Member(
                    name, 0, Optional.of(new UnreadableException(reason, detail)), InputStream::nullInputStream);
        }

        boolean leadsOut() {
            String n = name.replace('\\', '/');
            return n.startsWith("/")
                    || n.matches("(?s)^[A-Za-z]:.*")
                    || List.of(n.split("/")).contains("..");
        }
    }

    /** Opens the bytes of a member. */
    @FunctionalInterface
    interface Content {
        InputStream open() throws IOException;
    }
}
