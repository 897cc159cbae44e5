package gouji.document.ocr.tesseract;

import gouji.document.ocr.EngineMissingException;
import gouji.document.ocr.Figures;
import gouji.document.ocr.Patch;
import gouji.document.ocr.Sight;
import gouji.document.ocr.TextModel;
import gouji.document.ocr.TextModelSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.sourceforge.tess4j.ITessAPI.TessPageSegMode;
import net.sourceforge.tess4j.TessAPI;

/**
 * Tesseract 5: each line is read as a figure first (data {@code eng}), and as Chinese (data {@code chi_sim}) where that
 * gives no sure figure. Two handles, used by one thread at a time.
 */
public final class TesseractModel implements TextModel {
    private static final int HEIGHT = 48;
    private static final double SURE = 0.8;
    /** Widest figure, in heights of a line. */
    private static final double WIDEST = 6;

    private final TessHandle figures;
    private final TessHandle words;

    /** Opens it. */
    public static final class Source implements TextModelSource {
        @Override
        public TextModel open(List<String> arguments) {
            return new TesseractModel();
        }
    }

    public TesseractModel() {
        try {
            Path data = Natives.data();
            TessAPI api = Natives.load();
            this.figures = new TessHandle(api, data, "eng", TessPageSegMode.PSM_SINGLE_CHAR);
            this.words = new TessHandle(api, data, "chi_sim", TessPageSegMode.PSM_SINGLE_LINE);
        } catch (IOException e) {
            throw new EngineMissingException("Tesseract cannot be unpacked: " + e.getMessage(), e);
        }
    }

    @Override
    public int lineHeight() {
        return HEIGHT;
    }

    @Override
    public synchronized List<Sight> read(List<Patch> lines) {
        List<Sight> sights = new ArrayList<>();
        for (Patch line : lines) {
            sights.add(read(line));
        }
        return sights;
    }

    private Sight read(Patch line) {
        TessPicture picture = TessPicture.of(line);
        List<TessSymbol> figure = line.width > WIDEST * HEIGHT ? List.of() : figures.read(picture);
        if (isFigure(figure) && score(figure) >= SURE) {
            return new Sight(text(figure), score(figure), TessSymbol.steps(figure));
        }
        List<TessSymbol> chinese = words.read(picture);
        List<TessSymbol> best = isFigure(figure) && (isFigure(chinese) || chinese.isEmpty()) ? figure : chinese;
        return new Sight(text(best), score(best), TessSymbol.steps(figure.isEmpty() ? chinese : figure));
    }

    private static boolean isFigure(List<TessSymbol> symbols) {
        return Figures.isFigure(text(symbols));
    }

    private static String text(List<TessSymbol> symbols) {
        StringBuilder text = new StringBuilder();
        symbols.forEach(s -> text.append(s.text()));
        return text.toString();
    }

    private static double score(List<TessSymbol> symbols) {
        return symbols.stream().mapToDouble(TessSymbol::score).min().orElse(0);
    }
}
