package gouji.document.pdf;

import java.io.IOException;
import java.util.Arrays;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.common.function.PDFunction;

/**
 * A colour space (ISO 32000-1, 8.6) as far as telling colours apart needs it: calibrated and profiled spaces count as
 * the device space with as many components. PDFBox would load a profile for each.
 */
interface InkSpace {
    InkSpace GRAY = c -> Ink.gray(c[0]);
    InkSpace RGB = c -> Ink.rgb(c[0], c[1], c[2]);
    InkSpace CMYK = c -> Ink.cmyk(c[0], c[1], c[2], c[3]);
    InkSpace PATTERN = c -> Ink.UNKNOWN;

    /** The colour of the components, of which there are at least four (zeros behind those given). */
    int rgb(double[] components);

    /** @param space a name or an array; anything else is an unknown colour */
    static InkSpace of(COSBase space) {
        return of(space, 0);
    }

    private static InkSpace of(COSBase space, int depth) {
        if (space instanceof COSName name) {
            return named(name.getName());
        }
        if (space instanceof COSArray array && array.size() > 0 && depth < 8) {
            return array.size() == 1 ? of(array.getObject(0), depth + 1) : composed(array, depth);
        }
        return PATTERN;
    }

    private static InkSpace named(String name) {
        return switch (name) {
            case "DeviceGray", "G", "CalGray" -> GRAY;
            case "DeviceRGB", "RGB", "CalRGB" -> RGB;
            case "DeviceCMYK", "CMYK" -> CMYK;
            default -> PATTERN;
        };
    }

    private static InkSpace composed(COSArray array, int depth) {
        String family = array.getObject(0) instanceof COSName name ? name.getName() : "";
        return switch (family) {
            case "ICCBased" -> profiled(array.getObject(1));
            case "Lab" -> c -> Ink.gray(c[0] / 100);
            case "Indexed", "I" -> indexed(array, depth);
            case "Separation", "DeviceN" -> tinted(array, depth);
            default -> named(family);
        };
    }

    private static InkSpace profiled(COSBase profile) {
        int components = profile instanceof COSDictionary d ? d.getInt(COSName.N, 0) : 0;
        return switch (components) {
            case 1 -> GRAY;
            case 3 -> RGB;
            case 4 -> CMYK;
            default -> PATTERN;
        };
    }

    private static InkSpace indexed(COSArray array, int depth) {
        InkSpace base = of(array.getObject(1), depth + 1);
        byte[] table = table(array.getObject(3));
        int components = base == GRAY ? 1 : base == CMYK ? 4 : 3;
        return c -> {
            int from = (int) c[0] * components;
            double[] entry = new double[4];
            for (int i = 0; i < components && from >= 0 && from + i < table.length; i++) {
                entry[i] = (table[from + i] & 0xff) / 255.0;
            }
            return base.rgb(entry);
        };
    }

    private static byte[] table(COSBase lookup) {
        try {
            if (lookup instanceof COSString string) {
                return string.getBytes();
            }
            return lookup instanceof COSStream stream ? Streams.unpack(stream, 1 << 16) : new byte[0];
        } catch (IOException e) {
            return new byte[0];
        }
    }

    private static InkSpace tinted(COSArray array, int depth) {
        try {
            InkSpace alternate = of(array.getObject(2), depth + 1);
            PDFunction tint = PDFunction.create(array.getObject(3));
            int inks = array.getObject(1) instanceof COSArray names ? names.size() : 1;
            return c -> tint(c, inks, tint, alternate);
        } catch (IOException | RuntimeException e) {
            return PATTERN;
        }
    }

    private static int tint(double[] components, int inks, PDFunction tint, InkSpace alternate) {
        float[] in = new float[inks];
        for (int i = 0; i < Math.min(inks, components.length); i++) {
            in[i] = (float) components[i];
        }
        try {
            float[] out = tint.eval(in);
            double[] mixed = new double[Math.max(4, out.length)];
            Arrays.setAll(mixed, i -> i < out.length ? out[i] : 0);
            return alternate.rgb(mixed);
        } catch (IOException | RuntimeException e) {
            return Ink.UNKNOWN;
        }
    }
}
