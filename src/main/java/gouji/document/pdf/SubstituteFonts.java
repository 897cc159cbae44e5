package gouji.document.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;

/**
 * Keeps PDFBox from looking for a system font in place of one that is not embedded: the search takes seconds at the
 * first such font, its result depends on the machine, and only drawing needs it. While a thread makes a font through
 * {@link #without}, every missing font is the small one that PDFBox brings along; on other threads, which may draw, the
 * mapper that was there before answers.
 */
final class SubstituteFonts implements FontMapper {
    private static final String SMALL_FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final ThreadLocal<Boolean> READING = ThreadLocal.withInitial(() -> false);

    private final FontMapper drawing;

    private SubstituteFonts(FontMapper drawing) {
        this.drawing = drawing;
    }

    /** Makes something of PDFBox's without looking at the system's fonts. */
    static <T> T without(FontMaking<T> making) throws IOException {
        install();
        READING.set(true);
        try {
            return making.make();
        } finally {
            READING.set(false);
        }
    }

    /** Something that may throw. */
    interface FontMaking<T> {
        T make() throws IOException;
    }

    private static synchronized void install() {
        FontMapper current = FontMappers.instance();
        if (!(current instanceof SubstituteFonts)) {
            FontMappers.set(new SubstituteFonts(current));
        }
    }

    @Override
    public FontMapping<TrueTypeFont> getTrueTypeFont(String baseFont, PDFontDescriptor descriptor) {
        return READING.get() ? new FontMapping<>(Small.FONT, true) : drawing.getTrueTypeFont(baseFont, descriptor);
    }

    @Override
    public FontMapping<FontBoxFont> getFontBoxFont(String baseFont, PDFontDescriptor descriptor) {
        return READING.get() ? new FontMapping<>(Small.FONT, true) : drawing.getFontBoxFont(baseFont, descriptor);
    }

    @Override
    public CIDFontMapping getCIDFont(String baseFont, PDFontDescriptor descriptor, PDCIDSystemInfo collection) {
        return READING.get()
                ? new CIDFontMapping(null, Small.FONT, true)
                : drawing.getCIDFont(baseFont, descriptor, collection);
    }

    /** Loaded at first use; a TrueTypeFont locks while it reads a table, so threads may share it. */
    private static final class Small {
        static final TrueTypeFont FONT = load();

        private static TrueTypeFont load() {
            try (InputStream in = PDDocument.class.getResourceAsStream(SMALL_FONT)) {
                return new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
