package gouji.report;

import gouji.document.Place;
import gouji.profile.FigurePattern;
import gouji.profile.Profile;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds figures stated in prose. Patterns are tried in the profile's order on each sentence; a number belongs to the
 * first pattern that claims it.
 */
final class FigureReader {
    /** Longest sentence looked at, in characters: longer ones are no prose. */
    private static final int LONGEST = 2000;

    /** Marks of footnotes: folding would make digits of them. */
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private static final String CLAUSE_ENDS = ",:()";

    private final List<FigurePattern> patterns;
    private final Map<NarrativeFigure.Period, Pattern> periods = new EnumMap<>(NarrativeFigure.Period.class);

    /**
     * @param profile the family
     * @param cells codes of the report's cells: a pattern whose code, or whose percentage, is of a cell of another template is not tried
     */
    FigureReader(Profile profile, Set<String> cells) {
        this.patterns = profile.figures().stream()
                .filter(f -> cells.contains(f.code()) || !profile.namesCell(f.code()))
                .filter(f -> f.ratio().map(r -> cells.containsAll(r.part())).orElse(true))
                .toList();
        profile.periods()
                .forEach((code, pattern) ->
                        periods.put(NarrativeFigure.Period.valueOf(code.toUpperCase(Locale.ROOT)), pattern));
    }

    /**
     * A sentence without white space, and where each of its characters stands in the text as printed.
     *
     * @param text NFKC, no white space
     * @param printed index in {@code source} of each character
     * @param source what it is a sentence of
     */
    private record Sentence(String text, int[] printed, RunningText source) {}

    List<NarrativeFigure> read(List<Sections.Part> parts) {
        boolean headed = parts.stream().anyMatch(p -> !p.code().isEmpty());
        Set<String> denied = new HashSet<>();
        List<NarrativeFigure> figures = new ArrayList<>();
        for (Sections.Part part : parts) {
            for (RunningText running : RunningText.of(part.paragraphs())) {
                for (Sentence sentence : sentences(running)) {
                    figures.addAll(read(sentence, part.code(), headed, denied));
                }
            }
        }
        return figures;
    }

    /** A figure and where it begins in its sentence, for the order of reading. */
    private record Found(int at, NarrativeFigure figure) {}

    /** @param denied codes a denial was already found for: saying 未收到申请 twice states one figure */
    private List<NarrativeFigure> read(Sentence sentence, String section, boolean headed, Set<String> denied) {
        BitSet taken = new BitSet();
        List<Found> found = new ArrayList<>();
        boolean figures = sentence.text().chars().anyMatch(c -> c >= '0' && c <= '9');
        for (FigurePattern pattern : patterns) {
            if (!figures && pattern.value().isEmpty()) {
                continue;
            }
            if (headed && !pattern.sections().isEmpty() && !pattern.sections().contains(section)) {
                continue;
            }
            Matcher m = pattern.pattern().matcher(sentence.text());
            while (m.find()) {
                claim(pattern, m, sentence, section, taken)
                        .filter(f -> pattern.value().isEmpty() || denied.add(pattern.code() + pattern.phrase()))
                        .ifPresent(found::add);
            }
        }
        found.sort(java.util.Comparator.comparingInt(Found::at));
        return found.stream().map(Found::figure).toList();
    }

    /** What the last printed digit counts: 0.1 of 45.3, 1000 of 1.2万. */
    private static BigDecimal step(String text) {
        String digits = text.replace(",", "").replaceAll("[万亿]$", "");
        BigDecimal ulp = new BigDecimal(digits).ulp();
        return text.endsWith("万")
                ? ulp.multiply(BigDecimal.valueOf(10_000))
                : text.endsWith("亿") ? ulp.multiply(BigDecimal.valueOf(100_000_000)) : ulp;
    }

    private Optional<Found> claim(FigurePattern pattern, Matcher m, Sentence sentence, String section, BitSet taken) {
        boolean fixed = pattern.value().isPresent();
        int from = fixed ? m.start() : m.start("v");
        int to = fixed ? m.end() : m.end("v");
        if (from < 0 || to <= from || taken.get(from, to).cardinality() > 0) {
            return Optional.empty();
        }
        Optional<BigDecimal> value = pattern.value().map(BigDecimal::new).or(() -> number(m.group("v")));
        if (value.isEmpty()) {
            return Optional.empty();
        }
        taken.set(from, to);
        String unit = group(m, "u").orElse(pattern.unit());
        String phrase = group(m, "p").orElse(pattern.phrase());
        NarrativeFigure.Period period = period(sentence.text(), from);
        boolean checked = pattern.check()
                || pattern.ratio().isPresent()
                || !pattern.partOf().isEmpty();
        boolean check = checked && period == NarrativeFigure.Period.THIS_YEAR;
        Place place = sentence.source().placeAt(sentence.printed()[m.start()]);
        String raw =
                sentence.source().text().substring(sentence.printed()[m.start()], sentence.printed()[m.end() - 1] + 1);
        return Optional.of(new Found(
                from,
                new NarrativeFigure(
                        section,
                        pattern.code(),
                        phrase,
                        value.get(),
                        unit,
                        raw,
                        place,
                        check,
                        fixed,
                        period,
                        fixed ? value.get().ulp() : step(m.group("v")))));
    }

    /** By the words of its clause before it, and of the clause before that where it states no figure itself. */
    private NarrativeFigure.Period period(String sentence, int at) {
        int begin = clauseBegin(sentence, at);
        int earlier = clauseBegin(sentence, Math.max(0, begin - 1));
        boolean figures = sentence.substring(earlier, begin).chars().anyMatch(c -> c >= '0' && c <= '9');
        String before = sentence.substring(figures ? begin : earlier, at);
        return periods.entrySet().stream()
                .filter(e -> e.getValue().matcher(before).find())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(NarrativeFigure.Period.THIS_YEAR);
    }

    private static int clauseBegin(String sentence, int at) {
        int begin = at;
        while (begin > 0 && CLAUSE_ENDS.indexOf(sentence.charAt(begin - 1)) < 0) {
            begin--;
        }
        return begin;
    }

    private static Optional<String> group(Matcher m, String name) {
        if (!m.pattern().pattern().contains("(?<" + name + ">")) {
            return Optional.empty();
        }
        return Optional.ofNullable(m.group(name)).filter(s -> !s.isEmpty());
    }

    /** {@code 1,121}, {@code 48.5}, {@code 1.2万}; empty when it is no number after all. */
    private static Optional<BigDecimal> number(String text) {
        String s = text.replace(",", "");
        BigDecimal factor = BigDecimal.ONE;
        if (s.endsWith("万")) {
            factor = BigDecimal.valueOf(10_000);
        } else if (s.endsWith("亿")) {
            factor = BigDecimal.valueOf(100_000_000);
        }
        String digits = s.replaceAll("[万亿]$", "");
        if (!digits.matches("[0-9]+(\\.[0-9]+)?")) {
            return Optional.empty();
        }
        BigDecimal value = new BigDecimal(digits);
        return Optional.of(factor.equals(BigDecimal.ONE) ? value : plain(value.multiply(factor)));
    }

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static List<Sentence> sentences(RunningText running) {
        String paragraph = running.text();
        List<Sentence> sentences = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        List<Integer> printed = new ArrayList<>();
        for (int i = 0; i < paragraph.length(); i++) {
            char c = paragraph.charAt(i);
            if (RunningText.SENTENCE_ENDS.indexOf(c) >= 0 || isFullStop(paragraph, i)) {
                close(sentences, text, printed, running);
                continue;
            }
            if (RAISED.indexOf(c) >= 0) {
                continue;
            }
            String folded = LabelForms.compact(Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC));
            for (int k = 0; k < folded.length(); k++) {
                text.append(folded.charAt(k));
                printed.add(i);
            }
        }
        close(sentences, text, printed, running);
        return sentences;
    }

    /** The point of a Latin sentence: behind a word, and a space behind it. */
    private static boolean isFullStop(String text, int i) {
        return text.charAt(i) == '.'
                && i > 0
                && i + 1 < text.length()
                && Character.isWhitespace(text.charAt(i + 1))
                && (Character.UnicodeScript.of(text.charAt(i - 1)) == Character.UnicodeScript.LATIN
                        || ")%".indexOf(text.charAt(i - 1)) >= 0);
    }

    private static void close(
            List<Sentence> sentences, StringBuilder text, List<Integer> printed, RunningText running) {
        if (text.length() > 0 && text.length() <= LONGEST) {
            int[] places = printed.stream().mapToInt(Integer::intValue).toArray();
            sentences.add(new Sentence(text.toString(), places, running));
        }
        text.setLength(0);
        printed.clear();
    }
}
