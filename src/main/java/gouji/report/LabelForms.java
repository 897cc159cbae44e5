package gouji.report;

import com.ibm.icu.text.Transliterator;
import gouji.document.CjkRadicals;
import gouji.profile.Label;
import gouji.profile.Profile;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * Brings printed labels to a form in which they can be compared, and compares them.
 *
 * <p>Order of folding: Unicode NFKC, removal of white space, zero-width and private-use characters, traditional to
 * simplified characters, the profile's folds, then the profile's strip patterns (ordinals, notes in brackets).
 */
final class LabelForms {
    /** Similarity of a damaged form that the profile lists: believed where position supports it. */
    private static final double HIDDEN = 0.9;
    /** Similarity of a label that contains the whole template label and more. */
    private static final double CONTAINED = 0.88;
    /** Shortest label that may be recognised inside a longer one. */
    private static final int CONTAINED_LENGTH = 4;
    /** Entries kept of what was folded and compared; a few MB. */
    private static final int MEMORY = 50_000;

    private static final LevenshteinDistance EDITS = LevenshteinDistance.getDefaultInstance();

    private final Profile.Normalization rules;
    private final Pattern unitInLabel;
    private final Map<Label, Forms> known = new ConcurrentHashMap<>();
    private final Map<String, String> folded = new ConcurrentHashMap<>();
    private final Map<Pair, Double> similarities = new ConcurrentHashMap<>();

    /** A folded printed text and the label it is compared with. */
    private record Pair(String form, Label label) {}

    /** The folded forms of one label: honest ones and damaged ones. */
    private record Forms(String preferred, List<String> honest, List<String> hidden) {}

    private static final class Traditional {
        static final Transliterator TO_SIMPLIFIED = Transliterator.getInstance("Traditional-Simplified");
    }

    LabelForms(Profile profile) {
        this.rules = profile.normalization();
        this.unitInLabel = profile.values().unitInLabel();
    }

    /** The form of a printed label that is compared. */
    String fold(String printed) {
        String form = folded.get(printed);
        if (form == null) {
            form = foldAnew(printed);
            remember(folded, printed, form);
        }
        return form;
    }

    /** Reports of a family print the same labels: what was folded or compared once is kept, within a bound. */
    private static <K, V> void remember(Map<K, V> memory, K key, V value) {
        if (memory.size() >= MEMORY) {
            memory.clear();
        }
        memory.put(key, value);
    }

    private String foldAnew(String printed) {
        String s = simplified(compact(printed));
        for (Map.Entry<String, String> fold : rules.fold().entrySet()) {
            s = s.replace(fold.getKey(), fold.getValue());
        }
        String bare = unitInLabel.matcher(s).replaceAll("");
        for (Pattern strip : rules.strip()) {
            String stripped = strip.matcher(bare).replaceAll("");
            bare = stripped.isEmpty() ? bare : stripped;
        }
        return bare;
    }

    /** NFKC without white space, zero-width and private-use characters. */
    static String compact(String text) {
        String s = Normalizer.normalize(CjkRadicals.fold(text), Normalizer.Form.NFKC);
        StringBuilder out = new StringBuilder(s.length());
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (!Character.isWhitespace(c) && !Character.isSpaceChar(c) && !isInvisible(c)) {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static boolean isInvisible(char c) {
        return c >= '\u200B' && c <= '\u200F' || c == '\u2060' || c == '\uFEFF' || c >= '\uE000' && c <= '\uF8FF';
    }

    private static String simplified(String s) {
        for (int i = 0; i < s.length(); i++) {
            if (s.charAt(i) >= 0x2E80) {
                return Traditional.TO_SIMPLIFIED.transliterate(s);
            }
        }
        return s;
    }

    /** The folded form of the mandated wording. */
    String preferred(Label label) {
        return forms(label).preferred();
    }

    private Forms forms(Label label) {
        Forms forms = known.get(label);
        if (forms == null) {
            String preferred = fold(label.preferred());
            List<String> honest = new ArrayList<>();
            honest.add(preferred);
            label.also().forEach(a -> honest.add(fold(a)));
            forms = new Forms(preferred, honest, label.hidden().stream().map(this::fold).toList());
            known.put(label, forms);
        }
        return forms;
    }

    /** How alike a printed text and a label are: 1 for a wording the profile gives, 0 for nothing in common. */
    double similarity(String printed, Label label) {
        String form = fold(printed);
        if (form.isEmpty()) {
            return 0;
        }
        Pair pair = new Pair(form, label);
        Double known = similarities.get(pair);
        if (known == null) {
            known = compare(form, label);
            remember(similarities, pair, known);
        }
        return known;
    }

    private double compare(String form, Label label) {
        Forms forms = forms(label);
        if (forms.honest().contains(form)) {
            return 1;
        }
        double best = forms.hidden().contains(form) ? HIDDEN : 0;
        for (String honest : forms.honest()) {
            best = Math.max(best, similarity(form, honest));
        }
        return best;
    }

    private static double similarity(String form, String wanted) {
        if (wanted.length() >= CONTAINED_LENGTH && form.contains(wanted)) {
            return CONTAINED;
        }
        int longer = Math.max(form.length(), wanted.length());
        if (Math.min(form.length(), wanted.length()) * 2 < longer) {
            return 0;
        }
        return longer == 0 ? 0 : 1 - EDITS.apply(form, wanted) / (double) longer;
    }
}
