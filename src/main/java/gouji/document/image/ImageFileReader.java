package gouji.document.image;

import gouji.document.Box;
import gouji.document.Document;
import gouji.document.DocumentReader;
import gouji.document.Page;
import gouji.document.PagePicture;
import gouji.document.Raster;
import gouji.source.Input;
import gouji.source.Reason;
import gouji.source.UnreadableException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Reads a picture file: one page a frame, of which nothing is known but its picture. Dimensions are looked at before
 * anything is decoded; a JPEG without its end marker is refused, because a decoder fills what is missing with grey.
 *
 * <p>Stateless; safe between threads.
 */
public final class ImageFileReader implements DocumentReader {
    private static final long MOST_PIXELS = 100_000_000;
    private static final int MOST_FRAMES = 500;
    /** Width of A4 in inches: what a picture without a resolution is taken to be as wide as. */
    private static final double PAGE_WIDTH_IN = 8.27;

    private static final double PAGE_LENGTH_IN = 11.69;

    @Override
    public boolean reads(Input input) {
        return ImageKind.find(input.head(16)).isPresent();
    }

    @Override
    public Document read(Input input) throws UnreadableException {
        ImageKind kind = ImageKind.find(input.head(16)).orElseThrow();
        if (kind.isCut(input)) {
            throw new UnreadableException(Reason.TRUNCATED);
        }
        try (ImageInputStream in = new MemoryCacheImageInputStream(input.open())) {
            ImageReader reader = readerOf(in);
            try {
                return new Document("image", pages(reader, input, kind), List.of(), List.of());
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            throw new UnreadableException(Reason.CORRUPT);
        }
    }

    private static ImageReader readerOf(ImageInputStream in) throws IOException, UnreadableException {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
        if (!readers.hasNext()) {
            throw new UnreadableException(Reason.TYPE_UNSUPPORTED);
        }
        ImageReader reader = readers.next();
        reader.setInput(in, false, true);
        return reader;
    }

    private static List<Page> pages(ImageReader reader, Input input, ImageKind kind)
            throws IOException, UnreadableException {
        int frames = kind == ImageKind.TIFF ? TiffChain.length(input.bytes(), MOST_FRAMES) : 1;
        List<Page> pages = new ArrayList<>();
        for (int i = 0; i < frames; i++) {
            long width = reader.getWidth(i);
            long height = reader.getHeight(i);
            if (width * height > MOST_PIXELS) {
                throw new UnreadableException(Reason.LIMIT_PIXELS);
            }
            pages.add(page(input, i, width, height, frames == 1 ? Orientation.turn(input) : 0));
        }
        return pages;
    }

    /** @param turn degrees clockwise by which the picture has to be turned to stand as it was taken */
    private static Page page(Input input, int frame, long storedWidth, long storedHeight, int turn) {
        long width = turn % 180 == 0 ? storedWidth : storedHeight;
        long height = turn % 180 == 0 ? storedHeight : storedWidth;
        double dpi = width / (width > height * 1.2 ? PAGE_LENGTH_IN : PAGE_WIDTH_IN);
        Box box = new Box(0, 0, width * 72 / dpi, height * 72 / dpi);
        return new Page(frame + 1, box.x1(), box.y1(), List.of(), List.of(), List.of(box))
                .withScans(List.of(
                        new PagePicture(box, () -> decode(input, frame, dpi).turned(turn))));
    }

    private static Raster decode(Input input, int frame, double dpi) throws UnreadableException {
        try (ImageInputStream in = new MemoryCacheImageInputStream(input.open())) {
            ImageReader reader = readerOf(in);
            try {
                BufferedImage image = reader.read(frame);
                return Raster.of(image, dpi);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            throw new UnreadableException(
                    Reason.CORRUPT, "Picture " + (frame + 1) + " of the file cannot be decoded: download it again.");
        }
    }
}
