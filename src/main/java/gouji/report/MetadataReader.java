package gouji.report;

import gouji.document.CjkRadicals;
import gouji.document.Finding;
import gouji.document.Place;
import gouji.profile.Profile;
import gouji.table.Prose;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Title, issuer, year and publication date, as printed. */
final class MetadataReader {
    /** Paragraphs from the top in which the title is looked for. */
    private static final int TITLE_WITHIN = 20;
    /** Lines a title may be broken over. */
    private static final int TITLE_LINES = 4;

    /** Longest name of a body, in characters. */
    private static final int LONGEST_NAME = 40;

    private static final String HAN_DIGITS = "〇一二三四五六七八九";
    private static final Pattern YEAR_IN_WORDS = Pattern.compile("二[〇○零][一二三四五六七八九〇○零]{2}(?=年)");

    private final Profile.Metadata patterns;
    private final WitnessDoubts doubts;
    private final List<Finding> findings;

    /**
     * @param known what was noticed of the layout
     * @param findings where to put what is noticed here
     */
    MetadataReader(Profile profile, List<Finding> known, List<Finding> findings) {
        this.patterns = profile.metadata();
        this.doubts = new WitnessDoubts(known);
        this.findings = findings;
    }

    /** A title found: the match on the compact text, the text as printed, and its lines. */
    private record Title(Matcher match, String printed, List<Prose> lines) {}

    /** A pattern found in a line. */
    private record Found(Matcher match, Prose line) {}

    Metadata read(List<Prose> prose) {
        Optional<Integer> fromPeriod = fromStart(patterns.period(), prose)
                .flatMap(f -> group(f.match(), "year"))
                .map(Integer::valueOf);
        Optional<Title> title = title(prose, fromPeriod);
        String issuer = title.flatMap(t -> group(t.match(), "issuer").map(i -> issuer(i, t, prose)))
                .or(() -> fromEnd(patterns.issuer(), prose).flatMap(f -> group(f.match(), "issuer")))
                .or(() -> fromEnd(patterns.issuer(), pairs(prose)).flatMap(f -> group(f.match(), "issuer")))
                .orElse("");
        Optional<Integer> fromTitle =
                title.flatMap(t -> group(t.match(), "year")).map(Integer::valueOf);
        Optional<Found> published = fromEnd(patterns.published(), prose);
        title.ifPresent(t -> findings.addAll(doubts.of("title", t.lines())));
        published.ifPresent(f -> findings.addAll(doubts.of("date of publication", List.of(f.line()))));
        findings.addAll(doubts.differing(issuer, prose));
        reportYears(fromTitle, fromPeriod);
        return new Metadata(
                title.map(Title::printed).orElse(""), issuer, fromTitle.or(() -> fromPeriod), date(published));
    }

    private static String issuer(String compact, Title title, List<Prose> prose) {
        String whole = whole(compact, title, prose);
        return whole.equals(compact) ? spaced(compact, title.printed()) : whole;
    }

    /** With the spaces between its words, in a script that has them: found compact, given as printed. */
    private static String spaced(String compact, String printed) {
        boolean spaces =
                compact.codePoints().noneMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
        if (!spaces) {
            return compact;
        }
        String apart = compact.codePoints()
                .mapToObj(c -> Pattern.quote(Character.toString(c)))
                .collect(java.util.stream.Collectors.joining("\\s*"));
        Matcher m = Pattern.compile(apart).matcher(printed);
        return m.find() ? m.group().replaceAll("\\s+", " ") : compact;
    }

    private void reportYears(Optional<Integer> title, Optional<Integer> period) {
        if (title.isPresent() && period.isPresent() && !title.equals(period)) {
            findings.add(Finding.warning(
                    "YEAR_CONFLICT",
                    "The title says " + title.get() + ", the stated period says " + period.get()
                            + "; the title's year was taken.",
                    Place.UNKNOWN));
        } else if (title.isEmpty() && period.isEmpty()) {
            findings.add(
                    Finding.warning("YEAR_UNKNOWN", "Neither the title nor a period names a year.", Place.UNKNOWN));
        } else if (title.isEmpty() || period.isEmpty()) {
            findings.add(Finding.info(
                    "YEAR_ONE_WITNESS",
                    "Only the " + (title.isPresent() ? "title" : "stated period") + " names the year.",
                    Place.UNKNOWN));
        }
    }

    /**
     * The issuer with what the line before the title adds to it, if the two together are named elsewhere too: a title broken
     * inside a name.
     */
    private static String whole(String issuer, Title title, List<Prose> prose) {
        int first = prose.indexOf(title.lines().get(0));
        if (first <= 0) {
            return issuer;
        }
        String joined = LabelForms.compact(prose.get(first - 1).text()) + issuer;
        boolean named = joined.length() <= LONGEST_NAME
                && prose.stream()
                        .filter(p -> !title.lines().contains(p))
                        .anyMatch(p -> LabelForms.compact(p.text()).contains(joined));
        return named ? joined : issuer;
    }

    /** Each two lines that follow one another as one: a signature over its date. */
    private static List<Prose> pairs(List<Prose> prose) {
        List<Prose> pairs = new ArrayList<>();
        for (int i = 0; i + 1 < prose.size(); i++) {
            Prose line = prose.get(i);
            if (line.text().length() <= LONGEST_NAME) {
                pairs.add(new Prose(line.text() + prose.get(i + 1).text(), line.place(), 0));
            }
        }
        return pairs;
    }

    /** The first title of the year the report says it covers, else the first. */
    private Optional<Title> title(List<Prose> prose, Optional<Integer> period) {
        Optional<Title> first = title(prose, t -> true);
        Optional<String> year = first.flatMap(t -> group(t.match(), "year"));
        boolean other = year.isPresent()
                && period.isPresent()
                && !year.get().equals(period.get().toString());
        if (!other) {
            return first;
        }
        Optional<Title> covered = title(
                prose,
                t -> group(t.match(), "year")
                        .filter(y -> y.equals(period.get().toString()))
                        .isPresent());
        covered.ifPresent(t -> findings.add(Finding.warning(
                "TITLES_DIFFER",
                "Titles of several years stand at the top; the one of the stated period, " + period.get()
                        + ", was taken.",
                t.lines().get(0).place())));
        return covered.or(() -> first);
    }

    /** By pattern, then by number of lines, then from the top: a title on one line is preferred to a joined one. */
    private Optional<Title> title(List<Prose> prose, Predicate<Title> wanted) {
        int within = Math.min(prose.size(), TITLE_WITHIN);
        for (Pattern pattern : patterns.title()) {
            for (int lines = 1; lines <= TITLE_LINES; lines++) {
                for (int from = 0; from + lines <= within; from++) {
                    Optional<Title> title =
                            titleAt(pattern, prose.subList(from, from + lines)).filter(wanted);
                    if (title.isPresent()) {
                        return title;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Title> titleAt(Pattern pattern, List<Prose> lines) {
        String printed = lines.stream().map(Prose::text).collect(java.util.stream.Collectors.joining());
        Matcher m = pattern.matcher(withDigits(LabelForms.compact(printed)));
        return m.matches()
                ? Optional.of(new Title(m, CjkRadicals.fold(printed).strip(), List.copyOf(lines)))
                : Optional.empty();
    }

    /** 二〇二三年 as 2023年. */
    private static String withDigits(String text) {
        Matcher m = YEAR_IN_WORDS.matcher(text);
        return m.find()
                ? text.substring(0, m.start())
                        + m.group()
                                .replaceAll("[〇○零]", "0")
                                .codePoints()
                                .mapToObj(c -> HAN_DIGITS.indexOf(c) < 0
                                        ? Character.toString(c)
                                        : String.valueOf(HAN_DIGITS.indexOf(c)))
                                .collect(java.util.stream.Collectors.joining())
                        + text.substring(m.end())
                : text;
    }

    private static String date(Optional<Found> published) {
        return published
                .map(Found::match)
                .map(m -> String.format(
                        Locale.ROOT,
                        "%s-%02d-%02d",
                        m.group("y"),
                        Integer.parseInt(m.group("m")),
                        Integer.parseInt(m.group("d"))))
                .orElse("");
    }

    private static Optional<Found> fromStart(List<Pattern> patterns, List<Prose> prose) {
        return find(patterns, prose);
    }

    private static Optional<Found> fromEnd(List<Pattern> patterns, List<Prose> prose) {
        List<Prose> reversed = new ArrayList<>(prose);
        java.util.Collections.reverse(reversed);
        return find(patterns, reversed);
    }

    private static Optional<Found> find(List<Pattern> patterns, List<Prose> prose) {
        for (Pattern pattern : patterns) {
            for (Prose p : prose) {
                Matcher m = pattern.matcher(LabelForms.compact(p.text()));
                if (m.find()) {
                    return Optional.of(new Found(m, p));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> group(Matcher m, String name) {
        if (!m.pattern().pattern().contains("(?<" + name + ">")) {
            return Optional.empty();
        }
        return Optional.ofNullable(m.group(name)).filter(s -> !s.isEmpty());
    }
}
