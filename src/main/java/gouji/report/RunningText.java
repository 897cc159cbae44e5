package gouji.report;

import gouji.document.Place;
import gouji.table.Prose;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * Text that runs on: a paragraph, or several where lines of print stand for paragraphs or a page ends in the middle of
 * a sentence.
 *
 * @param text as printed, one paragraph behind the other
 * @param starts index in {@code text} at which each paragraph begins
 * @param places where each of them stands
 */
record RunningText(String text, List<Integer> starts, List<Place> places) {
    static final String SENTENCE_ENDS = "。;!?；！？";
    /** Shortest paragraph, in characters, whose last sentence may go on in the next: shorter ones are headings. */
    private static final int SHORTEST = 20;

    private static final int LONGEST = 4000;

    static List<RunningText> of(List<Prose> paragraphs) {
        List<RunningText> texts = new ArrayList<>();
        for (Prose next : paragraphs) {
            RunningText last = texts.isEmpty() ? null : texts.get(texts.size() - 1);
            if (last != null
                    && last.goesOn()
                    && last.text.length() + next.text().length() <= LONGEST) {
                texts.set(texts.size() - 1, last.with(next));
            } else {
                texts.add(new RunningText(next.text(), List.of(0), List.of(next.place())));
            }
        }
        return texts;
    }

    private RunningText with(Prose next) {
        List<Integer> allStarts = new ArrayList<>(starts);
        List<Place> allPlaces = new ArrayList<>(places);
        allStarts.add(text.length());
        allPlaces.add(next.place());
        return new RunningText(text + next.text(), allStarts, allPlaces);
    }

    /** It has clauses, as a heading has not, and no end. */
    private boolean goesOn() {
        String last = text.substring(starts.get(starts.size() - 1));
        String compact = LabelForms.compact(Normalizer.normalize(last, Normalizer.Form.NFKC));
        return compact.length() >= SHORTEST
                && compact.chars().anyMatch(c -> c == ',' || SENTENCE_ENDS.indexOf(c) >= 0)
                && (SENTENCE_ENDS + ":").indexOf(compact.charAt(compact.length() - 1)) < 0;
    }

    /** Where the paragraph stands that the character of this index is in. */
    Place placeAt(int index) {
        int paragraph = 0;
        while (paragraph + 1 < starts.size() && starts.get(paragraph + 1) <= index) {
            paragraph++;
        }
        return places.get(paragraph);
    }
}
