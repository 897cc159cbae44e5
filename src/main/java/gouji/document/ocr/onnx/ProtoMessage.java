package gouji.document.ocr.onnx;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A message of Protocol Buffers taken apart, or being put together: fields by number, in their order. Knows numbers of variable
 * length and fields of bytes; others (numbers of fixed length) are kept as they are.
 */
final class ProtoMessage {
    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int BYTES = 2;
    private static final int FIXED32 = 5;
    /** Bytes of a field's number and type, and of its length or value, at the most. */
    private static final int MOST_TAG = 20;

    /**
     * @param value the number of a VARINT
     * @param bytes of any other
     */
    private record Field(int number, int type, long value, ByteBuffer bytes) {}

    private final List<Field> fields = new ArrayList<>();

    /** @throws IllegalArgumentException where that is no message */
    static ProtoMessage of(ByteBuffer bytes) {
        ByteBuffer from = bytes.duplicate();
        ProtoMessage message = new ProtoMessage();
        while (from.hasRemaining()) {
            long tag = varint(from);
            int type = (int) (tag & 7);
            long value = type == VARINT ? varint(from) : 0;
            long length = switch (type) {
                case VARINT -> 0;
                case FIXED64 -> 8;
                case FIXED32 -> 4;
                case BYTES -> varint(from);
                default -> throw new IllegalArgumentException("a field of type " + type);
            };
            if (length < 0 || length > from.remaining()) {
                throw new IllegalArgumentException("a field of " + length + " bytes, there are " + from.remaining());
            }
            message.fields.add(new Field((int) (tag >>> 3), type, value, from.slice(from.position(), (int) length)));
            from.position(from.position() + (int) length);
        }
        return message;
    }

    private static long varint(ByteBuffer from) {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            if (!from.hasRemaining()) {
                throw new IllegalArgumentException("a number that ends too early");
            }
            byte b = from.get();
            value |= (b & 127L) << shift;
            if (b >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("a number of more than ten bytes");
    }

    /** What the fields of a number hold. */
    List<ByteBuffer> all(int number) {
        List<ByteBuffer> all = new ArrayList<>();
        for (Field f : fields) {
            if (f.number == number) {
                all.add(f.bytes);
            }
        }
        return all;
    }

    List<String> texts(int number) {
        List<String> texts = new ArrayList<>();
        for (ByteBuffer b : all(number)) {
            texts.add(StandardCharsets.UTF_8.decode(b.duplicate()).toString());
        }
        return texts;
    }

    /** The first text of a number, empty where there is none. */
    String text(int number) {
        List<String> texts = texts(number);
        return texts.isEmpty() ? "" : texts.get(0);
    }

    /** The numbers of fields of variable length, one a field. */
    long[] numbers(int number) {
        long[] numbers = new long[fields.size()];
        int n = 0;
        for (Field f : fields) {
            if (f.number == number && f.type == VARINT) {
                numbers[n++] = f.value;
            }
        }
        return Arrays.copyOf(numbers, n);
    }

    /** The same without the fields of a number. */
    ProtoMessage without(int number) {
        ProtoMessage rest = new ProtoMessage();
        for (Field f : fields) {
            if (f.number != number) {
                rest.fields.add(f);
            }
        }
        return rest;
    }

    ProtoMessage with(int number, long value) {
        fields.add(new Field(number, VARINT, value, ByteBuffer.allocate(0)));
        return this;
    }

    ProtoMessage with(int number, ByteBuffer bytes) {
        fields.add(new Field(number, BYTES, 0, bytes));
        return this;
    }

    ProtoMessage with(int number, String text) {
        return with(number, StandardCharsets.UTF_8.encode(text));
    }

    ProtoMessage with(int number, ProtoMessage part) {
        return with(number, part.bytes());
    }

    ByteBuffer bytes() {
        int size = 0;
        for (Field f : fields) {
            size += MOST_TAG + f.bytes.remaining();
        }
        ByteBuffer to = ByteBuffer.allocate(size);
        for (Field f : fields) {
            put((long) f.number << 3 | f.type, to);
            if (f.type == VARINT) {
                put(f.value, to);
            }
            if (f.type == BYTES) {
                put(f.bytes.remaining(), to);
            }
            to.put(f.bytes.duplicate());
        }
        return to.flip();
    }

    private static void put(long value, ByteBuffer to) {
        long rest = value;
        while ((rest & ~127L) != 0) {
            to.put((byte) (rest & 127 | 128));
            rest >>>= 7;
        }
        to.put((byte) rest);
    }
}
