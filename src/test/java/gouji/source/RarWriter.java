package gouji.source;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * Writes RAR files whose members are stored, not packed, from the public notes on formats 4 and 5. Nothing here
 * compresses.
 */
final class RarWriter {
    static final int ENCRYPTED = 0x04;
    static final int SPLIT_AFTER = 0x02;
    static final int SOLID = 0x10;
    static final int DIRECTORY = 0xE0;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final boolean five;

    private RarWriter(boolean five) {
        this.five = five;
    }

    /** Format 4 (and 3); {@code mainFlags} 8 is solid, 0x80 locked headers. */
    static RarWriter four(int mainFlags) {
        RarWriter rar = new RarWriter(false);
        rar.out.writeBytes(new byte[] {'R', 'a', 'r', '!', 0x1A, 7, 0});
        rar.block(0x73, mainFlags, new Fields().little(0, 6).bytes());
        return rar;
    }

    static RarWriter five() {
        RarWriter rar = new RarWriter(true);
        rar.out.writeBytes(new byte[] {'R', 'a', 'r', '!', 0x1A, 7, 1, 0});
        rar.block5(new Fields().vint(1).vint(0).vint(0).bytes());
        return rar;
    }

    RarWriter file(String name, String content) {
        return five ? file5(name, content, bytes(content).length, 0, new byte[0]) : file4(name, content, 0, 3, 0x20);
    }

    /**
     * A member of format 4.
     *
     * @param flags besides "with data"
     * @param host 2 is Windows, 3 Unix
     */
    RarWriter file4(String name, String content, int flags, int host, int attributes) {
        byte[] data = bytes(content);
        byte[] rawName = name.getBytes(Charset.forName("GB18030"));
        Fields header = new Fields()
                .little(data.length, 4)
                .little(data.length, 4)
                .little(host, 1)
                .little(crc(data), 4)
                .little(0, 4)
                .little(20, 1)
                .little(0x30, 1)
                .little(rawName.length, 2)
                .little(attributes, 4)
                .raw(rawName);
        block(0x74, 0x8000 | flags, header.bytes());
        out.writeBytes(data);
        return this;
    }

    /**
     * A member of format 5.
     *
     * @param unpacked what it claims to unpack to
     * @param method compression information: 0 is stored
     * @param extra records of the extra area
     */
    RarWriter file5(String name, String content, long unpacked, int method, byte[] extra) {
        byte[] data = bytes(content);
        byte[] rawName = bytes(name);
        Fields fields = new Fields().vint(2).vint(extra.length > 0 ? 3 : 2);
        if (extra.length > 0) {
            fields.vint(extra.length);
        }
        block5(fields.vint(data.length)
                .vint(4)
                .vint(unpacked)
                .vint(0x20)
                .little(crc(data), 4)
                .vint(method)
                .vint(1)
                .vint(rawName.length)
                .raw(rawName)
                .raw(extra)
                .bytes());
        out.writeBytes(data);
        return this;
    }

    /** The record of an encrypted member. */
    static byte[] locked() {
        byte[] record = new Fields()
                .vint(1)
                .vint(0)
                .vint(0)
                .little(15, 1)
                .raw(new byte[32])
                .bytes();
        return new Fields().vint(record.length).raw(record).bytes();
    }

    /** The record of a symbolic link. */
    static byte[] link(String target) {
        byte[] record = new Fields()
                .vint(5)
                .vint(1)
                .vint(0)
                .vint(target.length())
                .raw(bytes(target))
                .bytes();
        return new Fields().vint(record.length).raw(record).bytes();
    }

    /** With the mark of its end. */
    byte[] end() {
        if (five) {
            block5(new Fields().vint(5).vint(0).vint(0).bytes());
        } else {
            block(0x7B, 0x4000, new byte[0]);
        }
        return cut();
    }

    /** Without it. */
    byte[] cut() {
        return out.toByteArray();
    }

    private void block(int type, int flags, byte[] fields) {
        byte[] header = new Fields()
                .little(type, 1)
                .little(flags, 2)
                .little(7 + fields.length, 2)
                .raw(fields)
                .bytes();
        out.writeBytes(new Fields().little(crc(header) & 0xFFFF, 2).raw(header).bytes());
    }

    private void block5(byte[] fields) {
        byte[] sized = new Fields().vint(fields.length).raw(fields).bytes();
        out.writeBytes(new Fields().little(crc(sized), 4).raw(sized).bytes());
    }

    private static byte[] bytes(String s) {
        return s.getBytes(StandardCharsets.UTF_8);
    }

    private static long crc(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return crc.getValue();
    }

    private static final class Fields {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Fields little(long value, int bytes) {
            for (int i = 0; i < bytes; i++) {
                out.write((int) (value >>> 8 * i));
            }
            return this;
        }

        Fields vint(long value) {
            long left = value;
            while (left > 0x7F) {
                out.write((int) (left & 0x7F | 0x80));
                left >>>= 7;
            }
            out.write((int) left);
            return this;
        }

        Fields raw(byte[] bytes) {
            out.writeBytes(bytes);
            return this;
        }

        byte[] bytes() {
            return out.toByteArray();
        }
    }
}
