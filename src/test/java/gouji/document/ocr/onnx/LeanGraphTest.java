package gouji.document.ocr.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import gouji.document.ocr.onnx.OnnxGraph.Node;
import gouji.document.ocr.onnx.OnnxGraph.Tensor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeanGraphTest {
    /** All blocks of the backbone. */
    private static final int BLOCKS = 28;

    private static byte[] builtIn() throws IOException {
        try (InputStream in = LeanGraphTest.class.getResourceAsStream("/models/ch_PP-OCRv4_rec_infer.onnx")) {
            return in.readAllBytes();
        }
    }

    private static long count(byte[] model, String type) {
        return OnnxGraph.of(model).nodes().stream()
                .filter(n -> n.type().equals(type))
                .count();
    }

    /** What a model of one input gives for numbers from -1 to 1. */
    private static float[] run(byte[] model, long seed, long... shape) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        int n = 1;
        for (long size : shape) {
            n *= (int) size;
        }
        float[] data = new float[n];
        Random random = new Random(seed);
        for (int i = 0; i < n; i++) {
            data[i] = 2 * random.nextFloat() - 1;
        }
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            try (OrtSession session = environment.createSession(model, options);
                    OnnxTensor in = OnnxTensor.createTensor(environment, FloatBuffer.wrap(data), shape);
                    OrtSession.Result result = session.run(
                            Map.of(session.getInputNames().iterator().next(), in))) {
                return ((OnnxTensor) result.get(0)).getFloatBuffer().array().clone();
            }
        }
    }

    private static void assertSame(float[] lean, float[] plain) {
        assertThat(lean).hasSameSizeAs(plain);
        for (int i = 0; i < plain.length; i++) {
            assertThat(lean[i]).isCloseTo(plain[i], within(2e-5f));
        }
    }

    @Test
    void rewritesEveryBlockOfTheModel() throws IOException {
        byte[] plain = builtIn();
        byte[] lean = LeanGraph.of(plain);
        assertThat(count(plain, "Div") - count(lean, "Div")).isEqualTo(BLOCKS);
        assertThat(count(lean, "Clip")).isEqualTo(BLOCKS);
        assertThat(LeanGraph.of(lean)).isSameAs(lean);
    }

    @Test
    void theModelSeesTheSame() throws IOException, OrtException {
        byte[] plain = builtIn();
        byte[] lean = LeanGraph.of(plain);
        assertSame(run(lean, 1, 2, 3, 48, 64), run(plain, 1, 2, 3, 48, 64));
        assertSame(run(lean, 2, 1, 3, 48, 208), run(plain, 2, 1, 3, 48, 208));
    }

    /** The next convolution point by point or over three by three with a border; outer scales of both signs. */
    @ParameterizedTest
    @CsvSource({"1, 0.7, 0.4", "3, 0.7, 0.4", "1, -0.7, -0.4", "3, -0.7, 0.4", "1, 0.7, 0"})
    void aBlockGivesTheSame(int next, float outScale, float outShift) throws OrtException {
        byte[] plain = blocks(next, outScale, outShift, 6);
        byte[] lean = LeanGraph.of(plain);
        assertThat(count(lean, "Div")).isZero();
        float[] expected = run(plain, 5, 1, 16, 5, 7);
        assertThat(expected).hasSize(16 * 5 * 7).doesNotContain(Float.NaN);
        assertSame(run(lean, 5, 1, 16, 5, 7), expected);
    }

    @Test
    void leavesOtherStepsAlone() {
        byte[] other = blocks(3, 0.7f, 0.4f, 5);
        assertThat(LeanGraph.of(other)).isSameAs(other);
    }

    /** Whatever is broken in it: it stays as it is, or comes out as a model that can be read. */
    @Test
    void survivesWhatIsNoModel() {
        byte[] plain = blocks(1, 0.7f, 0.4f, 6);
        Random random = new Random(11);
        for (int i = 0; i < 3000; i++) {
            byte[] broken = Arrays.copyOf(plain, i % 3 == 0 ? random.nextInt(plain.length) : plain.length);
            for (int k = random.nextInt(4); k >= 0 && broken.length > 0; k--) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
            }
            byte[] lean = LeanGraph.of(broken);
            if (lean != broken) {
                assertThat(OnnxGraph.of(lean).nodes()).isNotEmpty();
            }
        }
    }

    @Test
    void leavesAModelAloneWithPartsElsewhere() {
        byte[] plain = blocks(1, 0.7f, 0.4f, 6);
        ProtoMessage model = ProtoMessage.of(ByteBuffer.wrap(plain));
        ProtoMessage graph = ProtoMessage.of(model.all(7).get(0));
        graph.with(5, new ProtoMessage().with(8, "other").with(14, 1));
        byte[] parted = bytes(model.without(7).with(7, graph));
        assertThat(LeanGraph.of(parted)).isSameAs(parted);
        assertThat(LeanGraph.of(plain)).isNotSameAs(plain);
    }

    /**
     * Two blocks of 16 channels.
     *
     * @param size of the second convolution
     * @param divisor 6, or what makes it none of a hard swish
     */
    private static byte[] blocks(int size, float outScale, float outShift, float divisor) {
        List<Node> nodes = new ArrayList<>();
        LinkedHashMap<String, Tensor> none = new LinkedHashMap<>();
        block(nodes, "x", "a", 1, new float[] {1.5f, 0.3f, outScale, outShift, divisor});
        block(nodes, "a", "b", size, new float[] {2.5f, -0.3f, 0.6f, 0.2f, divisor});
        ProtoMessage graph =
                new ProtoMessage().with(2, "blocks").with(11, value("x")).with(12, value("b"));
        byte[] empty = bytes(new ProtoMessage()
                .with(1, 8)
                .with(7, graph)
                .with(8, new ProtoMessage().with(1, "").with(2, 12)));
        return OnnxGraph.of(empty).model(nodes, none);
    }

    private static byte[] bytes(ProtoMessage message) {
        byte[] bytes = new byte[message.bytes().remaining()];
        message.bytes().get(bytes);
        return bytes;
    }

    /** A batch of pictures of any size, of 16 channels. */
    private static ProtoMessage value(String name) {
        ProtoMessage shape = new ProtoMessage()
                .with(1, new ProtoMessage().with(2, "n"))
                .with(1, new ProtoMessage().with(1, 16))
                .with(1, new ProtoMessage().with(2, "h"))
                .with(1, new ProtoMessage().with(2, "w"));
        ProtoMessage tensor = new ProtoMessage().with(1, 1).with(2, shape);
        return new ProtoMessage().with(1, name).with(2, new ProtoMessage().with(1, tensor));
    }

    private static void block(List<Node> nodes, String from, String to, int size, float[] numbers) {
        Random random = new Random(size);
        float[] weights = new float[16 * 16 * size * size];
        float[] bias = new float[16];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (random.nextFloat() - 0.5f) / size;
        }
        for (int i = 0; i < bias.length; i++) {
            bias[i] = random.nextFloat() - 0.5f;
        }
        nodes.add(constant(to + "w", new Tensor(new long[] {16, 16, size, size}, weights)));
        nodes.add(constant(to + "b", new Tensor(new long[] {16}, bias)));
        String[] names = {"scale", "shift", "outScale", "outShift", "divisor"};
        for (int i = 0; i < names.length; i++) {
            nodes.add(constant(to + names[i], Tensor.filled(numbers[i], 1, 1)));
        }
        nodes.add(constant(to + "three", Tensor.filled(3, 1)));
        nodes.add(constant(to + "zero", Tensor.filled(0, 1)));
        nodes.add(constant(to + "six", Tensor.filled(6, 1)));
        Node conv = Node.of("Conv", List.of(from, to + "w", to + "b"), to + "1");
        nodes.add(size == 1 ? conv : padded(conv));
        nodes.add(Node.of("Mul", List.of(to + "scale", to + "1"), to + "2"));
        nodes.add(Node.of("Add", List.of(to + "2", to + "shift"), to + "3"));
        nodes.add(Node.of("Add", List.of(to + "3", to + "three"), to + "4"));
        nodes.add(Node.of("Clip", List.of(to + "4", to + "zero", to + "six"), to + "5"));
        nodes.add(Node.of("Mul", List.of(to + "3", to + "5"), to + "6"));
        nodes.add(Node.of("Div", List.of(to + "6", to + "divisor"), to + "7"));
        nodes.add(Node.of("Mul", List.of(to + "outScale", to + "7"), to + "8"));
        nodes.add(Node.of("Add", List.of(to + "8", to + "outShift"), to));
    }

    private static Node padded(Node conv) {
        ProtoMessage pads = new ProtoMessage().with(1, "pads");
        for (int i = 0; i < 4; i++) {
            pads.with(8, 1);
        }
        conv.message().with(5, pads.with(20, 7));
        return conv;
    }

    private static Node constant(String name, Tensor tensor) {
        ProtoMessage value = new ProtoMessage().with(1, "value").with(5, OnnxGraph.message(name, tensor));
        Node node = Node.of("Constant", List.of(), name);
        node.message().with(5, value.with(20, 4));
        return node;
    }
}
