package gouji;

import gouji.document.Box;
import gouji.document.pdf.PdfClip;
import gouji.office.Filing;
import gouji.office.Pictures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Draws places of PDFs that lie below some folders, or in archives there, under the names of the ledger and have the bytes that were read. A
 * page that takes too long is given up.
 */
final class SourcePictures implements Pictures, AutoCloseable {
    private static final int MOST_SECONDS = 20;

    private final SourceFiles files;

    SourcePictures(List<Path> folders) {
        this.files = new SourceFiles(folders);
    }

    /** @param ids of the reports that will be asked for */
    void expect(Set<String> ids) {
        files.expect(ids);
    }

    @Override
    public void close() {
        files.close();
    }

    @Override
    public Optional<byte[]> strip(Filing report, int pageFrom1, List<Box> frames) {
        if (!report.format().startsWith("pdf")) {
            return Optional.empty();
        }
        return source(report).flatMap(file -> drawn(file, pageFrom1, frames));
    }

    private static Optional<byte[]> drawn(Path file, int page, List<Box> frames) {
        FutureTask<byte[]> task = new FutureTask<>(() -> PdfClip.png(file, page, frames));
        Thread thread = new Thread(task, "page picture");
        thread.setDaemon(true);
        thread.start();
        try {
            return Optional.of(task.get(MOST_SECONDS, TimeUnit.SECONDS));
        } catch (ExecutionException | TimeoutException e) {
            task.cancel(true);
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Optional<Path> source(Filing report) {
        try {
            return files.find(report.input(), report.reportId());
        } catch (IOException e) {
            return Optional.empty(); // not to be had here: the note goes without it
        }
    }
}
