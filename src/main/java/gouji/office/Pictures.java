package gouji.office;

import gouji.document.Box;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Draws places of a report, where its source is at hand. */
@FunctionalInterface
public interface Pictures {
    /**
     * A strip of a page, or why there is none.
     *
     * @param png empty where it cannot be had
     * @param missing why, in Chinese, without a full stop; empty where it can
     */
    record Strip(Optional<byte[]> png, String missing) {
        public Strip {
            Objects.requireNonNull(png, "png");
            if (png.isPresent() != missing.isEmpty()) {
                throw new IllegalArgumentException("either a picture or why there is none, found " + missing);
            }
        }

        public static Strip of(byte[] png) {
            return new Strip(Optional.of(png), "");
        }

        public static Strip missing(String why) {
            return new Strip(Optional.empty(), why);
        }
    }

    /**
     * A strip of a page with frames.
     *
     * @param pageFrom1 the page
     * @param frames in points as displayed
     */
    Strip strip(Filing report, int pageFrom1, List<Box> frames);
}
