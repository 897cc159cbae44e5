package gouji;

import gouji.document.Box;
import gouji.document.image.ImageClip;
import gouji.document.pdf.PdfClip;
import gouji.office.Filing;
import gouji.office.Pictures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Draws places of PDFs and pictures that lie below some folders, or in archives there, under the names of the ledger and
 * have the bytes that were read. A page that takes too long is given up.
 */
final class SourcePictures implements Pictures, AutoCloseable {
    private static final int MOST_SECONDS = 20;

    private final SourceFiles files;
    private final boolean isGiven;

    SourcePictures(List<Path> folders) {
        this.isGiven = !folders.isEmpty();
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
    public Strip strip(Filing report, int pageFrom1, List<Box> frames) {
        boolean pdf = report.format().startsWith("pdf");
        if (!pdf && !report.format().equals("image")) {
            return Strip.missing("这种格式（" + report.format() + "）的原件不能绘制");
        }
        if (!isGiven) {
            return Strip.missing("没有给出原件所在的文件夹（--sources）");
        }
        Optional<Path> file = source(report);
        if (file.isEmpty()) {
            return Strip.missing("所给文件夹（--sources）中没有与读取时内容相同的原件");
        }
        return drawn(() ->
                        pdf ? PdfClip.png(file.get(), pageFrom1, frames) : ImageClip.png(file.get(), pageFrom1, frames))
                .map(Strip::of)
                .orElseGet(() -> Strip.missing("原件的这一页不能绘制"));
    }

    private static Optional<byte[]> drawn(Callable<byte[]> drawing) {
        FutureTask<byte[]> task = new FutureTask<>(drawing);
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
