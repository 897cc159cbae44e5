package degraded;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;

/** A JPEG whose EXIF block says how it has to be turned to stand upright. */
public final class Exif {
    private Exif() {}

    /** Lies as a camera held askew stores it: orientation 3, 6 or 8. */
    static byte[] oriented(BufferedImage upright, Random random) throws IOException {
        int[] orientation = {3, 6, 8};
        int[] stored = {180, 270, 90};
        int i = random.nextInt(3);
        return withOrientation(Pixels.jpegBytes(Pixels.turned(upright, stored[i]), 0.85f), orientation[i]);
    }

    /** The picture with an EXIF block of one entry, the orientation. */
    public static byte[] withOrientation(byte[] jpeg, int orientation) throws IOException {
        byte[] block = {
            (byte) 0xFF,
            (byte) 0xE1,
            0,
            34,
            'E',
            'x',
            'i',
            'f',
            0,
            0,
            'M',
            'M',
            0,
            42,
            0,
            0,
            0,
            8,
            0,
            1,
            1,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            (byte) orientation,
            0,
            0,
            0,
            0,
            0,
            0
        };
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.write(block);
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }
}
