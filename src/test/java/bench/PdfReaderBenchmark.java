package bench;

import gouji.ReportPipeline;
import gouji.document.Document;
import gouji.document.pdf.PdfReader;
import gouji.profile.yaml.ProfileLoader;
import gouji.source.Input;
import gouji.source.UnreadableException;
import gouji.table.LayoutBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Milliseconds to read every PDF of a folder once: {@link PdfReader} and the whole way to checked
 * values, against the plain text of PDFBox.
 *
 * <pre>
 * mvn -o -q test-compile dependency:build-classpath -Dmdep.outputFile=target/cp.txt
 * java -cp target/classes:target/test-classes:$(cat target/cp.txt) org.openjdk.jmh.Main PdfReader -p folder=DIR -p names=REGEX
 * </pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx512m", "-XX:+UseSerialGC"})
@Warmup(iterations = 6, time = 2)
@Measurement(iterations = 6, time = 2)
public class PdfReaderBenchmark {
    private static final String PROFILE = "/gouji/profiles/cn-disclosure/profile.yaml";

    @Param("fixtures")
    public String folder;

    /** Regular expression that the whole file name matches. */
    @Param(".*\\.pdf")
    public String names;

    private final List<Input> inputs = new ArrayList<>();
    private final PdfReader reader = new PdfReader();
    private ReportPipeline pipeline;

    @Setup
    public void load() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            for (Path file : files.sorted().toList()) {
                if (file.getFileName().toString().matches(names)) {
                    addIfBothRead(new Input(file.toString(), "0".repeat(64), Files.readAllBytes(file)));
                }
            }
        }
        try (InputStream in = ProfileLoader.class.getResourceAsStream(PROFILE)) {
            pipeline =
                    new ReportPipeline(List.of(reader), new LayoutBuilder(), List.of(ProfileLoader.load(in, PROFILE)));
        }
        if (inputs.isEmpty()) {
            throw new IllegalStateException("no file named " + names + " under " + folder);
        }
    }

    /** Damaged files are no work to compare. */
    private void addIfBothRead(Input input) {
        try (PDDocument pdf = Loader.loadPDF(input.bytes())) {
            reader.read(input);
            new PDFTextStripper().getText(pdf);
            inputs.add(input);
        } catch (IOException | UnreadableException e) {
            System.out.println("left out: " + input.name());
        }
    }

    @Benchmark
    public int pdfReader() throws Exception {
        int pages = 0;
        for (Input input : inputs) {
            Document document = reader.read(input);
            pages += document.pages().size();
        }
        return pages;
    }

    /** Everything but the writing: pages, tables, codes, checks. */
    @Benchmark
    public int wholeReport() throws Exception {
        int cells = 0;
        for (Input input : inputs) {
            try {
                cells += pipeline.extract(input)
                        .checked()
                        .report()
                        .observations()
                        .size();
            } catch (UnreadableException e) {
                cells++;
            }
        }
        return cells;
    }

    @Benchmark
    public int pdfBoxText() throws IOException {
        int characters = 0;
        for (Input input : inputs) {
            try (PDDocument pdf = Loader.loadPDF(input.bytes())) {
                characters += new PDFTextStripper().getText(pdf).length();
            }
        }
        return characters;
    }
}
