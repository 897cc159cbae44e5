package degraded;

import degraded.Sheets.PrintedPage;
import gouji.CsvRows;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.commons.csv.CSVRecord;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** A born-digital report of the fixtures, as browsers and offices lay it out, drawn and spoiled: what a copier makes of it. */
public final class RenderedReport {
    private RenderedReport() {}

    /** @param folder of a fixture: its {@code report.pdf} is drawn, its {@code truth.csv} says what stands there */
    public static DegradedReport of(Path folder, Degradation degradation, long seed) throws IOException {
        return of(
                folder.getFileName().toString(),
                folder.resolve("report.pdf"),
                values(folder.resolve("truth.csv")),
                degradation,
                seed);
    }

    /**
     * Any born-digital report.
     *
     * @param values what stands in it, by code; empty where a cell is blank
     */
    public static DegradedReport of(
            String report, Path pdf, Map<String, Optional<BigDecimal>> values, Degradation degradation, long seed)
            throws IOException {
        Random random = new Random(seed * 1000003 + degradation.ordinal());
        List<BufferedImage> pages = pages(pdf, degradation.dpi());
        Spoiler spoiler = new Spoiler(degradation, degradation.dpi(), random, () -> pages.get(0));
        List<BufferedImage> spoiled = new ArrayList<>();
        for (BufferedImage page : pages) {
            spoiled.add(spoiler.spoil(
                    printed(page, degradation.dpi()), Faces.han(true).get(0)));
        }
        String name = report + "-" + degradation.label();
        return new DegradedReport(degradation, DegradedReport.tiff(name, degradation, spoiled), values, List.of());
    }

    static List<BufferedImage> pages(Path file, int dpi) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
            List<BufferedImage> pages = new ArrayList<>();
            for (int i = 0; i < pdf.getNumberOfPages(); i++) {
                pages.add(new PDFRenderer(pdf).renderImageWithDPI(i, dpi, ImageType.RGB));
            }
            return pages;
        }
    }

    /** Where its tables lie is not known; margins of an inch are near enough for a seal. */
    private static PrintedPage printed(BufferedImage page, int dpi) {
        double width = page.getWidth() * 72.0 / dpi;
        double height = page.getHeight() * 72.0 / dpi;
        return new PrintedPage(page, List.of(), 72, 72, width - 72, height - 72);
    }

    private static Map<String, Optional<BigDecimal>> values(Path truth) throws IOException {
        Map<String, Optional<BigDecimal>> values = new LinkedHashMap<>();
        for (CSVRecord row : CsvRows.of(truth)) {
            String value = row.get("value");
            values.put(
                    row.get("table") + "." + row.get("row") + "." + row.get("column"),
                    value.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(value)));
        }
        return values;
    }
}
