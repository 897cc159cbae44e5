package gouji.document.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.fontbox.cmap.CMap;
import org.apache.fontbox.cmap.CMapParser;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontFactory;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.util.Vector;

/**
 * A font as far as text and places go: code to text, width, ascent.
 *
 * <p>Text comes from the ToUnicode map and widths from the font's dictionary wherever they are there, as they are in
 * nearly all files. Only where they are not is PDFBox asked, which then unpacks and parses the font program; for most
 * files that is most of the cost of reading, and nothing here draws.
 */
final class Face {
    /** Ascent and descent where the font says nothing believable: those of most Chinese fonts. */
    private static final double USUAL_ASCENT = 0.88;

    private static final double USUAL_DESCENT = 0.12;
    private static final int TO_UNICODE_LIMIT_BYTES = 16 << 20;

    private final COSDictionary font;
    private final COSDictionary cidFont;
    private final boolean composite;
    private final boolean twoByte;
    private final Optional<CMap> toUnicode;
    private final boolean toUnicodeIsIdentity;
    private final Optional<CidWidths> cidWidths;
    private final Shape[] lowShapes = new Shape[256];
    private final Map<Integer, Shape> highShapes = new HashMap<>();
    private final double typeThreeScale;
    private Optional<PDFont> library;

    final String name;
    /** Height of the box above the baseline, em. */
    final double ascent;
    /** Depth of the box below the baseline, em, positive. */
    final double descent;

    final boolean vertical;

    Face(COSDictionary font) {
        this.font = font;
        composite = COSName.TYPE0.equals(font.getCOSName(COSName.SUBTYPE));
        cidFont = composite ? descendant(font) : font;
        String encoding = font.getDictionaryObject(COSName.ENCODING) instanceof COSName n ? n.getName() : "";
        boolean identity = encoding.equals("Identity-H");
        twoByte = composite && identity;
        toUnicodeIsIdentity = font.getDictionaryObject(COSName.TO_UNICODE) instanceof COSName n
                && n.getName().startsWith("Identity");
        toUnicode = readToUnicode(font);
        name = withoutSubsetTag(font.getNameAsString(COSName.BASE_FONT, ""));
        typeThreeScale = typeThreeScale(font);
        vertical = composite && !identity && library().map(PDFont::isVertical).orElse(false);
        cidWidths = composite ? Optional.of(new CidWidths(cidFont)) : Optional.empty();
        COSDictionary descriptor = cidFont.getCOSDictionary(COSName.FONT_DESC);
        double up = descriptor == null ? 0 : descriptor.getFloat(COSName.ASCENT, 0) / 1000.0;
        double down = descriptor == null ? 0 : Math.abs(descriptor.getFloat(COSName.DESCENT, 0)) / 1000.0;
        boolean believable = up >= 0.5 && up <= 1.3 && down <= 0.5;
        ascent = believable ? up : USUAL_ASCENT;
        descent = believable ? down : USUAL_DESCENT;
    }

    private static COSDictionary descendant(COSDictionary font) {
        COSArray descendants = font.getCOSArray(COSName.DESCENDANT_FONTS);
        COSBase first = descendants == null || descendants.size() == 0 ? null : descendants.getObject(0);
        return first instanceof COSDictionary d ? d : new COSDictionary();
    }

    /** {@code ABCDEF+SimSun} is a part of SimSun. */
    private static String withoutSubsetTag(String name) {
        return name.length() > 7 && name.charAt(6) == '+' ? name.substring(7) : name;
    }

    /** Em per unit of glyph space: 1/1000, but for Type 3 fonts what their matrix says. */
    private static double typeThreeScale(COSDictionary font) {
        if (!COSName.TYPE3.equals(font.getCOSName(COSName.SUBTYPE))) {
            return 0;
        }
        COSArray matrix = font.getCOSArray(COSName.FONT_MATRIX);
        return matrix != null && matrix.size() > 0 && matrix.getObject(0) instanceof COSNumber n
                ? n.floatValue()
                : 0.001;
    }

    private static Optional<CMap> readToUnicode(COSDictionary font) {
        if (!(font.getDictionaryObject(COSName.TO_UNICODE) instanceof COSStream stream)) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Streams.unpack(stream, TO_UNICODE_LIMIT_BYTES);
            CMap map = new CMapParser().parse(new RandomAccessReadBuffer(bytes));
            return Optional.of(map).filter(CMap::hasUnicodeMappings);
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** Told the glyphs of a string one by one. */
    interface Reader {
        /** @param wordSpace whether word spacing applies: the single-byte code 32 */
        void glyph(Shape shape, boolean wordSpace);
    }

    /** Reads the codes of a shown string. */
    void read(byte[] string, Reader reader) throws IOException {
        if (!composite) {
            for (byte b : string) {
                reader.glyph(shape(b & 0xff), b == ' ');
            }
        } else if (twoByte) {
            for (int i = 0; i + 1 < string.length; i += 2) {
                reader.glyph(shape((string[i] & 0xff) << 8 | string[i + 1] & 0xff), false);
            }
        } else {
            readByMap(string, reader);
        }
    }

    private void readByMap(byte[] string, Reader reader) throws IOException {
        PDFont decoder = library().orElseThrow(() -> new IOException("font cannot be read: " + name));
        ByteArrayInputStream in = new ByteArrayInputStream(string);
        while (in.available() > 0) {
            int before = in.available();
            int code = decoder.readCode(in);
            reader.glyph(shape(code), code == ' ' && before - in.available() == 1);
        }
    }

    private Shape shape(int code) {
        if (code >= 0 && code < lowShapes.length) {
            Shape low = lowShapes[code];
            return low != null ? low : (lowShapes[code] = makeShape(code));
        }
        return highShapes.computeIfAbsent(code, this::makeShape);
    }

    private Shape makeShape(int code) {
        try {
            return vertical ? verticalShape(code) : Shape.of(text(code), width(code), 0, 0, 0);
        } catch (IOException | RuntimeException e) {
            return Shape.of(Shape.UNKNOWN_TEXT, composite ? 1 : 0.5, 0, 0, 0);
        }
    }

    private Shape verticalShape(int code) throws IOException {
        PDFont pdf = library().orElseThrow(() -> new IOException("font cannot be read: " + name));
        Vector shift = pdf.getPositionVector(code);
        double down = pdf.getDisplacement(code).getY();
        return Shape.of(text(code), width(code), down, shift.getX(), shift.getY());
    }

    private String text(int code) {
        if (toUnicodeIsIdentity) {
            return Character.toString(code);
        }
        String mapped = toUnicode.map(map -> mapped(map, code)).orElse("");
        return mapped.isEmpty() ? library().map(pdf -> textOf(pdf, code)).orElse(Shape.UNKNOWN_TEXT) : mapped;
    }

    private String mapped(CMap map, int code) {
        String text = twoByte ? map.toUnicode(code, 2) : null;
        text = text == null ? map.toUnicode(code) : text;
        return text == null ? "" : text;
    }

    /**
     * What PDFBox makes of the code by encoding, character collection or font program. A composite font that is neither
     * embedded nor of a known collection has no meaning at all; PDFBox would take that of its substitute.
     */
    private static String textOf(PDFont pdf, int code) {
        if (pdf instanceof PDType0Font type0 && type0.getCMapUCS2() == null && !type0.isEmbedded()) {
            return Shape.UNKNOWN_TEXT;
        }
        String text = pdf.toUnicode(code);
        return text == null ? Shape.UNKNOWN_TEXT : text;
    }

    private double width(int code) throws IOException {
        if (cidWidths.isPresent()) {
            int cid = twoByte
                    ? code
                    : library().map(pdf -> ((PDType0Font) pdf).codeToCID(code)).orElse(code);
            return cidWidths.get().widthOf(cid);
        }
        COSArray widths = font.getCOSArray(COSName.WIDTHS);
        int index = code - font.getInt(COSName.FIRST_CHAR, 0);
        if (widths != null && index >= 0 && index < widths.size()) {
            double width = widths.getObject(index) instanceof COSNumber n ? n.floatValue() : 0;
            return width * (typeThreeScale == 0 ? 0.001 : typeThreeScale);
        }
        if (typeThreeScale != 0) {
            return 0;
        }
        Optional<PDFont> pdf = library();
        return pdf.isPresent() ? libraryWidth(pdf.get(), code) / 1000.0 : 0.5;
    }

    /**
     * Thousandths of an em by the metrics of the font program, or of the standard font of that name. Where such a font
     * has an encoding of its own, PDFBox takes the widths of a substitute; we look the character up in the standard
     * font instead.
     */
    private double libraryWidth(PDFont pdf, int code) throws IOException {
        Standard14Fonts.FontName known = Standard14Fonts.getMappedFontName(pdf.getName());
        if (known == null || pdf.isStandard14() || pdf.isEmbedded()) {
            return pdf.getWidth(code);
        }
        try {
            return SubstituteFonts.without(() -> new PDType1Font(known)).getStringWidth(text(code));
        } catch (IllegalArgumentException notInThatFont) {
            return pdf.getWidth(code);
        }
    }

    /** The font as PDFBox sees it without its ToUnicode map, which was asked before; made only when it is needed. */
    private Optional<PDFont> library() {
        if (library == null) {
            library = makeLibraryFont();
        }
        return library;
    }

    private Optional<PDFont> makeLibraryFont() {
        try {
            COSDictionary copy = new COSDictionary(font);
            copy.removeItem(COSName.TO_UNICODE);
            return Optional.of(SubstituteFonts.without(() -> PDFontFactory.createFont(copy)));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }
}
