package gouji.document.ocr.onnx;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import com.google.protobuf.UnknownFieldSet.Field;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A message of Protocol Buffers whose description is not at hand, taken apart or being put together: fields by number. */
final class ProtoMessage {
    private final UnknownFieldSet.Builder fields;

    private ProtoMessage(UnknownFieldSet.Builder fields) {
        this.fields = fields;
    }

    ProtoMessage() {
        this(UnknownFieldSet.newBuilder());
    }

    /** @throws IllegalArgumentException where that is no message */
    static ProtoMessage of(ByteBuffer bytes) {
        try {
            return new ProtoMessage(UnknownFieldSet.parseFrom(ByteString.copyFrom(bytes.duplicate())).toBuilder());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException("no message: " + e.getMessage(), e);
        }
    }

    private Field field(int number) {
        return fields.hasField(number) ? fields.build().getField(number) : Field.getDefaultInstance();
    }

    /** What the fields of a number hold. */
    List<ByteBuffer> all(int number) {
        return field(number).getLengthDelimitedList().stream()
                .map(ByteString::asReadOnlyByteBuffer)
                .toList();
    }

    List<String> texts(int number) {
        return field(number).getLengthDelimitedList().stream()
                .map(ByteString::toStringUtf8)
                .toList();
    }

    /** The first text of a number, empty where there is none. */
    String text(int number) {
        List<String> texts = texts(number);
        return texts.isEmpty() ? "" : texts.get(0);
    }

    /** The numbers of fields of variable length, one a field. */
    long[] numbers(int number) {
        return field(number).getVarintList().stream().mapToLong(Long::longValue).toArray();
    }

    /** The same without the fields of a number. */
    ProtoMessage without(int number) {
        return new ProtoMessage(fields.build().toBuilder().clearField(number));
    }

    ProtoMessage with(int number, long value) {
        fields.mergeField(number, Field.newBuilder().addVarint(value).build());
        return this;
    }

    ProtoMessage with(int number, ByteBuffer bytes) {
        ByteString copy = ByteString.copyFrom(bytes.duplicate());
        fields.mergeField(number, Field.newBuilder().addLengthDelimited(copy).build());
        return this;
    }

    ProtoMessage with(int number, String text) {
        return with(number, StandardCharsets.UTF_8.encode(text));
    }

    ProtoMessage with(int number, ProtoMessage part) {
        return with(number, part.bytes());
    }

    ByteBuffer bytes() {
        return fields.build().toByteString().asReadOnlyByteBuffer();
    }
}
