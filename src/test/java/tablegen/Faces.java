package tablegen;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** The kinds of fonts met in published PDFs, made without any font that is not in a library. */
enum Faces {
    /** Named Song, not embedded, codes of UCS-2. */
    GB_UCS2(true),
    /** As before, codes of UTF-16. */
    GB_UTF16(true),
    /** A CID font with arbitrary codes, not embedded, its characters told by a ToUnicode map only. */
    IDENTITY(true),
    /** As before with an embedded TrueType program, as office programs write it. */
    EMBEDDED_CID(true),
    /** Glyphs drawn by content streams, at most 200 a font. */
    TYPE3(true),
    /** PDFBox's own embedded subset. */
    PDFBOX_SUBSET(false),
    HELVETICA(false),
    TIMES(false),
    COURIER(false);

    /** Whether it can write Chinese. */
    final boolean han;

    Faces(boolean han) {
        this.han = han;
    }

    Face open(PDDocument pdf) {
        return switch (this) {
            case GB_UCS2 -> new Named("UniGB-UCS2-H");
            case GB_UTF16 -> new Named("UniGB-UTF16-H");
            case IDENTITY -> new Mapped(false);
            case EMBEDDED_CID -> new Mapped(true);
            case TYPE3 -> new Drawn();
            case PDFBOX_SUBSET -> new OfPdfBox(liberation(pdf));
            case HELVETICA -> new OfPdfBox(new PDType1Font(FontName.HELVETICA));
            case TIMES -> new OfPdfBox(new PDType1Font(FontName.TIMES_ROMAN));
            case COURIER -> new OfPdfBox(new PDType1Font(FontName.COURIER));
        };
    }

    private static double widthEm(int c) {
        return c < 0x2000 ? 0.5 : 1;
    }

    private static COSDictionary dictionary(COSName type, COSName subtype, String base) {
        COSDictionary d = new COSDictionary();
        d.setItem(COSName.TYPE, type);
        d.setItem(COSName.SUBTYPE, subtype);
        if (base != null) {
            d.setName(COSName.BASE_FONT, base);
        }
        return d;
    }

    private static COSDictionary composite(String base, String encoding, COSDictionary descendant, String ordering) {
        COSDictionary system = new COSDictionary();
        system.setString(COSName.REGISTRY, "Adobe");
        system.setString(COSName.ORDERING, ordering);
        system.setInt(COSName.SUPPLEMENT, ordering.equals("GB1") ? 4 : 0);
        descendant.setItem(COSName.CIDSYSTEMINFO, system);
        COSDictionary font = dictionary(COSName.FONT, COSName.TYPE0, base);
        font.setName(COSName.ENCODING, encoding);
        COSArray descendants = new COSArray();
        descendants.add(descendant);
        font.setItem(COSName.DESCENDANT_FONTS, descendants);
        return font;
    }

    private static COSDictionary descriptor(String base) {
        COSDictionary d = new COSDictionary();
        d.setItem(COSName.TYPE, COSName.FONT_DESC);
        d.setName(COSName.FONT_NAME, base);
        d.setInt(COSName.FLAGS, 4);
        COSArray box = new COSArray();
        for (int i : new int[] {-25, -254, 1000, 880}) {
            box.add(COSInteger.get(i));
        }
        d.setItem(COSName.FONT_BBOX, box);
        d.setInt(COSName.ITALIC_ANGLE, 0);
        d.setInt(COSName.ASCENT, 880);
        d.setInt(COSName.DESCENT, -120);
        d.setInt(COSName.CAP_HEIGHT, 880);
        d.setInt(COSName.STEM_V, 93);
        return d;
    }

    static COSStream stream(String content) {
        COSStream stream = new COSStream();
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(content.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return stream;
    }

    private static COSStream toUnicode(Map<Integer, Integer> codes, int digits) {
        StringBuilder map = new StringBuilder("/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
                + "/CMapName /made def /CMapType 2 def\n1 begincodespacerange <" + "0".repeat(digits) + "> <"
                + "F".repeat(digits) + "> endcodespacerange\n");
        for (Map.Entry<Integer, Integer> e : codes.entrySet()) {
            String code = "%04X".formatted(e.getKey()).substring(4 - digits);
            map.append("1 beginbfchar <" + code + "> <" + utf16(e.getValue()) + "> endbfchar\n");
        }
        return stream(map.append("endcmap CMapName currentdict /CMap defineresource pop end end")
                .toString());
    }

    private static String utf16(int c) {
        return HexFormat.of().withUpperCase().formatHex(Character.toString(c).getBytes(StandardCharsets.UTF_16BE));
    }

    // ---- not embedded, codes that say what they are

    private static final class Named implements Face {
        private final String encoding;

        Named(String encoding) {
            this.encoding = encoding;
        }

        @Override
        public Code code(int c) {
            return new Code("F1", utf16(c), Faces.widthEm(c));
        }

        @Override
        public void finish(COSDictionary fonts) {
            COSDictionary cid = dictionary(COSName.FONT, COSName.CID_FONT_TYPE0, "STSong-Light");
            cid.setItem(COSName.FONT_DESC, descriptor("STSong-Light"));
            cid.setInt(COSName.DW, 1000);
            // The Latin glyphs of GB1 that are half as wide, and the proportional ones this encoding may use instead.
            COSArray widths = new COSArray();
            for (int[] range : new int[][] {{1, 95}, {814, 939}}) {
                widths.add(COSInteger.get(range[0]));
                widths.add(COSInteger.get(range[1]));
                widths.add(COSInteger.get(500));
            }
            cid.setItem(COSName.W, widths);
            fonts.setItem("F1", composite("STSong-Light-" + encoding, encoding, cid, "GB1"));
        }
    }

    // ---- arbitrary codes with a map

    private static final class Mapped implements Face {
        private static byte[] program;
        private final boolean embedded;
        private final Map<Integer, Integer> codes = new LinkedHashMap<>();

        Mapped(boolean embedded) {
            this.embedded = embedded;
        }

        @Override
        public Code code(int c) {
            int code = codes.computeIfAbsent(c, k -> 40 + 3 * codes.size());
            return new Code("F1", "%04X".formatted(code), Faces.widthEm(c));
        }

        @Override
        public void finish(COSDictionary fonts) {
            String base = embedded ? "ABCDEF+FangSong" : "SimSun";
            COSDictionary cid = dictionary(COSName.FONT, COSName.CID_FONT_TYPE2, base);
            COSDictionary descriptor = descriptor(base);
            cid.setItem(COSName.FONT_DESC, descriptor);
            cid.setName(COSName.CID_TO_GID_MAP, "Identity");
            cid.setInt(COSName.DW, 1000);
            COSArray widths = new COSArray();
            Map<Integer, Integer> characters = new TreeMap<>();
            codes.forEach((c, code) -> {
                characters.put(code, c);
                widths.add(COSInteger.get(code));
                COSArray one = new COSArray();
                one.add(COSInteger.get((int) (1000 * Faces.widthEm(c))));
                widths.add(one);
            });
            cid.setItem(COSName.W, widths);
            if (embedded) {
                descriptor.setItem(COSName.FONT_FILE2, program());
            }
            COSDictionary font = composite(base, "Identity-H", cid, "Identity");
            font.setItem(COSName.TO_UNICODE, toUnicode(characters, 4));
            fonts.setItem("F1", font);
        }

        private static synchronized COSStream program() {
            try {
                if (program == null) {
                    ByteArrayOutputStream packed = new ByteArrayOutputStream();
                    try (OutputStream out = new DeflaterOutputStream(packed)) {
                        out.write(liberationBytes());
                    }
                    program = packed.toByteArray();
                }
                COSStream stream = new COSStream();
                try (OutputStream out = stream.createRawOutputStream()) {
                    out.write(program);
                }
                stream.setItem(COSName.FILTER, COSName.FLATE_DECODE);
                return stream;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    // ---- glyphs as content streams

    private static final class Drawn implements Face {
        private static final int MOST = 200;
        private final Map<Integer, Integer> places = new LinkedHashMap<>();

        @Override
        public Code code(int c) {
            int place = places.computeIfAbsent(c, k -> places.size());
            return new Code("F" + (1 + place / MOST), "%02X".formatted(32 + place % MOST), Faces.widthEm(c));
        }

        @Override
        public void finish(COSDictionary fonts) {
            Map<String, Map<Integer, Integer>> perFont = new TreeMap<>();
            places.forEach((c, place) -> perFont.computeIfAbsent("F" + (1 + place / MOST), k -> new TreeMap<>())
                    .put(32 + place % MOST, c));
            perFont.forEach((name, codes) -> fonts.setItem(name, font(codes)));
        }

        private static COSDictionary font(Map<Integer, Integer> codes) {
            COSDictionary font = dictionary(COSName.FONT, COSName.TYPE3, null);
            COSArray matrix = new COSArray();
            for (float f : new float[] {0.001f, 0, 0, 0.001f, 0, 0}) {
                matrix.add(new COSFloat(f));
            }
            font.setItem(COSName.FONT_MATRIX, matrix);
            COSArray box = new COSArray();
            COSArray widths = new COSArray();
            COSArray differences = new COSArray();
            for (int i = 0; i < 4; i++) {
                box.add(COSInteger.get(i < 2 ? 0 : 1000));
            }
            differences.add(COSInteger.get(32));
            COSDictionary procs = new COSDictionary();
            codes.forEach((code, c) -> {
                int width = (int) (1000 * Faces.widthEm(c));
                widths.add(COSInteger.get(width));
                differences.add(COSName.getPDFName("g" + code));
                String shape = c == ' ' ? "" : " 60 -80 " + (width - 120) + " 800 re f";
                procs.setItem("g" + code, stream(width + " 0 0 -100 " + width + " 800 d1" + shape));
            });
            COSDictionary encoding = new COSDictionary();
            encoding.setItem(COSName.TYPE, COSName.ENCODING);
            encoding.setItem(COSName.DIFFERENCES, differences);
            font.setItem(COSName.FONT_BBOX, box);
            font.setItem(COSName.CHAR_PROCS, procs);
            font.setItem(COSName.ENCODING, encoding);
            font.setInt(COSName.FIRST_CHAR, 32);
            font.setInt(COSName.LAST_CHAR, 31 + codes.size());
            font.setItem(COSName.WIDTHS, widths);
            font.setItem(COSName.RESOURCES, new COSDictionary());
            font.setItem(COSName.TO_UNICODE, toUnicode(codes, 2));
            return font;
        }
    }

    // ---- fonts PDFBox writes

    private static byte[] liberationBytes() throws IOException {
        try (InputStream in =
                PDDocument.class.getResourceAsStream("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf")) {
            return in.readAllBytes();
        }
    }

    private static PDFont liberation(PDDocument pdf) {
        try {
            return PDType0Font.load(pdf, new java.io.ByteArrayInputStream(liberationBytes()), true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class OfPdfBox implements Face {
        private final PDFont font;
        private final Map<Integer, Code> codes = new TreeMap<>();

        OfPdfBox(PDFont font) {
            this.font = font;
        }

        @Override
        public Code code(int c) {
            return codes.computeIfAbsent(c, k -> {
                try {
                    String text = Character.toString(k);
                    if (font.willBeSubset()) {
                        font.addToSubset(k);
                    }
                    String hex = HexFormat.of().withUpperCase().formatHex(font.encode(text));
                    return new Code("F1", hex, font.getStringWidth(text) / 1000);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }

        @Override
        public void finish(COSDictionary fonts) {
            try {
                if (font.willBeSubset()) {
                    font.subset();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            fonts.setItem("F1", font.getCOSObject());
        }
    }
}
