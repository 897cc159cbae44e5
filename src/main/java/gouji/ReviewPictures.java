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
import javax.imageio.ImageIO;

/**
 * Pictures of pages from the files the reports were read from. A file is used only if its digest is the report's, and lies
 * below one of the folders named. One page is drawn at a time; the last ones are kept.
 */
final class ReviewPictures implements PagePictures {
    private static final int KEPT = 24;

    private final SourceFiles files;
    private final Map<String, Picture> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Picture> eldest) {
            return size() > KEPT;
        }
    };

    ReviewPictures(List<Path> folders) {
        this.files = new SourceFiles(folders);
    }

    @Override
    public synchronized Optional<Picture> find(String input, String sha256, int page) {
        String key = sha256 + " " + page;
        if (!kept.containsKey(key)) {
            try {
                Optional<Picture> drawn = draw(input, sha256, page);
                drawn.ifPresent(p -> kept.put(key, p));
            } catch (IOException | UnreadableException | RuntimeException e) {
                return Optional.empty(); // a page that cannot be drawn has no picture; its cells are shown all the same
            }
        }
        return Optional.ofNullable(kept.get(key));
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
