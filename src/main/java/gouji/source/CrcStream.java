package gouji.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;
import java.util.zip.CRC32;

/** Tests at the end of a stream that its CRC-32 is the one stated. */
final class CrcStream extends FilterInputStream {
    private final CRC32 crc = new CRC32();
    private final LongSupplier stated;

    /** @param stated asked at the end; negative where nothing is stated */
    CrcStream(InputStream in, LongSupplier stated) {
        super(in);
        this.stated = stated;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int n = super.read(bytes, from, length);
        if (n > 0) {
            crc.update(bytes, from, n);
        } else if (n < 0) {
            long expected = stated.getAsLong();
            if (expected >= 0 && expected != crc.getValue()) {
                throw new IOException(new UnreadableException(
                        Reason.CORRUPT, "The checksum of the member does not fit its content: download it again."));
            }
        }
        return n;
    }

    @Override
    public long skip(long n) throws IOException {
        return readNBytes((int) Math.min(n, 1 << 16)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
