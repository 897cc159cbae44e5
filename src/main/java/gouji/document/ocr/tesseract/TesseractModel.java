package gouji.document.ocr.tesseract;

import gouji.document.ocr.EngineMissingException;
import gouji.document.ocr.Figures;
import gouji.document.ocr.Patch;
import gouji.document.ocr.Sight;
import gouji.document.ocr.TextModel;
import gouji.document.ocr.TextModelSource;
import gouji.document.ocr.tesseract.TessPicture.View;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.sourceforge.tess4j.ITessAPI.TessPageSegMode;

/**
 * Tesseract 5: each line is looked at three times as a figure (data {@code eng}), and as Chinese (data {@code chi_sim})
 * where that gives no figure. A whitelist of digits would make it worse; look-alikes are folded instead. Two handles,
 * used by one thread at a time.
 */
public final class TesseractModel implements TextModel {
    private static final int HEIGHT = 48;
    /** Widest figure, in heights of a line. */
    private static final double WIDEST = 6;

    /** Digits of about 20 pixels, 30 and 15 are read well, and not wrong together. */
    private static final List<View> FIGURE_VIEWS =
            List.of(new View(0.05, 0.5, 10, 0.65), new View(0.02, 0.7, 10, 1), new View(0.05, 0.5, 24, 0.5));

    private static final View WORDS_VIEW = new View(0.02, 0.7, 10, 1);

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
            TessLibrary api = Natives.load();
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
        List<TessSymbol> first = line.width > WIDEST * HEIGHT ? List.of() : seen(line, 0);
        if (!first.isEmpty() && !Figures.isFigure(TessSymbol.text(first))) {
            return mixed(line, first);
        }
        Votes votes = first.isEmpty() && line.width > WIDEST * HEIGHT ? Votes.of(List.of("")) : votes(line, first);
        return votes.score() >= 0.9 ? new Sight(votes.best(), votes.score(), votes.steps()) : words(line, votes);
    }

    private List<TessSymbol> seen(Patch line, int view) {
        return figures.read(TessPicture.of(line, FIGURE_VIEWS.get(view)));
    }

    private Votes votes(Patch line, List<TessSymbol> first) {
        List<String> looks = new ArrayList<>(List.of(TessSymbol.figure(first)));
        for (int i = 1; i < FIGURE_VIEWS.size(); i++) {
            looks.add(TessSymbol.figure(seen(line, i)));
        }
        return Votes.of(looks);
    }

    /** The first look saw letters: words, unless Chinese data sees a figure. */
    private Sight mixed(Patch line, List<TessSymbol> first) {
        List<TessSymbol> chinese = words.read(TessPicture.of(line, WORDS_VIEW));
        String text = withoutRule(TessSymbol.text(chinese));
        if (chinese.isEmpty() || Figures.isFigure(text)) {
            Votes votes = votes(line, first);
            return new Sight(chinese.isEmpty() ? votes.best() : text, votes.score(), votes.steps());
        }
        return new Sight(text, TessSymbol.score(chinese), new double[0][]);
    }

    /** A piece of the cell's frame is read as a bar before the first word. */
    private static String withoutRule(String text) {
        return text.length() > 1 ? text.replaceAll("^[|丨]+", "") : text;
    }

    private Sight words(Patch line, Votes votes) {
        List<TessSymbol> chinese = words.read(TessPicture.of(line, WORDS_VIEW));
        String text = withoutRule(TessSymbol.text(chinese));
        boolean figure = !votes.best().isEmpty() && (chinese.isEmpty() || Figures.isFigure(text) || text.length() < 2);
        return figure
                ? new Sight(votes.best(), votes.score(), votes.steps())
                : new Sight(text, TessSymbol.score(chinese), votes.steps());
    }
}
