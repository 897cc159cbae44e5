package gouji;

import gouji.check.CheckedReport;
import gouji.check.Checker;
import gouji.document.Document;
import gouji.document.DocumentReader;
import gouji.profile.Profile;
import gouji.report.Normalizer;
import gouji.source.Input;
import gouji.source.Reason;
import gouji.source.UnreadableException;
import gouji.table.LayoutBuilder;
import java.util.List;

/**
 * The row of rooms for one input: source, document, table, report, check. A pure function of the input's bytes and
 * the profile; safe between threads.
 */
public final class ReportPipeline {
    private final List<DocumentReader> readers;
    private final LayoutBuilder layouts;
    private final Normalizer normalizer;
    private final Checker checker;

    public ReportPipeline(List<DocumentReader> readers, LayoutBuilder layouts, Profile profile) {
        this.readers = List.copyOf(readers);
        this.layouts = layouts;
        this.normalizer = new Normalizer(profile);
        this.checker = new Checker(profile);
    }

    /** What was made of an input: the format it was read as, and the checked report. */
    public record Extract(String format, CheckedReport report) {}

    /**
     * Reads one input.
     *
     * @throws UnreadableException with a closed reason when it is no report or cannot be read
     */
    public Extract extract(Input input) throws UnreadableException {
        for (DocumentReader reader : readers) {
            if (reader.reads(input)) {
                Document document = reader.read(input);
                return new Extract(document.format(), checker.check(normalizer.read(layouts.build(document))));
            }
        }
        throw new UnreadableException(Reason.TYPE_UNKNOWN);
    }
}
