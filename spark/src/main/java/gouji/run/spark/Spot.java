package gouji.run.spark;

import gouji.source.Companions;
import gouji.source.Entry;
import gouji.source.Reason;
import gouji.source.SourceSteps;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * An {@link Entry} that can travel.
 *
 * @param sha256 empty for none
 * @param problem empty for none
 * @param uri where its bytes lie; empty for nowhere
 * @param parent see {@link SourceSteps.Opened}
 * @param shown see {@link SourceSteps.Opened}
 * @param folder see {@link Companions}
 * @param beside files that belong to it
 */
record Spot(
        String path,
        String pathRaw,
        String member,
        String sha256,
        long bytes,
        Entry.Kind kind,
        String problem,
        String detail,
        List<String> flags,
        String uri,
        int parent,
        List<String> shown,
        String folder,
        List<Beside> beside)
        implements Serializable {
    /** A file that belongs to another. */
    record Beside(String path, String sha256, String uri) implements Serializable {}

    static Spot of(Entry e, String uri) {
        return of(new SourceSteps.Opened(e, -1, List.of()), uri);
    }

    static Spot of(SourceSteps.Opened opened, String uri) {
        return of(opened.entry(), uri, opened.parent(), opened.shown(), List.of());
    }

    /** To be read, with what belongs to it. */
    static Spot of(Entry e, String uri, List<Beside> beside) {
        return of(e, uri, -1, List.of(), beside);
    }

    private static Spot of(Entry e, String uri, int parent, List<String> shown, List<Beside> beside) {
        return new Spot(
                e.path(),
                e.pathRaw(),
                e.member(),
                e.sha256().orElse(""),
                e.bytes(),
                e.kind(),
                e.problem().map(Enum::name).orElse(""),
                e.detail(),
                e.flags(),
                uri,
                parent,
                shown,
                e.companions().folder(),
                beside);
    }

    /** The entry, whose content is known to be somewhere but is not to be opened. */
    Entry entry() {
        List<Companions.Listed> files = beside.stream()
                .map(b -> new Companions.Listed(b.path(), b.sha256(), Path.of(b.sha256())))
                .toList();
        return entry(uri.isEmpty() ? Optional.empty() : Optional.of(Path.of(sha256)), Companions.of(folder, files));
    }

    Entry entry(Path content, Companions companions) {
        return entry(Optional.of(content), companions);
    }

    private Entry entry(Optional<Path> content, Companions companions) {
        return new Entry(
                path,
                pathRaw,
                member,
                sha256.isEmpty() ? Optional.empty() : Optional.of(sha256),
                bytes,
                kind,
                problem.isEmpty() ? Optional.empty() : Optional.of(Reason.valueOf(problem)),
                detail,
                flags,
                content,
                companions);
    }
}
