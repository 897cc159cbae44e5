package gouji.document.ocr.child;

import gouji.document.ocr.Patch;
import gouji.document.ocr.TextModel;
import gouji.document.ocr.TextModelSource;
import gouji.process.ChildServer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The child. Arguments: its own temporary folder; the class of the model's source; the source's arguments. */
public final class ChildMain {
    private static final long STACK_BYTES = 1 << 20;

    private ChildMain() {}

    public static void main(String[] arguments) {
        ChildServer.serve(Path.of(arguments[0]), STACK_BYTES, asides -> service(open(arguments)));
    }

    private static ChildServer.Service service(TextModel model) {
        // A line of paper: what cannot read that cannot read anything.
        model.read(List.of(paper(model.lineHeight())));
        return new ChildServer.Service() {
            @Override
            public byte[] ready() {
                return Wire.ready(model.lineHeight());
            }

            @Override
            public byte[] answer(byte[] question) {
                return Wire.sights(model.read(Wire.lines(question)));
            }
        };
    }

    private static TextModel open(String[] arguments) {
        try {
            TextModelSource source = (TextModelSource)
                    Class.forName(arguments[1]).getDeclaredConstructor().newInstance();
            return source.open(List.of(arguments).subList(2, arguments.length));
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("no source of models: " + arguments[1], e);
        }
    }

    private static Patch paper(int height) {
        float[] grey = new float[2 * height * height];
        Arrays.fill(grey, 255);
        return Patch.of(2 * height, height, grey);
    }
}
