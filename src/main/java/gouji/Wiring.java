package gouji;

import gouji.document.Document;
import gouji.run.UsageException;
import gouji.source.Reason;
import gouji.source.UnreadableException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Puts the rooms together for the command. */
final class Wiring {
    private Wiring() {}

    // TODO lead: profiles, LayoutBuilder, Normalizer, Checker; identity = id, version and digest of each profile
    static Engine engine(Optional<Path> profile, int maxPages) throws UsageException {
        Pipeline pipeline = new Pipeline(Readers.all(maxPages), Wiring::notYet, layout -> null, report -> null);
        return new Engine(pipeline, List.of(), "");
    }

    private static gouji.table.Layout notYet(Document document) throws UnreadableException {
        throw new UnreadableException(Reason.NO_REPORT_FOUND);
    }
}
