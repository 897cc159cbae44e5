package gouji.document.ocr.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The steps and constants of an ONNX model, to be read and changed; numbers of fields are those of onnx.proto. */
final class OnnxGraph {
    private static final int GRAPH = 7;
    private static final int NODE = 1;
    private static final int INITIALIZER = 5;
    private static final int NODE_INPUT = 1;
    private static final int NODE_OUTPUT = 2;
    private static final int NODE_TYPE = 4;
    private static final int NODE_ATTRIBUTE = 5;
    private static final int ATTRIBUTE_NAME = 1;
    private static final int ATTRIBUTE_INT = 3;
    private static final int ATTRIBUTE_TENSOR = 5;
    private static final int ATTRIBUTE_INTS = 8;
    private static final int ATTRIBUTE_TYPE = 20;
    private static final int TYPE_INT = 2;
    private static final int TENSOR_DIMS = 1;
    private static final int TENSOR_TYPE = 2;
    private static final int TENSOR_NAME = 8;
    private static final int TENSOR_RAW = 9;
    private static final int TENSOR_LOCATION = 14;
    private static final int FLOAT = 1;
    private static final int ELSEWHERE = 1;

    private final ProtoMessage model;
    private final ProtoMessage graph;
    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, List<Node>> users = new HashMap<>();
    private final Map<String, ProtoMessage> constants = new HashMap<>();

    /**
     * A step.
     *
     * @param type what it does: Conv, Add, …
     * @param inputs names of what it takes
     * @param output name of what it gives (the first, of several)
     */
    record Node(String type, List<String> inputs, String output, ProtoMessage message) {
        private static Node of(ProtoMessage m) {
            return new Node(m.text(NODE_TYPE), m.texts(NODE_INPUT), m.text(NODE_OUTPUT), m);
        }

        static Node of(String type, List<String> inputs, String output) {
            ProtoMessage m = new ProtoMessage();
            for (String input : inputs) {
                m.with(NODE_INPUT, input);
            }
            return of(m.with(NODE_OUTPUT, output).with(NODE_TYPE, type));
        }

        /** This new step with a setting more. */
        Node with(String setting, long value) {
            message.with(
                    NODE_ATTRIBUTE,
                    new ProtoMessage()
                            .with(ATTRIBUTE_NAME, setting)
                            .with(ATTRIBUTE_INT, value)
                            .with(ATTRIBUTE_TYPE, TYPE_INT));
            return this;
        }

        /** A setting; an empty message where it is left out. */
        private ProtoMessage attribute(String name) {
            for (ByteBuffer bytes : message.all(NODE_ATTRIBUTE)) {
                ProtoMessage attribute = ProtoMessage.of(bytes);
                if (attribute.text(ATTRIBUTE_NAME).equals(name)) {
                    return attribute;
                }
            }
            return new ProtoMessage();
        }

        /** The whole numbers of a setting; none where it is left out. */
        long[] numbers(String setting) {
            return attribute(setting).numbers(ATTRIBUTE_INTS);
        }
    }

    /** Numbers in the order of their places, the last dimension first to move. */
    record Tensor(long[] dims, float[] values) {
        static Tensor filled(float value, int n, long... dims) {
            float[] values = new float[n];
            Arrays.fill(values, value);
            return new Tensor(dims, values);
        }

        private boolean isWhole() {
            long n = 1;
            for (long size : dims) {
                n *= size;
            }
            return n == values.length;
        }
    }

    private OnnxGraph(ProtoMessage model) {
        this.model = model;
        if (model.all(GRAPH).size() != 1) {
            throw new IllegalArgumentException("a model of " + model.all(GRAPH).size() + " graphs");
        }
        this.graph = ProtoMessage.of(model.all(GRAPH).get(0));
        for (ByteBuffer bytes : graph.all(NODE)) {
            Node node = Node.of(ProtoMessage.of(bytes));
            nodes.add(node);
            for (String input : node.inputs()) {
                users.computeIfAbsent(input, k -> new ArrayList<>()).add(node);
            }
            if (node.type().equals("Constant")) {
                for (ByteBuffer tensor : node.attribute("value").all(ATTRIBUTE_TENSOR)) {
                    constants.put(node.output(), ProtoMessage.of(tensor));
                }
            }
        }
    }

    /** @throws IllegalArgumentException where that is no model */
    static OnnxGraph of(byte[] model) {
        return new OnnxGraph(ProtoMessage.of(ByteBuffer.wrap(model)));
    }

    /** In an order in which they can be done. */
    List<Node> nodes() {
        return List.copyOf(nodes);
    }

    /** The steps that take what has a name. */
    List<Node> users(String name) {
        return List.copyOf(users.getOrDefault(name, List.of()));
    }

    /** Whether some of its constants are in files of their own. */
    boolean hasPartsElsewhere() {
        for (ByteBuffer tensor : graph.all(INITIALIZER)) {
            for (long location : ProtoMessage.of(tensor).numbers(TENSOR_LOCATION)) {
                if (location == ELSEWHERE) {
                    return true;
                }
            }
        }
        return false;
    }

    /** What has a name, where that is constant and of floats. */
    Optional<Tensor> constant(String name) {
        ProtoMessage m = constants.get(name);
        if (m == null
                || !Arrays.equals(m.numbers(TENSOR_TYPE), new long[] {FLOAT})
                || m.all(TENSOR_RAW).isEmpty()) {
            return Optional.empty();
        }
        ByteBuffer raw = m.all(TENSOR_RAW).get(0).duplicate().order(ByteOrder.LITTLE_ENDIAN);
        float[] values = new float[raw.remaining() / Float.BYTES];
        raw.asFloatBuffer().get(values);
        Tensor tensor = new Tensor(m.numbers(TENSOR_DIMS), values);
        return tensor.isWhole() ? Optional.of(tensor) : Optional.empty();
    }

    /** What has a name, where that is one constant number; otherwise not a number. */
    double number(String name) {
        Optional<Tensor> tensor = constant(name);
        return tensor.isPresent() && tensor.get().values().length == 1
                ? tensor.get().values()[0]
                : Double.NaN;
    }

    /**
     * The same model with other steps.
     *
     * @param steps all of them
     * @param added constants by name
     */
    byte[] model(List<Node> steps, LinkedHashMap<String, Tensor> added) {
        ProtoMessage changed = graph.without(NODE);
        for (Node step : steps) {
            changed.with(NODE, step.message());
        }
        for (Map.Entry<String, Tensor> constant : added.entrySet()) {
            changed.with(INITIALIZER, message(constant.getKey(), constant.getValue()));
        }
        ByteBuffer bytes = model.without(GRAPH).with(GRAPH, changed).bytes();
        byte[] all = new byte[bytes.remaining()];
        bytes.get(all);
        return all;
    }

    /** A constant as the file has it. */
    static ProtoMessage message(String name, Tensor tensor) {
        ByteBuffer raw =
                ByteBuffer.allocate(Float.BYTES * tensor.values().length).order(ByteOrder.LITTLE_ENDIAN);
        raw.asFloatBuffer().put(tensor.values());
        ProtoMessage m = new ProtoMessage();
        for (long size : tensor.dims()) {
            m.with(TENSOR_DIMS, size);
        }
        return m.with(TENSOR_TYPE, FLOAT).with(TENSOR_NAME, name).with(TENSOR_RAW, raw);
    }
}
