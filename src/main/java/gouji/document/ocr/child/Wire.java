package gouji.document.ocr.child;

import gouji.document.ocr.Patch;
import gouji.document.ocr.Sight;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What parent and child say to each other. The first byte of a child's frame says what it is: {@link #READY} and the
 * model's line height, {@link #ANSWER} and the sights. A parent's frame holds lines.
 */
final class Wire {
    static final byte READY = 'R';
    static final byte ANSWER = 'A';

    private Wire() {}

    static byte[] lines(List<Patch> lines) {
        int size = 4 + lines.stream().mapToInt(l -> 8 + 4 * l.width * l.height).sum();
        ByteBuffer to = ByteBuffer.allocate(size).putInt(lines.size());
        for (Patch line : lines) {
            to.putInt(line.width).putInt(line.height);
            for (int y = 0; y < line.height; y++) {
                for (int x = 0; x < line.width; x++) {
                    to.putFloat(line.at(x, y));
                }
            }
        }
        return to.array();
    }

    static List<Patch> lines(byte[] payload) {
        ByteBuffer from = ByteBuffer.wrap(payload);
        List<Patch> lines = new ArrayList<>();
        for (int n = from.getInt(); n > 0; n--) {
            int width = from.getInt();
            int height = from.getInt();
            float[] grey = new float[width * height];
            from.asFloatBuffer().get(grey);
            from.position(from.position() + 4 * grey.length);
            lines.add(Patch.of(width, height, grey));
        }
        return lines;
    }

    static byte[] ready(int lineHeight) {
        return ByteBuffer.allocate(5).put(READY).putInt(lineHeight).array();
    }

    static byte[] sights(List<Sight> sights) {
        List<byte[]> texts = sights.stream()
                .map(s -> s.text().getBytes(StandardCharsets.UTF_8))
                .toList();
        int size = 5;
        for (int i = 0; i < texts.size(); i++) {
            double[][] figures = sights.get(i).figures();
            size += 20 + texts.get(i).length + (figures.length == 0 ? 0 : 8 * figures.length * figures[0].length);
        }
        ByteBuffer to = ByteBuffer.allocate(size).put(ANSWER).putInt(sights.size());
        for (int i = 0; i < texts.size(); i++) {
            double[][] figures = sights.get(i).figures();
            to.putInt(texts.get(i).length).put(texts.get(i));
            to.putDouble(sights.get(i).score()).putInt(figures.length);
            to.putInt(figures.length == 0 ? 0 : figures[0].length);
            for (double[] step : figures) {
                for (double p : step) {
                    to.putDouble(p);
                }
            }
        }
        return to.array();
    }

    /**
     * The sights of an answer.
     *
     * @param wanted how many there must be
     * @throws IOException when there are fewer or more, or what is there is no answer
     */
    static List<Sight> sights(byte[] payload, int wanted) throws IOException {
        ByteBuffer from = ByteBuffer.wrap(payload);
        if (from.get() != ANSWER) {
            throw new IOException("no answer but " + (char) payload[0]);
        }
        try {
            int given = from.getInt();
            if (given != wanted) {
                throw new IOException(wanted + " lines were asked, " + given + " answered");
            }
            List<Sight> sights = new ArrayList<>();
            for (int n = given; n > 0; n--) {
                sights.add(sight(from));
            }
            return sights;
        } catch (java.nio.BufferUnderflowException e) {
            throw new IOException("an answer that ends too early", e);
        }
    }

    private static Sight sight(ByteBuffer from) throws IOException {
        byte[] text = new byte[within(from.getInt(), from.remaining())];
        from.get(text);
        double score = from.getDouble();
        int steps = from.getInt();
        int classes = from.getInt();
        if (steps < 0 || classes < 0 || 8L * steps * classes > from.remaining()) {
            throw new IOException("an answer of " + steps + " times " + classes);
        }
        double[][] figures = new double[steps][classes];
        for (double[] step : figures) {
            for (int c = 0; c < classes; c++) {
                step[c] = from.getDouble();
            }
        }
        return new Sight(new String(text, StandardCharsets.UTF_8), score, figures);
    }

    private static int within(int length, int most) throws IOException {
        if (length < 0 || length > most) {
            throw new IOException("a text of " + length + " bytes");
        }
        return length;
    }
}
