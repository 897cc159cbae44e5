package gouji.process;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.CRC32;

/**
 * Frames of a mark, a length, that many bytes, and their CRC-32, big endian. What a native library prints between two
 * frames is skipped.
 */
public final class Frames {
    private static final long MARK = 0x9A_67_6F_75_6A_69_0D_0AL;
    private static final int MOST_BYTES = 256 << 20;
    private static final int MOST_CHATTER = 64 << 10;

    private Frames() {}

    /** Writes a frame of at least one byte, and flushes. */
    public static void write(OutputStream to, byte[] payload) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(payload);
        DataOutputStream out = new DataOutputStream(to);
        out.writeLong(MARK);
        out.writeInt(payload.length);
        out.write(payload);
        out.writeInt((int) crc.getValue());
        out.flush();
    }

    /**
     * The next frame.
     *
     * @throws EOFException when there is none
     * @throws IOException when what comes is no frame
     */
    public static byte[] read(DataInputStream in) throws IOException {
        long seen = in.readLong();
        for (int skipped = 0; seen != MARK; skipped++) {
            if (skipped == MOST_CHATTER) {
                throw new IOException("no frame within " + MOST_CHATTER + " bytes");
            }
            seen = seen << 8 | in.readUnsignedByte();
        }
        int length = in.readInt();
        if (length < 1 || length > MOST_BYTES) {
            throw new IOException("a frame of " + length + " bytes");
        }
        byte[] payload = in.readNBytes(length);
        CRC32 crc = new CRC32();
        crc.update(payload);
        if (payload.length < length || in.readInt() != (int) crc.getValue()) {
            throw new IOException("a damaged frame");
        }
        return payload;
    }
}
