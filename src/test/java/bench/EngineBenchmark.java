package bench;

import gouji.document.Document;
import gouji.document.Page;
import gouji.document.PagePicture;
import gouji.document.image.ImageFileReader;
import gouji.document.ocr.Patch;
import gouji.document.ocr.PictureRecognizer;
import gouji.document.ocr.Sight;
import gouji.document.ocr.TextModel;
import gouji.document.ocr.onnx.PpOcrModel;
import gouji.document.ocr.tesseract.TesseractModel;
import gouji.document.ocr.tesseract.WholePage;
import gouji.document.pdf.PdfReader;
import gouji.source.Input;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * CPU seconds of reading scans, one thread: both engines on cells and lines as an import uses them, and Tesseract on
 * whole pages. Arguments: scanned PDFs and pictures. Every document is read once before, and twice for the figures.
 */
public final class EngineBenchmark {
    private EngineBenchmark() {}

    private interface Reading {
        void read(Document document) throws Exception;
    }

    /** Counts the time inside the model. */
    private static final class Timed implements TextModel {
        private final TextModel model;
        private double seconds;
        private int lines;

        Timed(TextModel model) {
            this.model = model;
        }

        @Override
        public int lineHeight() {
            return model.lineHeight();
        }

        @Override
        public List<Sight> read(List<Patch> patches) {
            double before = cpu();
            List<Sight> sights = model.read(patches);
            seconds += cpu() - before;
            lines += patches.size();
            return sights;
        }
    }

    public static void main(String[] files) throws Exception {
        List<Document> documents = new ArrayList<>();
        for (String file : files) {
            Input input = Input.of(file, Files.readAllBytes(Path.of(file)));
            documents.add(
                    file.endsWith(".pdf") ? PdfReader.withPictures().read(input) : new ImageFileReader().read(input));
        }
        double begun = cpu();
        Timed ppocr = new Timed(new PpOcrModel());
        System.out.printf("ppocr opens in %.2f CPU s%n", cpu() - begun);
        begun = cpu();
        Timed tesseract = new Timed(new TesseractModel());
        System.out.printf("tesseract opens in %.2f CPU s%n", cpu() - begun);
        PictureRecognizer byPpocr = new PictureRecognizer(ppocr);
        PictureRecognizer byTesseract = new PictureRecognizer(tesseract);
        WholePage whole = new WholePage();
        for (int i = 0; i < files.length; i++) {
            Document document = documents.get(i);
            double a = seconds(document, byPpocr::recognize, ppocr);
            String of = "%.2f in the model, %d lines".formatted(ppocr.seconds / 2, ppocr.lines / 2);
            double b = seconds(document, byTesseract::recognize, tesseract);
            double c = seconds(document, d -> wholePages(d, whole), ppocr);
            System.out.printf(
                    "%-12s %d pages: ppocr %.2f s (%s), tesseract %.2f s (%.2f in the model, %d lines), tesseract whole"
                            + " pages %.2f s%n",
                    Path.of(files[i]).getFileName(),
                    document.pages().stream().filter(p -> !p.scans().isEmpty()).count(),
                    a,
                    of,
                    b,
                    tesseract.seconds / 2,
                    tesseract.lines / 2,
                    c);
        }
    }

    private static void wholePages(Document document, WholePage whole) throws Exception {
        for (Page page : document.pages()) {
            for (PagePicture picture : page.scans()) {
                whole.read(picture.pixels().read());
            }
        }
    }

    private static double seconds(Document document, Reading reading, Timed model) throws Exception {
        reading.read(document);
        model.seconds = 0;
        model.lines = 0;
        double before = cpu();
        reading.read(document);
        reading.read(document);
        return (cpu() - before) / 2;
    }

    private static double cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime()
                / 1e9;
    }
}
