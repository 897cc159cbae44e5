package gouji.document.ocr.child;

import gouji.document.ocr.Patch;
import gouji.document.ocr.TextModel;
import gouji.document.ocr.TextModelSource;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The child: reads lines on its standard input, answers on its standard output, ends when its input ends.
 *
 * <p>Arguments: its own temporary folder, which it removes at the end; the class of the model's source; the source's
 * arguments.
 */
public final class ChildMain {
    private ChildMain() {}

    public static void main(String[] arguments) throws IOException {
        OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16);
        System.setOut(System.err);
        DataInputStream in = new DataInputStream(new BufferedInputStream(System.in, 1 << 16));
        int status = serve(in, out, arguments);
        Folders.delete(Path.of(arguments[0]));
        Runtime.getRuntime().halt(status);
    }

    private static int serve(DataInputStream in, OutputStream out, String[] arguments) throws IOException {
        try {
            TextModel model = open(arguments);
            // A line of paper: what cannot read that cannot read anything.
            model.read(List.of(paper(model.lineHeight())));
            Wire.write(out, Wire.ready(model.lineHeight()));
            while (true) {
                Wire.write(out, Wire.sights(model.read(Wire.lines(Wire.read(in)))));
            }
        } catch (EOFException e) {
            return 0;
        } catch (Exception | LinkageError e) {
            Wire.write(out, Wire.failed(e.getMessage() == null ? e.toString() : e.getMessage()));
            return 1;
        }
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
