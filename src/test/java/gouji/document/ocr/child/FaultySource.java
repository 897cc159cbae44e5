package gouji.document.ocr.child;

import gouji.document.ocr.EngineMissingException;
import gouji.document.ocr.Patch;
import gouji.document.ocr.Sight;
import gouji.document.ocr.TextModel;
import gouji.document.ocr.TextModelSource;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A model that reads a 7 everywhere, and does what its first argument says where a line is black all over: {@code crash},
 * {@code crash-once} (the second argument names a file that is made at the first time), {@code hang}, {@code garbage},
 * {@code few}, {@code throw}, {@code memory}; with {@code missing} it cannot be opened, with {@code chatter} it prints
 * before every answer.
 */
public final class FaultySource implements TextModelSource {
    private static final int HEIGHT = 32;

    @Override
    public TextModel open(List<String> arguments) {
        if (arguments.get(0).equals("missing")) {
            throw new EngineMissingException("There is no such model.");
        }
        return new TextModel() {
            @Override
            public int lineHeight() {
                return HEIGHT;
            }

            @Override
            public List<Sight> read(List<Patch> lines) {
                if (arguments.get(0).equals("chatter")) {
                    print("a library talks\n");
                }
                List<Sight> sights = new ArrayList<>(lines.stream()
                        .map(l -> new Sight("7", 0.99, new double[][] {steps()}))
                        .toList());
                if (lines.stream().anyMatch(FaultySource::isBlack)) {
                    fail(arguments, sights);
                }
                return sights;
            }
        };
    }

    private static double[] steps() {
        double[] step = new double[15];
        step[7] = 0.99;
        step[14] = 0.01;
        return step;
    }

    private static boolean isBlack(Patch line) {
        return line.at(line.width / 2, line.height / 2) < 20 && line.quantile(0.35) < 20;
    }

    private static void fail(List<String> arguments, List<Sight> sights) {
        switch (arguments.get(0)) {
            case "crash" -> Runtime.getRuntime().halt(134);
            case "crash-once" -> crashOnce(Path.of(arguments.get(1)));
            case "hang" -> hang();
            case "garbage" -> garbage();
            case "few" -> sights.remove(0);
            case "throw" -> throw new IllegalStateException("the model failed");
            case "memory" -> fill();
            default -> {}
        }
    }

    private static void crashOnce(Path mark) {
        if (!Files.exists(mark)) {
            try {
                Files.createFile(mark);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            Runtime.getRuntime().halt(134);
        }
    }

    private static void hang() {
        while (true) {
            try {
                Thread.sleep(1000);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static void garbage() {
        for (int i = 0; i < 20_000; i++) {
            print("garbage, garbage");
        }
    }

    private static void fill() {
        List<byte[]> all = new ArrayList<>();
        while (true) {
            all.add(new byte[16 << 20]);
        }
    }

    /** Straight to the standard output, as native code does. */
    private static void print(String text) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true);
        out.print(text);
        out.flush();
    }
}
