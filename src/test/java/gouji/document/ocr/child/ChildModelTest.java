package gouji.document.ocr.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import gouji.document.Box;
import gouji.document.Document;
import gouji.document.Finding;
import gouji.document.Glyph;
import gouji.document.Page;
import gouji.document.PagePicture;
import gouji.document.Raster;
import gouji.document.ocr.EngineException;
import gouji.document.ocr.EngineMissingException;
import gouji.document.ocr.Patch;
import gouji.document.ocr.PictureRecognizer;
import gouji.document.ocr.Sight;
import gouji.document.ocr.TextModel;
import gouji.document.ocr.TextModelSource;
import gouji.document.ocr.onnx.PpOcrModel;
import gouji.document.ocr.tesseract.TesseractModel;
import gouji.source.Reason;
import gouji.source.UnreadableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A model in a child process: what it reads, and what its faults cost. */
class ChildModelTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private ChildModel model;

    private ChildModel faulty(Duration limit, String... arguments) {
        model = new ChildModel(new ChildCommand(FaultySource.class, List.of(arguments)), limit);
        return model;
    }

    @AfterEach
    void leavesNoProcess() {
        if (model != null) {
            Set<Long> running = model.processes();
            model.close();
            assertThat(running).allMatch(p -> ProcessHandle.of(p).isEmpty());
        }
    }

    @Test
    void startsNoProcessWithoutAPicture() throws UnreadableException {
        Document text = new Document("pdf", List.of(page(1, List.of())), List.of(), List.of());
        assertThat(new PictureRecognizer(faulty(LIMIT, "none")).recognize(text)).isSameAs(text);
        assertThat(model.processes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(classes = {PpOcrModel.Source.class, TesseractModel.Source.class})
    void readsBitForBitWhatTheSameModelReadsInThisProcess(Class<? extends TextModelSource> source) throws Exception {
        List<Patch> lines = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            lines.add(scribble(16 + 37 * i, 48, i));
        }
        TextModel here = source.getDeclaredConstructor().newInstance().open(List.of());
        model = new ChildModel(new ChildCommand(source, List.of()), LIMIT);
        List<Sight> there = model.read(lines);
        List<Sight> expected = here.read(lines);
        assertThat(there).hasSize(expected.size());
        assertThat(expected.stream().anyMatch(s -> s.figures().length > 0)).isTrue();
        for (int i = 0; i < there.size(); i++) {
            assertThat(there.get(i).text()).isEqualTo(expected.get(i).text());
            assertThat(there.get(i).score()).isEqualTo(expected.get(i).score());
            assertThat(Arrays.deepEquals(there.get(i).figures(), expected.get(i).figures()))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"crash, CRASH", "garbage, CRASH", "few, CRASH", "throw, CRASH", "memory, MEMORY"})
    void givesUpALineThatBreaksItTwiceAndReadsTheNext(String fault, Reason reason) {
        faulty(LIMIT, fault);
        EngineException e = catchThrowableOfType(EngineException.class, () -> model.read(List.of(black())));
        assertThat(e.reason()).isEqualTo(reason);
        assertThat(model.read(List.of(white(), white())))
                .extracting(Sight::text)
                .containsExactly("7", "7");
        assertThat(model.processes()).hasSize(1);
    }

    @Test
    void givesUpALineThatTakesTooLong() {
        faulty(Duration.ofSeconds(5), "hang");
        assertThat(model.read(List.of(white()))).hasSize(1);
        EngineException e = catchThrowableOfType(
                EngineException.class, () -> model.forPage().read(List.of(black())));
        assertThat(e.reason()).isEqualTo(Reason.TIMEOUT);
        assertThat(model.read(List.of(white()))).hasSize(1);
    }

    @Test
    void readsALineAgainThatBrokeItOnce(@TempDir Path folder) {
        faulty(LIMIT, "crash-once", folder.resolve("mark").toString());
        assertThat(model.read(List.of(black()))).extracting(Sight::text).containsExactly("7");
    }

    @Test
    void hearsNothingOfWhatALibraryPrints() {
        faulty(LIMIT, "chatter");
        assertThat(model.read(List.of(white()))).hasSize(1);
        assertThat(model.read(List.of(white()))).hasSize(1);
    }

    @Test
    void saysWhyAModelCannotBeOpened() {
        faulty(LIMIT, "missing");
        assertThatThrownBy(() -> model.read(List.of(white())))
                .isInstanceOf(EngineMissingException.class)
                .hasMessage("There is no such model.");
    }

    @ParameterizedTest
    @CsvSource({"crash, ENGINE_CRASH", "few, ENGINE_CRASH", "hang, ENGINE_TIMEOUT"})
    void losesOnePageAndReadsTheOthers(String fault, String code) throws UnreadableException {
        faulty(Duration.ofSeconds(6), fault);
        Document scan = new Document(
                "pdf",
                List.of(page(1, picture(false)), page(2, picture(true)), page(3, picture(false))),
                List.of(),
                List.of());
        Document read = new PictureRecognizer(model).recognize(scan);
        assertThat(read.findings()).extracting(Finding::code).containsExactly("PAGE_LOST", code);
        assertThat(read.findings()).allMatch(f -> f.place().page() == 2);
        assertThat(read.pages().get(0).glyphs()).extracting(Glyph::text).contains("7");
        assertThat(read.pages().get(1).glyphs()).isEmpty();
        assertThat(read.pages().get(2).glyphs()).extracting(Glyph::text).contains("7");
    }

    @Test
    void saysOfAFileOfWhichNothingIsLeftThatTheEngineBroke() {
        faulty(LIMIT, "crash");
        Document scan = new Document("pdf", List.of(page(1, picture(true))), List.of(), List.of());
        UnreadableException e =
                catchThrowableOfType(UnreadableException.class, () -> new PictureRecognizer(model).recognize(scan));
        assertThat(e.reason()).isEqualTo(Reason.CRASH);
    }

    @Test
    void itsFolderGoesWithIt() throws IOException {
        long before = folders();
        faulty(LIMIT, "crash");
        catchThrowableOfType(EngineException.class, () -> model.read(List.of(black())));
        model.read(List.of(white()));
        model.close();
        assertThat(folders()).isEqualTo(before);
    }

    private static long folders() throws IOException {
        long own = ProcessHandle.current().pid();
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(p -> p.getFileName().toString().startsWith("gouji-engine-" + own + "-"))
                    .count();
        }
    }

    private static Page page(int number, List<PagePicture> scans) {
        return new Page(number, 200, 100, List.of(), List.of(), List.of()).withScans(scans);
    }

    /** A page of 200 x 100 points at 144 dpi with a line of print on it, black all over where it is to fail. */
    private static List<PagePicture> picture(boolean fails) {
        byte[] grey = new byte[400 * 200];
        Arrays.fill(grey, (byte) 255);
        for (int y = 80; y < 110; y++) {
            for (int x = 60; x < 90; x++) {
                boolean ink = fails || x < 63 || x > 86 || y < 83 || y > 106;
                grey[y * 400 + x] = (byte) (ink ? 0 : 255);
            }
        }
        Box box = new Box(0, 0, 200, 100);
        return List.of(new PagePicture(box, () -> Raster.of(400, 200, 144, grey)));
    }

    private static Patch black() {
        return Patch.of(40, 32, new float[40 * 32]);
    }

    private static Patch white() {
        float[] grey = new float[40 * 32];
        Arrays.fill(grey, 255);
        return Patch.of(40, 32, grey);
    }

    /** Strokes from a seed: something that a model sees signs in. */
    private static Patch scribble(int width, int height, long seed) {
        Random random = new Random(seed);
        float[] grey = new float[width * height];
        for (int i = 0; i < grey.length; i++) {
            grey[i] = 235 + random.nextInt(20);
        }
        for (int stroke = 0; stroke <= width / 20; stroke++) {
            int x = 2 + random.nextInt(Math.max(1, width - 6));
            for (int y = 8; y < height - 8; y++) {
                for (int i = 0; i < 4; i++) {
                    grey[y * width + x + i] = random.nextInt(40);
                }
            }
        }
        return Patch.of(width, height, grey);
    }
}
