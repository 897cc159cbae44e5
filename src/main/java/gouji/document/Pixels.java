package gouji.document;

import gouji.source.UnreadableException;

/** Decodes a picture when it is wanted: a long scan does not fit into memory all at once. Safe between threads. */
@FunctionalInterface
public interface Pixels {
    /**
     * The picture, upright as displayed.
     *
     * @throws UnreadableException when it cannot be decoded, or is larger than the limit
     */
    Raster read() throws UnreadableException;
}
