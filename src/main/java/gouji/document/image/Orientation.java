package gouji.document.image;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.exif.ExifIFD0Directory;
import gouji.source.Input;
import java.io.IOException;
import java.util.Optional;

/** How a camera was held: the orientation that EXIF states. Mirrored pictures, which no camera makes, are left as they are. */
final class Orientation {
    private Orientation() {}

    /** Degrees clockwise by which the picture has to be turned: 0 where nothing sensible is stated. */
    static int turn(Input input) {
        try {
            return Optional.ofNullable(ImageMetadataReader.readMetadata(input.open(), input.length())
                            .getFirstDirectoryOfType(ExifIFD0Directory.class))
                    .map(d -> d.getInteger(ExifIFD0Directory.TAG_ORIENTATION))
                    .map(Orientation::degrees)
                    .orElse(0);
        } catch (ImageProcessingException | IOException | RuntimeException e) {
            // Damaged metadata: the picture itself may still be read.
            return 0;
        }
    }

    private static int degrees(int orientation) {
        return switch (orientation) {
            case 3 -> 180;
            case 6 -> 90;
            case 8 -> 270;
            default -> 0;
        };
    }
}
