package gouji;

import gouji.check.Calibration;
import gouji.check.CheckedReport;
import gouji.check.Checker;
import gouji.dataset.Extracted;
import gouji.document.Document;
import gouji.document.DocumentReader;
import gouji.document.Recognizer;
import gouji.document.image.ImageFileReader;
import gouji.document.ocr.EngineMissingException;
import gouji.document.ocr.PictureRecognizer;
import gouji.profile.Profile;
import gouji.report.Normalizer;
import gouji.report.State;
import gouji.run.CannotGoOnException;
import gouji.run.Extractor;
import gouji.source.FileType;
import gouji.source.Input;
import gouji.source.Reason;
import gouji.source.UnreadableException;
import gouji.table.Layout;
import gouji.table.LayoutBuilder;
import gouji.table.tabula.TabulaReader;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The row of rooms for one input: source, document, table, report, check. A pure function of the input's bytes and
 * the profiles; safe between threads.
 */
public final class ReportPipeline implements Extractor {
    /** Findings of a reader that say part of the file was lost. */
    private static final Set<String> MAIMED = Set.of("TRUNCATED", "PAGE_LOST");

    private final List<DocumentReader> readers;
    private final Optional<Recognizer> recognizer;
    private final LayoutBuilder layouts;
    private final SecondLook second = new SecondLook(new TabulaReader());
    private final List<Family> families;
    private final Calibration calibration;

    /** What reads and checks the reports of one family. */
    private record Family(Normalizer normalizer, Checker checker) {}

    /**
     * @param readers asked in order; the first that knows the content reads it
     * @param layouts from a document to its paragraphs and tables
     * @param profiles the families, asked in order; the first that finds its tables takes the report
     */
    public ReportPipeline(List<DocumentReader> readers, LayoutBuilder layouts, List<Profile> profiles) {
        this(readers, Optional.empty(), layouts, profiles);
    }

    /** @param recognizer reads pictures; its readers must keep them */
    public ReportPipeline(
            List<DocumentReader> readers,
            Optional<Recognizer> recognizer,
            LayoutBuilder layouts,
            List<Profile> profiles) {
        this(readers, recognizer, layouts, profiles, Calibration.NONE);
    }

    /** @param calibration what the recognizer's scores are worth */
    public ReportPipeline(
            List<DocumentReader> readers,
            Optional<Recognizer> recognizer,
            LayoutBuilder layouts,
            List<Profile> profiles,
            Calibration calibration) {
        this.calibration = calibration;
        this.readers = List.copyOf(readers);
        this.recognizer = recognizer.map(r -> new FlowPictures(r, new ImageFileReader()));
        this.layouts = layouts;
        this.families = profiles.stream()
                .map(p -> new Family(new Normalizer(p), new Checker(p)))
                .toList();
    }

    @Override
    public Extracted extract(Input input) throws UnreadableException {
        for (DocumentReader reader : readers) {
            if (reader.reads(input)) {
                return extract(recognized(reader.read(input)));
            }
        }
        throw FileType.of(input).unsupported();
    }

    private Document recognized(Document document) throws UnreadableException {
        Document read = recognizer.isPresent() ? recognized(document, recognizer.get()) : document;
        boolean pictures = read.pages().stream().anyMatch(p -> !p.pictures().isEmpty());
        boolean text = read.pages().stream().anyMatch(p -> !p.glyphs().isEmpty());
        if (pictures && !text && read.blocks().isEmpty()) {
            throw new UnreadableException(recognizer.isPresent() ? Reason.NOT_READABLE : Reason.NO_TEXT);
        }
        return read;
    }

    private static Document recognized(Document document, Recognizer recognizer) throws UnreadableException {
        try {
            return recognizer.recognize(document);
        } catch (EngineMissingException e) {
            throw new CannotGoOnException(e.getMessage() + " See what is missing with: gouji doctor");
        }
    }

    private Extracted extract(Document document) throws UnreadableException {
        boolean maimed = document.findings().stream().anyMatch(f -> MAIMED.contains(f.code()));
        try {
            CheckedReport report = calibration.applied(second.doubt(report(document), document));
            if (maimed && !isWhole(report)) {
                throw engineFault(document)
                        .orElseGet(() -> new UnreadableException(
                                Reason.TRUNCATED,
                                "Part of the file is missing, and with it cells of the tables or their agreement:"
                                        + " download it again."));
            }
            return new Extracted(document.format(), report);
        } catch (UnreadableException e) {
            throw maimed && e.reason() == Reason.NO_REPORT_FOUND
                    ? engineFault(document).orElseGet(() -> new UnreadableException(Reason.TRUNCATED))
                    : e;
        }
    }

    /** Why a page of a whole file could not be read, where the fault is the engine's. */
    private static Optional<UnreadableException> engineFault(Document document) {
        return document.findings().stream()
                .filter(f -> f.code().startsWith(PictureRecognizer.ENGINE))
                .map(f -> new UnreadableException(
                        Reason.valueOf(f.code().substring(PictureRecognizer.ENGINE.length())),
                        "Page " + f.place().page() + " could not be read: " + f.message()))
                .findFirst();
    }

    /** A report whose tables the first reader did not see is read again with what the second sees. */
    private CheckedReport report(Document document) throws UnreadableException {
        Layout layout = layouts.build(document);
        try {
            return report(layout);
        } catch (UnreadableException e) {
            if (e.reason() != Reason.TABLE_MISSING || document.pages().isEmpty()) {
                throw e;
            }
            return report(second.moreTables(layout, document));
        }
    }

    private CheckedReport report(Layout layout) throws UnreadableException {
        UnreadableException none = new UnreadableException(Reason.NO_REPORT_FOUND);
        for (Family family : families) {
            try {
                return family.checker().check(family.normalizer().read(layout));
            } catch (UnreadableException e) {
                if (e.reason() != Reason.NO_REPORT_FOUND) {
                    throw e;
                }
                none = e;
            }
        }
        throw none;
    }

    /** A maimed file is believed only if no cell is missing and no identity fails. */
    private static boolean isWhole(CheckedReport checked) {
        return checked.report().observations().stream().noneMatch(o -> o.state() == State.ABSENT)
                && !checked.contradictsItself();
    }
}
