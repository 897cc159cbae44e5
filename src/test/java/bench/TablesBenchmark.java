package bench;

import gouji.document.Document;
import gouji.document.pdf.PdfReader;
import gouji.source.Input;
import gouji.table.LayoutBuilder;
import java.io.IOException;
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
import technology.tabula.ObjectExtractor;
import technology.tabula.PageIterator;
import technology.tabula.extractors.SpreadsheetExtractionAlgorithm;

/** Milliseconds for the tables of every PDF of a folder: ours, tabula-java's lattice mode, and PDFBox's plain text. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx512m", "-XX:+UseSerialGC"})
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 3, time = 3)
public class TablesBenchmark {
    @Param("fixtures")
    public String folder;

    private final List<Input> inputs = new ArrayList<>();
    private final PdfReader reader = new PdfReader();
    private final LayoutBuilder layouts = new LayoutBuilder();

    @Setup
    public void load() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".pdf")).sorted().toList()) {
                Input input = new Input(file.toString(), "0".repeat(64), Files.readAllBytes(file));
                try (PDDocument pdf = Loader.loadPDF(input.bytes())) {
                    inputs.add(input);
                } catch (IOException e) {
                    System.err.println("left out, PDFBox cannot open it: " + file);
                }
            }
        }
    }

    @Benchmark
    public int gouji() throws Exception {
        int tables = 0;
        for (Input input : inputs) {
            Document document = reader.read(input);
            tables += layouts.build(document).tables().size();
        }
        return tables;
    }

    @Benchmark
    public int tabulaLattice() throws IOException {
        int tables = 0;
        for (Input input : inputs) {
            try (ObjectExtractor extractor = new ObjectExtractor(Loader.loadPDF(input.bytes()))) {
                PageIterator pages = extractor.extract();
                while (pages.hasNext()) {
                    tables += new SpreadsheetExtractionAlgorithm()
                            .extract(pages.next())
                            .size();
                }
            }
        }
        return tables;
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
