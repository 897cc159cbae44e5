package gouji.document.ocr.onnx;

import gouji.document.ocr.onnx.OnnxGraph.Node;
import gouji.document.ocr.onnx.OnnxGraph.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Rewrites the blocks of a PP-LCNetV3 for speed; what it reckons stays the same but for rounding. A block is a convolution c,
 * y = scale c + shift, h = y min(max(y + 3, 0), 6) / 6 and outScale h + outShift: nine steps, and eight of them go over all
 * its data in a layout that ONNX Runtime has to change to and back for every convolution. Here the first two go into the
 * weights; the gate, min(max(…)) with outScale in it, becomes a convolution of one point a channel, with a limit, which
 * the runtime does in one step and in the layout of its convolutions; outShift goes into the weights of the next
 * convolution, or becomes one of one point where that has borders.
 */
final class LeanGraph {
    private final OnnxGraph graph;
    private final Map<String, Block> blocks = new LinkedHashMap<>();
    private final LinkedHashMap<String, Tensor> constants = new LinkedHashMap<>();
    /** By output: steps after which others come, steps that go, and what is left out of each input of a convolution. */
    private final Map<String, List<Node>> added = new HashMap<>();

    private final Set<String> dropped = new HashSet<>();
    private final Map<String, Double> left = new HashMap<>();

    private LeanGraph(OnnxGraph graph) {
        this.graph = graph;
    }

    /** Whether ONNX Runtime has a layout of its own for convolutions there; elsewhere the rewritten graph may be slower. */
    static boolean helps() {
        return Set.of("amd64", "x86_64").contains(System.getProperty("os.arch"));
    }

    /** The model rewritten; the same array where it has no such blocks or is none. */
    static byte[] of(byte[] model) {
        try {
            return new LeanGraph(OnnxGraph.of(model)).rewritten(model);
        } catch (IllegalArgumentException e) {
            return model;
        }
    }

    /** @param steps those after the convolution, of which the last gives the output */
    private record Block(
            Node conv, double scale, double shift, double outScale, double outShift, List<Node> steps, String output) {}

    private byte[] rewritten(byte[] model) {
        for (Node node : graph.nodes()) {
            Optional<Block> block = node.type().equals("Conv") ? block(node) : Optional.empty();
            if (block.isPresent()) {
                blocks.put(node.output(), block.get());
            }
        }
        for (Block block : blocks.values()) {
            rewrite(block);
        }
        List<Node> nodes = new ArrayList<>();
        for (Node node : graph.nodes()) {
            if (!isGone(node)) {
                nodes.add(node);
                nodes.addAll(added.getOrDefault(node.output(), List.of()));
            }
        }
        return blocks.isEmpty() || graph.hasPartsElsewhere() ? model : graph.model(nodes, constants);
    }

    /** Also a constant that has new values, or that only steps took which are gone. */
    private boolean isGone(Node node) {
        if (!node.type().equals("Constant") || constants.containsKey(node.output())) {
            return dropped.contains(node.output()) || constants.containsKey(node.output());
        }
        boolean gone = true;
        for (Node user : graph.users(node.output())) {
            gone &= dropped.contains(user.output());
        }
        return gone;
    }

    private Optional<Block> block(Node conv) {
        if (conv.inputs().size() != 3
                || !areOwn(conv.inputs().get(1), conv.inputs().get(2))) {
            return Optional.empty();
        }
        Chain chain = new Chain(conv.output());
        double scale = chain.by("Mul");
        double shift = chain.by("Add");
        chain.hardSwish();
        double outScale = chain.by("Mul");
        double outShift = chain.by("Add");
        return chain.broken
                ? Optional.empty()
                : Optional.of(new Block(conv, scale, shift, outScale, outShift, chain.steps, chain.at));
    }

    /** Whether they are constants of as many channels, and nobody else takes them. */
    private boolean areOwn(String weights, String bias) {
        Optional<Tensor> w = graph.constant(weights);
        Optional<Tensor> b = graph.constant(bias);
        return w.isPresent()
                && b.isPresent()
                && w.get().dims().length == 4
                && w.get().dims()[0] == b.get().values().length
                && w.get().values().length > 0
                && graph.users(weights).size() == 1
                && graph.users(bias).size() == 1;
    }

    /** A walk along steps that follow each other and that nobody else takes anything from. */
    private final class Chain {
        private final List<Node> steps = new ArrayList<>();
        private String at;
        private boolean broken;

        Chain(String from) {
            this.at = from;
        }

        /** Takes a step of two inputs; gives the constant number among them. */
        double by(String type) {
            List<Node> users = graph.users(at);
            broken |= users.size() != 1 || !users.get(0).type().equals(type);
            return broken ? Double.NaN : take(users.get(0));
        }

        private double take(Node step) {
            List<String> inputs = step.inputs();
            broken |= inputs.size() != 2;
            double number =
                    broken ? Double.NaN : graph.number(inputs.get(inputs.get(0).equals(at) ? 1 : 0));
            broken |= Double.isNaN(number);
            go(step);
            return number;
        }

        private void go(Node step) {
            steps.add(step);
            at = step.output();
        }

        void hardSwish() {
            String y = at;
            List<Node> users = graph.users(y);
            broken |= users.size() != 2 || !users.get(0).type().equals("Add");
            if (broken || take(users.get(0)) != 3) {
                broken = true;
                return;
            }
            limit(0, 6);
            Node product = users.get(1);
            broken |= !product.type().equals("Mul")
                    || !Set.copyOf(product.inputs()).equals(Set.of(y, at))
                    || graph.users(at).size() != 1;
            go(product);
            broken |= by("Div") != 6;
        }

        private void limit(double least, double most) {
            List<Node> users = graph.users(at);
            broken |= users.size() != 1
                    || !users.get(0).type().equals("Clip")
                    || users.get(0).inputs().size() != 3
                    || graph.number(users.get(0).inputs().get(1)) != least
                    || graph.number(users.get(0).inputs().get(2)) != most;
            if (!broken) {
                go(users.get(0));
            }
        }
    }

    private void rewrite(Block b) {
        for (Node step : b.steps()) {
            dropped.add(step.output());
        }
        int channels = weigh(b);
        String y = b.conv().output();
        Node gate = pointwise(y, y.concat(".gate"), b.outScale() / 6, b.outScale() / 2, channels);
        String least = number(y.concat(".least"), Math.min(0, b.outScale()));
        String most = number(y.concat(".most"), Math.max(0, b.outScale()));
        Node limited = Node.of("Clip", List.of(gate.output(), least, most), y.concat(".limited"));
        Optional<Node> next = following(b);
        String product = next.isPresent() ? b.output() : y.concat(".product");
        List<Node> steps = new ArrayList<>(List.of(gate, limited));
        steps.add(Node.of("Mul", List.of(y, limited.output()), product));
        if (next.isPresent()) {
            left.put(next.get().output(), b.outShift());
        } else {
            steps.add(pointwise(product, b.output(), 1, b.outShift(), channels));
        }
        added.put(y, steps);
    }

    /** Puts what goes before and after the convolution into its weights; gives its channels. */
    private int weigh(Block b) {
        String weights = b.conv().inputs().get(1);
        String bias = b.conv().inputs().get(2);
        Tensor w = graph.constant(weights).orElseThrow();
        Tensor offset = graph.constant(bias).orElseThrow();
        int channels = offset.values().length;
        int each = w.values().length / channels;
        float[] scaled = new float[w.values().length];
        float[] moved = new float[channels];
        for (int c = 0; c < channels; c++) {
            double sum = 0;
            for (int i = c * each; i < (c + 1) * each; i++) {
                sum += w.values()[i];
                scaled[i] = (float) (b.scale() * w.values()[i]);
            }
            double all = offset.values()[c] + left.getOrDefault(b.conv().output(), 0.0) * sum;
            moved[c] = (float) (b.scale() * all + b.shift());
        }
        constants.put(weights, new Tensor(w.dims(), scaled));
        constants.put(bias, new Tensor(offset.dims(), moved));
        return channels;
    }

    /** The convolution that alone takes the block's output, point by point, and is of a block itself. */
    private Optional<Node> following(Block b) {
        List<Node> users = graph.users(b.output());
        if (users.size() != 1 || !blocks.containsKey(users.get(0).output())) {
            return Optional.empty();
        }
        Node next = users.get(0);
        long[] dims = graph.constant(next.inputs().get(1)).orElseThrow().dims();
        boolean points = dims[2] == 1 && dims[3] == 1;
        boolean bordered = false;
        for (long pad : next.numbers("pads")) {
            bordered |= pad != 0;
        }
        return points && !bordered ? Optional.of(next) : Optional.empty();
    }

    /** Scales and moves every point of every channel. */
    private Node pointwise(String from, String to, double scale, double shift, int channels) {
        String weights = to.concat(".scale");
        String bias = to.concat(".shift");
        constants.put(weights, Tensor.filled((float) scale, channels, channels, 1, 1, 1));
        constants.put(bias, Tensor.filled((float) shift, channels, channels));
        return Node.of("Conv", List.of(from, weights, bias), to).with("group", channels);
    }

    private String number(String name, double value) {
        constants.put(name, Tensor.filled((float) value, 1));
        return name;
    }
}
