package gouji.report;

import gouji.document.CjkRadicals;
import gouji.profile.BlockTemplate;
import gouji.profile.Label;
import gouji.profile.Node;
import gouji.profile.Profile;
import gouji.profile.Section;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
    /** Entries kept of what was folded. */
    private static final int MEMORY = 10_000;
    /** Entries kept of what was compared; each holds a number for every label of the profile. */
    private static final int COMPARED = 2_000;

    private static final LevenshteinDistance EDITS = LevenshteinDistance.getDefaultInstance();

    private final Profile.Normalization rules;
    private final Pattern unitInLabel;
    /** By identity: the labels of a profile are compared millions of times, and hashing their wordings would show. */
    private final Map<Label, Forms> known = new IdentityHashMap<>();

    private final Map<String, String> folded = new ConcurrentHashMap<>();
    private final Map<String, Similarities> compared = new ConcurrentHashMap<>();

    /** The folded forms of one label, honest ones and damaged ones; labels are numbered from 0. */
    private record Forms(int number, String preferred, List<String> honest, List<String> hidden) {}

    /** How alike one printed text and each label are; worked out when first asked for, by any thread. */
    final class Similarities {
        private final String form;
        /** By number of the label; the bits of a double plus 1, 0 while it is not known. */
        private final AtomicLongArray known = new AtomicLongArray(LabelForms.this.known.size());

        private Similarities(String form) {
            this.form = form;
        }

        double to(Label label) {
            Forms forms = forms(label);
            long bits = known.getPlain(forms.number());
            if (bits != 0) {
                return Double.longBitsToDouble(bits - 1);
            }
            double similarity = form.isEmpty() ? 0 : compare(form, forms);
            known.setPlain(forms.number(), Double.doubleToLongBits(similarity) + 1);
            return similarity;
        }
    }

    LabelForms(Profile profile) {
        this.rules = profile.normalization();
        this.unitInLabel = profile.values().unitInLabel();
        labels(profile).forEach(l -> known.computeIfAbsent(l, this::formsOf));
    }

    private static Stream<Label> labels(Profile profile) {
        Stream<BlockTemplate> blocks =
                profile.templates().stream().flatMap(t -> t.tables().stream()).flatMap(t -> t.blocks().stream());
        Stream<Label> inBlocks = blocks.flatMap(b -> Stream.concat(
                Stream.of(b.label(), b.rowHeader()).flatMap(Optional::stream),
                Stream.concat(b.columns().stream(), b.rows().stream())
                        .flatMap(Node::all)
                        .flatMap(n -> n.label().stream())));
        return Stream.concat(profile.sections().stream().map(Section::label), inBlocks);
    }

    /** The form of a printed label that is compared. */
    String fold(String printed) {
        String form = folded.get(printed);
        if (form == null) {
            form = foldAnew(printed);
            remember(folded, MEMORY, printed, form);
        }
        return form;
    }

    /** Reports of a family print the same labels: what was folded or compared once is kept, within a bound. */
    private static <K, V> void remember(Map<K, V> memory, int most, K key, V value) {
        if (memory.size() >= most) {
            memory.clear();
        }
        memory.put(key, value);
    }

    private String foldAnew(String printed) {
        String bare = unitInLabel.matcher(Simplified.of(compact(printed))).replaceAll("");
        String key = rules.key(bare);
        return key.isEmpty() ? rules.fold(bare) : key;
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

    /** The folded form of the mandated wording. */
    String preferred(Label label) {
        return forms(label).preferred();
    }

    private Forms forms(Label label) {
        Forms forms = known.get(label);
        if (forms == null) {
            throw new IllegalArgumentException("not a label of this profile: " + label.preferred());
        }
        return forms;
    }

    private Forms formsOf(Label label) {
        String preferred = fold(label.preferred());
        List<String> honest = new ArrayList<>();
        honest.add(preferred);
        label.also().forEach(a -> honest.add(fold(a)));
        List<String> hidden = label.hidden().stream().map(this::fold).toList();
        return new Forms(known.size(), preferred, honest, hidden);
    }

    /** How alike a printed text and a label are: 1 for a wording the profile gives, 0 for nothing in common. */
    double similarity(String printed, Label label) {
        return similarities(printed).to(label);
    }

    /** How alike a printed text and the labels are. */
    Similarities similarities(String printed) {
        String form = fold(printed);
        Similarities similarities = compared.get(form);
        if (similarities == null) {
            similarities = new Similarities(form);
            remember(compared, COMPARED, form, similarities);
        }
        return similarities;
    }

    private static double compare(String form, Forms forms) {
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
