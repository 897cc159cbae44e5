package gouji;

import gouji.check.CheckedReport;
import gouji.check.Checker;
import gouji.document.Document;
import gouji.document.DocumentReader;
import gouji.document.Recognizer;
import gouji.profile.Profile;
import gouji.report.Normalizer;
import gouji.report.State;
import gouji.source.Input;
import gouji.source.Reason;
import gouji.source.UnreadableException;
import gouji.table.LayoutBuilder;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The row of rooms for one input: source, document, table, report, check. A pure function of the input's bytes and
 * the profile; safe between threads.
 */
public final class ReportPipeline {
    /** Findings of a reader that say part of the file was lost. */
    private static final Set<String> MAIMED = Set.of("TRUNCATED", "PAGE_LOST");

    private final List<DocumentReader> readers;
    private final Optional<Recognizer> recognizer;
    private final LayoutBuilder layouts;
    private final Normalizer normalizer;
    private final Checker checker;

    /** A pipeline without recognition: scans are quarantined. */
    public ReportPipeline(List<DocumentReader> readers, LayoutBuilder layouts, Profile profile) {
        this(readers, Optional.empty(), layouts, profile);
    }

    /** @param recognizer reads pictures; its readers must keep them */
    public ReportPipeline(
            List<DocumentReader> readers, Optional<Recognizer> recognizer, LayoutBuilder layouts, Profile profile) {
        this.readers = List.copyOf(readers);
        this.recognizer = recognizer;
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
                return extract(recognized(reader.read(input)));
            }
        }
        throw new UnreadableException(Reason.TYPE_UNKNOWN);
    }

    private Document recognized(Document document) throws UnreadableException {
        Document read = recognizer.isPresent() ? recognizer.get().recognize(document) : document;
        boolean pictures = read.pages().stream().anyMatch(p -> !p.pictures().isEmpty());
        boolean text = read.pages().stream().anyMatch(p -> !p.glyphs().isEmpty());
        if (pictures && !text && read.blocks().isEmpty()) {
            throw new UnreadableException(recognizer.isPresent() ? Reason.NOT_READABLE : Reason.NO_TEXT);
        }
        return read;
    }

    private Extract extract(Document document) throws UnreadableException {
        boolean maimed = document.findings().stream().anyMatch(f -> MAIMED.contains(f.code()));
        try {
            CheckedReport report = checker.check(normalizer.read(layouts.build(document)));
            if (maimed && !isWhole(report)) {
                throw new UnreadableException(
                        Reason.TRUNCATED,
                        "Part of the file is missing, and with it cells of the tables or their agreement: download it"
                                + " again.");
            }
            return new Extract(document.format(), report);
        } catch (UnreadableException e) {
            throw maimed && e.reason() == Reason.NO_REPORT_FOUND ? new UnreadableException(Reason.TRUNCATED) : e;
        }
    }

    /** A maimed file is believed only if no cell is missing and no identity fails. */
    private static boolean isWhole(CheckedReport checked) {
        return checked.report().observations().stream().noneMatch(o -> o.state() == State.ABSENT)
                && !checked.contradictsItself();
    }
}
