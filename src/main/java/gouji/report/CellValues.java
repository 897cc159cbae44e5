package gouji.report;

import gouji.profile.ValueType;
import gouji.profile.Values;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the text of a cell as a figure, as a mark for a missing figure, or as words. */
final class CellValues {
    private final Values values;
    private final Pattern number;

    /** What a cell's text is. */
    enum Kind {
        FIGURE,
        MISSING,
        TEXT
    }

    /**
     * A cell's text understood.
     *
     * @param kind figure, missing mark (the empty cell too) or words
     * @param value the figure as printed, in {@code unit}
     * @param unit unit printed beside the figure, empty when none is
     * @param damaged whether characters had to be dropped to see the figure
     */
    record Reading(Kind kind, Optional<BigDecimal> value, String unit, boolean damaged) {}

    private static final Reading TEXT = new Reading(Kind.TEXT, Optional.empty(), "", false);
    private static final Reading MISSING = new Reading(Kind.MISSING, Optional.empty(), "", false);
    private static final Pattern THOUSANDS = Pattern.compile("[1-9][0-9]{0,2}([.,][0-9]{3})+");
    /** A no-break space that became a question mark on the way, before a figure. */
    private static final Pattern MARK_BEFORE = Pattern.compile("^[?\\s]+(?=[-0-9])");

    /** Marks of a footnote behind a figure; folding (NFKC) would make digits of some. */
    private static final Pattern NOTE =
            Pattern.compile("(?<=[0-9０-９])\\s*(?:[⁰¹²³⁴-⁹①-⒇❶-❿]+|\\[[0-9]{1,2}]|〔[0-9]{1,2}〕)$");
    /** Nothing but such marks. */
    private static final Pattern ONLY_NOTE = Pattern.compile("[⁰¹²³⁴-⁹①-⒇❶-❿]+");
    /** Digits with white space among them. */
    private static final Pattern GAP = Pattern.compile("[0-9]\\s+[0-9]");
    /** White space that groups thousands, or breaks a long figure at the end of a line. */
    private static final Pattern GROUPED_GAP =
            Pattern.compile("[^0-9]*[0-9]{1,3}(\\s[0-9]{3})+(?![0-9])[^0-9]*+(\\.[0-9]+)?.{0,3}");

    private static final Pattern BROKEN_LINE = Pattern.compile("[^0-9]*[0-9]{3,}\\s[0-9]{1,4}[^0-9]*");
    /** What stands for a figure but is none we can be sure of: a figure with an addition, a word for zero, a mark. */
    private static final Pattern SCRAP = Pattern.compile("(?:约|近|共|计|超|:|≈|减少?|增加?|[↓↑—])?[-+]?[0-9]++(?:[.,][0-9]++)*+"
            + "(?:[*#†‡\"”'.,。;、+%余多]{0,2}|[(\\[〔][^()\\[\\]〔〕]{0,12}[)\\]〕]|注[0-9]?|/[0-9]+)"
            + "|零|〇|○|O|o|\\.{3,}|一|ー|无此项");

    CellValues(Values values) {
        this.values = values;
        String group = values.group().stream().map(Pattern::quote).collect(Collectors.joining("|"));
        String decimal = values.decimal().stream().map(Pattern::quote).collect(Collectors.joining("|"));
        String unit = Stream.concat(values.unitFactor().keySet().stream(), values.units().stream())
                .distinct()
                .sorted((a, b) -> b.length() - a.length())
                .map(u -> Pattern.quote(Normalizer.normalize(u, Normalizer.Form.NFKC)))
                .collect(Collectors.joining("|"));
        this.number = Pattern.compile("(?<sign>[-+]?)(?<int>[0-9]{1,3}(?:(?:" + group + ")[0-9]{3})+|[0-9]+)(?:(?:"
                + decimal + ")(?<frac>[0-9]+))?(?<unit>" + unit + ")?");
    }

    Reading read(String raw) {
        if (ONLY_NOTE.matcher(raw.strip()).matches()) {
            return TEXT;
        }
        String s = signs(Normalizer.normalize(NOTE.matcher(raw.strip()).replaceFirst(""), Normalizer.Form.NFKC));
        if (isMissing(raw) || isMissing(LabelForms.compact(s))) {
            return MISSING;
        }
        Optional<Reading> plain = number(LabelForms.compact(s), isTorn(s.strip()));
        if (plain.isPresent()) {
            return plain.get();
        }
        Matcher mark = MARK_BEFORE.matcher(s);
        return mark.find()
                ? number(LabelForms.compact(mark.replaceFirst("")), true).orElse(TEXT)
                : TEXT;
    }

    /** Whether white space parts its digits that neither groups thousands nor breaks a line: two figures, perhaps. */
    private static boolean isTorn(String s) {
        return GAP.matcher(s).find()
                && !GROUPED_GAP.matcher(s).matches()
                && !BROKEN_LINE.matcher(s).matches();
    }

    /** Whether words stand where a figure is meant: they name nothing. */
    static boolean isScrap(String text) {
        return SCRAP.matcher(LabelForms.compact(text)).matches();
    }

    private boolean isMissing(String s) {
        return values.missing().containsKey(s) || s.isBlank();
    }

    private static String signs(String s) {
        return s.replace('\u2212', '-')
                .replace('\uFE63', '-')
                .replace('\u2010', '-')
                .replace('\u2011', '-');
    }

    private Optional<Reading> number(String compact, boolean damaged) {
        Matcher m = number.matcher(compact);
        if (!m.matches()) {
            return Optional.empty();
        }
        String digits = m.group("int").replaceAll("[^0-9]", "");
        String fraction = m.group("frac") == null ? "" : "." + m.group("frac");
        String sign = m.group("sign").equals("-") ? "-" : "";
        String unit = m.group("unit") == null ? "" : m.group("unit");
        return Optional.of(
                new Reading(Kind.FIGURE, Optional.of(new BigDecimal(sign + digits + fraction)), unit, damaged));
    }

    /** The figure in the wanted unit; unchanged where either unit has no factor or they are the same. */
    BigDecimal convert(BigDecimal value, String from, String to) {
        BigDecimal f = values.unitFactor().get(from);
        BigDecimal t = values.unitFactor().get(to);
        if (f == null || t == null || f.compareTo(t) == 0) {
            return value;
        }
        BigDecimal converted = value.multiply(f)
                .divide(t, value.scale() + 12, java.math.RoundingMode.UNNECESSARY)
                .stripTrailingZeros();
        return converted.scale() < 0 ? converted.setScale(0) : converted;
    }

    /** The whole number that a figure is if its points stand for the commas between thousands. */
    static Optional<BigDecimal> grouped(String text) {
        return THOUSANDS.matcher(text).matches()
                ? Optional.of(new BigDecimal(text.replaceAll("[.,]", "")))
                : Optional.empty();
    }

    /** Whether a figure is possible in a cell of this type. */
    static boolean fits(BigDecimal value, ValueType type) {
        boolean whole = value.stripTrailingZeros().scale() <= 0;
        return (type.signed() || value.signum() >= 0) && (type.kind() == ValueType.Kind.DECIMAL || whole);
    }
}
