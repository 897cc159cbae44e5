package degraded;

import degraded.Sheets.PrintedPage;
import gouji.source.Input;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * A made report, printed and spoiled: the file, and what was printed. The same seed gives the same report.
 *
 * @param input a TIFF of its pages, or a JPEG
 * @param values for each {@code table.row.column} the figure printed there, empty where there is none
 * @param cells for each page the cells of each table, as {@code row0,column0,row1,column1}
 */
public record DegradedReport(
        Degradation degradation,
        Input input,
        Map<String, Optional<BigDecimal>> values,
        List<List<List<String>>> cells) {

    private static final Set<Degradation> COLOURED = EnumSet.of(
            Degradation.SEAL, Degradation.PHOTO, Degradation.COLOURED, Degradation.FILLED, Degradation.INKED);

    /** Whether there is a face to print Chinese with. */
    public static boolean canPrint() {
        return !Faces.han(true).isEmpty();
    }

    /** @param bundledOnly only the face that comes with the build, so that every machine prints the same */
    public static DegradedReport of(Degradation degradation, long seed, boolean bundledOnly) {
        Random random = new Random(seed * 1000003 + degradation.ordinal());
        Made.Kind kind = Made.Kind.values()[Math.floorMod(seed, Made.Kind.values().length)];
        Made made = Made.of(kind, random);
        double dpi = degradation == Degradation.NO_DPI ? 120 + random.nextInt(160) : degradation.dpi();
        List<PrintedPage> printed =
                Sheets.print(made, dpi, degradation.rules(), random, bundledOnly, degradation.onOnePage());
        if (degradation == Degradation.A3 || degradation == Degradation.STITCHED) {
            printed = List.of(Sheets.joined(printed, degradation == Degradation.A3));
        }
        Made other = Made.of(kind, random);
        Spoiler spoiler = new Spoiler(
                degradation,
                dpi,
                random,
                () -> Sheets.print(other, dpi, Rules.PLAIN, random, bundledOnly, false)
                        .get(1)
                        .image());
        Font face = Faces.han(true).get(0);
        List<BufferedImage> pages = new ArrayList<>();
        printed.forEach(p -> pages.add(spoiler.spoil(p, face)));
        Map<String, Optional<BigDecimal>> values = new LinkedHashMap<>();
        made.printed().keySet().forEach(code -> values.put(code, made.value(code)));
        List<List<List<String>>> cells = printed.stream()
                .map(p -> p.tables().stream().map(DegradedReport::topology).toList())
                .toList();
        return new DegradedReport(degradation, file(degradation, seed, pages, random), values, cells);
    }

    private static List<String> topology(Form form) {
        return form.cells().stream()
                .map(c -> c.row0() + "," + c.column0() + "," + c.row1() + "," + c.column1())
                .sorted()
                .toList();
    }

    private static Input file(Degradation d, long seed, List<BufferedImage> pages, Random random) {
        try {
            String name = d.label() + "-" + seed;
            return switch (d) {
                case EXIF -> Input.of(name + ".jpg", Exif.oriented(pages.get(0), random));
                case NO_DPI -> Input.of(name + ".jpg", Pixels.jpegBytes(Pixels.greyTyped(pages.get(0)), 0.8f));
                default -> tiff(name, d, pages);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A TIFF of many pages. */
    static Input tiff(String name, Degradation d, List<BufferedImage> pages) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionType("PackBits");
            writer.prepareWriteSequence(null);
            for (BufferedImage page : pages) {
                boolean colour = COLOURED.contains(d);
                writer.writeToSequence(new IIOImage(colour ? page : Pixels.greyTyped(page), null, null), param);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
        return Input.of(name + ".tif", bytes.toByteArray());
    }
}
