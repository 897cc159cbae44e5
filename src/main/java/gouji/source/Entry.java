package gouji.source;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Something found where we were told to look: a file, a member of an archive, or a thing that is neither.
 *
 * @param path name relative to the argument it came from, separator '/'
 * @param pathRaw the same path's bytes, percent-encoded, where they are not clean UTF-8; else empty
 * @param member name inside the archive, nested ones joined with {@code !/}; empty for what is no member
 * @param sha256 digest of the content, empty where there is none to be had
 * @param bytes length of the content, -1 where unknown
 * @param kind what is to be done with it
 * @param problem why it cannot become an input, or empty
 * @param detail a sentence about the problem or about the flags, may be empty
 * @param flags closed codes of what was odd about it ({@code UNSAFE_PATH})
 * @param content where its bytes lie, or empty
 * @param companions files that belong to it
 */
public record Entry(
        String path,
        String pathRaw,
        String member,
        Optional<String> sha256,
        long bytes,
        Kind kind,
        Optional<Reason> problem,
        String detail,
        List<String> flags,
        Optional<Path> content,
        Companions companions) {

    /** What is to be done with an entry. */
    public enum Kind {
        /** To be read. */
        FILE,
        /** An archive whose members are entries of their own. */
        CONTAINER,
        /** Nothing: see its problem. */
        UNUSABLE,
        /** Nothing: it has the bytes of an earlier entry, and companions like it. */
        DUPLICATE
    }

    public Entry {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(pathRaw, "pathRaw");
        Objects.requireNonNull(member, "member");
        Objects.requireNonNull(detail, "detail");
        flags = List.copyOf(flags);
    }

    /** Without companions. */
    Entry(
            String path,
            String pathRaw,
            String member,
            Optional<String> sha256,
            long bytes,
            Kind kind,
            Optional<Reason> problem,
            String detail,
            List<String> flags,
            Optional<Path> content) {
        this(path, pathRaw, member, sha256, bytes, kind, problem, detail, flags, content, Companions.NONE);
    }

    /**
     * A digest of all that its outcome depends on: of its bytes, and of its companions where it has any. Only for
     * entries that have bytes.
     */
    public String key() {
        return companions.identity(sha256.orElseThrow());
    }

    /** First 16 hex digits of the {@link #key}: the contract's report id. Only for entries that have bytes. */
    public String reportId() {
        return key().substring(0, 16);
    }

    /** The same with companions. */
    Entry with(Companions files) {
        return new Entry(path, pathRaw, member, sha256, bytes, kind, problem, detail, flags, content, files);
    }

    /** The contract's {@code input}: {@code archive.zip!/member} for members. */
    public String name() {
        return member.isEmpty() ? path : path + "!/" + member;
    }

    Entry as(Kind newKind) {
        return new Entry(path, pathRaw, member, sha256, bytes, newKind, problem, detail, flags, content, companions);
    }

    /** The same at the given place. */
    public Entry at(Path place) {
        return new Entry(
                path, pathRaw, member, sha256, bytes, kind, problem, detail, flags, Optional.of(place), companions);
    }

    /** With its digest; an archive is a container until it has been opened. */
    Entry with(Digest digest, Limits limits) {
        Entry entry = new Entry(
                path,
                pathRaw,
                member,
                Optional.of(digest.sha256()),
                digest.bytes(),
                digest.archive() ? Kind.CONTAINER : Kind.FILE,
                Optional.empty(),
                detail,
                flags,
                content,
                companions);
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

    Entry unusable(Reason reason, String why) {
        return new Entry(
                path,
                pathRaw,
                member,
                sha256,
                bytes,
                Kind.UNUSABLE,
                Optional.of(reason),
                why,
                flags,
                content,
                companions);
    }
}
