package gouji.document.ocr.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProtoMessageTest {
    private static ProtoMessage of(String hex) {
        return ProtoMessage.of(ByteBuffer.wrap(HexFormat.of().parseHex(hex)));
    }

    private static String hex(ProtoMessage message) {
        ByteBuffer bytes = message.bytes();
        byte[] all = new byte[bytes.remaining()];
        bytes.get(all);
        return HexFormat.of().formatHex(all);
    }

    /** The examples of the encoding's own description. */
    @Test
    void takesMessagesApart() {
        assertThat(of("089601").numbers(1)).containsExactly(150);
        assertThat(of("120774657374696e67").text(2)).isEqualTo("testing");
        assertThat(ProtoMessage.of(of("1a03089601").all(3).get(0)).numbers(1)).containsExactly(150);
        assertThat(of("08ffffffffffffffffff01").numbers(1)).containsExactly(-1);
    }

    @Test
    void putsMessagesTogether() {
        assertThat(hex(new ProtoMessage().with(1, 150))).isEqualTo("089601");
        assertThat(hex(new ProtoMessage().with(2, "testing"))).isEqualTo("120774657374696e67");
        assertThat(hex(new ProtoMessage().with(3, new ProtoMessage().with(1, 150))))
                .isEqualTo("1a03089601");
        assertThat(hex(new ProtoMessage().with(1, -1))).isEqualTo("08ffffffffffffffffff01");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0d0000803f", "090102030405060708", "089601120774657374696e671a03089601"})
    void keepsWhatItDoesNotKnow(String hex) {
        assertThat(hex(of(hex))).isEqualTo(hex);
        assertThat(hex(of(hex).without(9))).isEqualTo(hex);
    }

    @Test
    void leavesFieldsOut() {
        assertThat(hex(of("089601120774657374696e67").without(2))).isEqualTo("089601");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"08", "0896", "1207746573", "0d0000", "0b", "12ffffffffffffffffff01", "08ffffffffffffffffffff01"
            })
    void refusesWhatIsNoMessage(String hex) {
        assertThatThrownBy(() -> of(hex)).isInstanceOf(IllegalArgumentException.class);
    }
}
