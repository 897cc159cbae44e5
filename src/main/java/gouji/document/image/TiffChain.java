package gouji.document.image;

import gouji.source.Reason;
import gouji.source.UnreadableException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.Set;

/** The chain of directories of a TIFF file, one for each picture (TIFF 6.0, section 2). Decoders follow a loop for ever. */
final class TiffChain {
    private static final int ENTRY_BYTES = 12;

    private TiffChain() {}

    /**
     * Number of pictures.
     *
     * @throws UnreadableException when the chain loops, leads out of the file, or is longer than {@code most}
     */
    static int length(byte[] file, int most) throws UnreadableException {
        ByteBuffer tiff = ByteBuffer.wrap(file).order(file[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        Set<Long> seen = new HashSet<>();
        long at = file.length < 8 ? -1 : offset(tiff, 4);
        while (at != 0) {
            if (!seen.add(at) || at < 0 || at + 2 > file.length) {
                throw new UnreadableException(Reason.CORRUPT);
            }
            if (seen.size() > most) {
                throw new UnreadableException(Reason.LIMIT_PAGES);
            }
            long next = at + 2 + (long) ENTRY_BYTES * (tiff.getShort((int) at) & 0xFFFF);
            if (next + 4 > file.length) {
                throw new UnreadableException(Reason.TRUNCATED);
            }
            at = offset(tiff, (int) next);
        }
        return seen.size();
    }

    private static long offset(ByteBuffer tiff, int at) {
        return tiff.getInt(at) & 0xFFFFFFFFL;
    }
}
