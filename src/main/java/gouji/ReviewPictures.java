package gouji;

import gouji.document.Page;
import gouji.document.image.ImageFileReader;
import gouji.document.pdf.PdfPagePicture;
import gouji.review.PagePictures;
import gouji.source.Input;
import gouji.source.UnreadableException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.imageio.ImageIO;

/**
 * Pictures of pages from the files the reports were read from. A file is used only if its digest is the report's, and lies
 * below one of the folders named. One page is drawn at a time, when it is asked for; the last ones are kept up to a number
 * of bytes. A page that takes too long is given up for good.
 */
final class ReviewPictures implements PagePictures {
    private static final long MOST_KEPT_BYTES = 64L << 20;
    private static final int MOST_KEPT = 500;
    private static final int MOST_SECONDS = 20;

    private final SourceFiles files;
    private final long mostKeptBytes;
    private final Map<String, Optional<Picture>> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long keptBytes;
    private boolean gaveUp;

    ReviewPictures(List<Path> folders) {
        this(folders, MOST_KEPT_BYTES);
    }

    /** @param mostKeptBytes of the pictures kept */
    ReviewPictures(List<Path> folders, long mostKeptBytes) {
        this.mostKeptBytes = mostKeptBytes;
        this.files = new SourceFiles(folders);
    }

    @Override
    public synchronized Optional<Picture> find(String input, String sha256, int page) {
        String key = sha256 + " " + page;
        Optional<Picture> found = kept.get(key);
        if (found == null) {
            found = drawn(input, sha256, page);
            keep(key, found);
        }
        return found;
    }

    /** Bytes of the pictures kept. */
    synchronized long keptBytes() {
        return keptBytes;
    }

    private void keep(String key, Optional<Picture> picture) {
        if (picture.isEmpty() && !gaveUp) {
            return; // the source may come to hand later
        }
        gaveUp = false;
        kept.put(key, picture);
        keptBytes += size(picture);
        while (keptBytes > mostKeptBytes || kept.size() > MOST_KEPT) {
            var eldest = kept.entrySet().iterator();
            keptBytes -= size(eldest.next().getValue());
            eldest.remove();
        }
    }

    private static long size(Optional<Picture> picture) {
        return picture.map(p -> (long) p.png().length).orElse(0L);
    }

    private Optional<Picture> drawn(String input, String sha256, int page) {
        FutureTask<Optional<Picture>> task = new FutureTask<>(() -> draw(input, sha256, page));
        Thread thread = new Thread(task, "page picture");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(MOST_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            return Optional.empty(); // a page that cannot be drawn has no picture; its cells are shown all the same
        } catch (TimeoutException e) {
            task.cancel(true);
            gaveUp = true;
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Optional<Picture> draw(String input, String sha256, int page) throws IOException, UnreadableException {
        Optional<Path> file = files.find(input, sha256);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        Input source = Input.of(input, Files.readAllBytes(file.get()));
        byte[] bytes = source.bytes();
        if (bytes.length > 4 && bytes[0] == '%' && bytes[1] == 'P') {
            PdfPagePicture drawn = PdfPagePicture.draw(bytes, page);
            return Optional.of(new Picture(png(drawn.image()), drawn.widthPt(), drawn.heightPt()));
        }
        ImageFileReader images = new ImageFileReader();
        if (!images.reads(source) || page != 1) {
            return Optional.empty();
        }
        Page size = images.read(source).pages().get(0);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
        return Optional.of(new Picture(png(image), size.widthPt(), size.heightPt()));
    }

    private static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }
}
