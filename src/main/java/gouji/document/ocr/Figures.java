package gouji.document.ocr;

import gouji.document.Alternative;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Figures in what a line model saw: an alphabet of digits and a few marks, to which look-alikes are added (an O is a 0),
 * and the likeliest strings by prefix beam search over a CTC output (Graves 2006; the search of Hannun 2014 without a
 * language model).
 */
public final class Figures {
    /** The characters of a figure; a class is an index into it. */
    public static final String ALPHABET = "0123456789.,-/";

    private static final String[] LOOK_ALIKE = {
        "0OoQD〇○。口０◯οОΟΩ∩⊙◎θ",
        "1lI|丨１",
        "2Zz２",
        "3３",
        "4４",
        "5５",
        "6６",
        "7７",
        "8８",
        "9９q",
        ".．·",
        ",，",
        "-—－一–―ー_",
        "/／"
    };
    private static final int BEAM = 12;
    private static final Map<Character, Integer> CLASS = classes();

    private Figures() {}

    private static Map<Character, Integer> classes() {
        Map<Character, Integer> map = new HashMap<>();
        for (int i = 0; i < LOOK_ALIKE.length; i++) {
            for (char c : LOOK_ALIKE[i].toCharArray()) {
                map.put(c, i);
            }
        }
        return map;
    }

    /** Index in the alphabet of a character or of the one it looks like; -1 for none. */
    public static int classOf(char c) {
        return CLASS.getOrDefault(c, -1);
    }

    /** Whether the text is nothing but figures, marks and what looks like them. */
    public static boolean isFigure(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> classOf((char) c) >= 0);
    }

    private record Ends(double blank, double sign) {
        double sum() {
            return blank + sign;
        }
    }

    /** The likeliest strings, best first, with their probabilities; the empty string may be among them. */
    static List<Alternative> likeliest(double[][] steps, int most) {
        int k = ALPHABET.length();
        Map<String, Ends> beam = new HashMap<>();
        beam.put("", new Ends(1, 0));
        for (double[] p : steps) {
            Map<String, Ends> next = new HashMap<>();
            for (Map.Entry<String, Ends> e : beam.entrySet()) {
                extend(e.getKey(), e.getValue(), p, k, next);
            }
            beam = pruned(next);
        }
        List<Alternative> all = new ArrayList<>();
        beam.forEach((text, ends) -> all.add(new Alternative(text, Math.min(1, ends.sum()))));
        all.sort(Comparator.comparingDouble(Alternative::score).reversed().thenComparing(Alternative::text));
        return all.subList(0, Math.min(most, all.size()));
    }

    private static void extend(String prefix, Ends ends, double[] p, int k, Map<String, Ends> next) {
        add(next, prefix, ends.sum() * p[k], 0);
        int last = prefix.isEmpty() ? -1 : ALPHABET.indexOf(prefix.charAt(prefix.length() - 1));
        for (int c = 0; c < k; c++) {
            if (p[c] < 1e-5) {
                continue;
            }
            if (c == last) {
                add(next, prefix, 0, ends.sign() * p[c]);
                add(next, prefix + ALPHABET.charAt(c), 0, ends.blank() * p[c]);
            } else {
                add(next, prefix + ALPHABET.charAt(c), 0, ends.sum() * p[c]);
            }
        }
    }

    private static void add(Map<String, Ends> next, String key, double blank, double sign) {
        if (blank + sign > 0) {
            next.merge(key, new Ends(blank, sign), (a, b) -> new Ends(a.blank() + b.blank(), a.sign() + b.sign()));
        }
    }

    private static Map<String, Ends> pruned(Map<String, Ends> all) {
        if (all.size() <= BEAM) {
            return all;
        }
        Map<String, Ends> best = new HashMap<>();
        all.entrySet().stream()
                .sorted(Comparator.comparingDouble(
                                (Map.Entry<String, Ends> e) -> -e.getValue().sum())
                        .thenComparing(Map.Entry::getKey))
                .limit(BEAM)
                .forEach(e -> best.put(e.getKey(), e.getValue()));
        return best;
    }
}
