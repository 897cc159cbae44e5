package gouji.office;

import java.nio.ByteBuffer;

/** Width and height in the header of a PNG. */
final class PngSize {
    private static final int WIDTH_AT = 16;

    private PngSize() {}

    static int[] of(byte[] png) {
        ByteBuffer header = ByteBuffer.wrap(png);
        return new int[] {header.getInt(WIDTH_AT), header.getInt(WIDTH_AT + 4)};
    }
}
