package gouji.document.ocr;

import java.util.ArrayList;
import java.util.List;

/**
 * A model that is given so much at a time as fits into little memory. What it sees does not depend on where it runs, for
 * the portions are the same.
 */
final class Portions implements TextModel {
    /** Two million pixels: more than the cells of a page have, 8 MB. */
    private static final int MOST_PIXELS = 2 << 20;

    private final TextModel model;

    Portions(TextModel model) {
        this.model = model;
    }

    @Override
    public int lineHeight() {
        return model.lineHeight();
    }

    @Override
    public List<Sight> read(List<Patch> lines) {
        List<Sight> sights = new ArrayList<>();
        for (int from = 0; from < lines.size(); ) {
            int to = from;
            for (long pixels = 0; to < lines.size(); to++) {
                pixels += (long) lines.get(to).width * lines.get(to).height;
                if (to > from && pixels > MOST_PIXELS) {
                    break;
                }
            }
            sights.addAll(model.read(lines.subList(from, to)));
            from = to;
        }
        return sights;
    }
}
