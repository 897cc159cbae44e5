package gouji.run;

import gouji.dataset.DatasetWriter;
import gouji.dataset.Extracted;
import gouji.report.Report;
import gouji.source.Entry;
import gouji.source.Reason;
import gouji.source.Sources;
import gouji.source.UnreadableException;

/** One reading of one input in the calling thread: whatever is thrown is the outcome of that input. */
final class Attempt {
    private final Extractor extractor;
    private final Packing packing;

    Attempt(Extractor extractor, Packing packing) {
        this.extractor = extractor;
        this.packing = packing;
    }

    /** @throws CannotGoOnException when no further input could be read either */
    Packed of(Entry entry) {
        try {
            return packing.pack(outcome(entry));
        } catch (CannotGoOnException e) {
            throw e;
        } catch (OutOfMemoryError e) {
            return packing.refuse(Reason.MEMORY, Reason.MEMORY.sentence());
        } catch (StackOverflowError e) {
            return packing.pack(crash("its content is nested too deeply"));
        } catch (Throwable e) {
            return packing.pack(crash(e.getClass().getSimpleName() + where(e)));
        }
    }

    private Outcome outcome(Entry entry) {
        try {
            Extracted extracted = extractor.extract(Sources.load(entry));
            Report report = extracted.checked().report();
            if (report.observations().isEmpty() && report.figures().isEmpty()) {
                return Outcome.refused(Reason.NO_REPORT_FOUND, Reason.NO_REPORT_FOUND.sentence());
            }
            String fault = DatasetWriter.faultOf(extracted);
            return fault.isEmpty() ? Outcome.imported(extracted) : crash(fault);
        } catch (UnreadableException e) {
            return Outcome.refused(e);
        }
    }

    static Outcome crash(String what) {
        return Outcome.refused(
                Reason.CRASH,
                "Reading failed for a reason of ours (" + what
                        + "): run again, and report it with this file if it stays.");
    }

    /** The place in our own code; no message, which may hold what differs from run to run. */
    private static String where(Throwable e) {
        for (StackTraceElement frame : e.getStackTrace()) {
            if (frame.getClassName().startsWith("gouji.")) {
                return " at " + frame.getClassName() + " line " + frame.getLineNumber();
            }
        }
        return "";
    }
}
