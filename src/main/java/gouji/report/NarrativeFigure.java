package gouji.report;

import gouji.document.Place;
import java.math.BigDecimal;

/**
 * A figure stated in prose.
 *
 * @param section code of the section, empty outside any
 * @param code canonical code ({@code requests.received_new.total}) or empty
 * @param phrase the words that name it
 * @param value the figure
 * @param unit unit as printed, may be empty
 * @param raw the words it was taken from, as printed
 * @param place where its paragraph begins
 * @param check whether the table cell of the same code must agree with it
 * @param negated whether it is a denial (未收到…申请): the value 0 is said in words
 * @param period which time it is about
 * @param step what one of its last printed digit counts: 1 of 45, 0.1 of 45.3, 1000 of 1.2万
 */
public record NarrativeFigure(
        String section,
        String code,
        String phrase,
        BigDecimal value,
        String unit,
        String raw,
        Place place,
        boolean check,
        boolean negated,
        Period period,
        BigDecimal step) {
    /** Which time a figure is about. */
    public enum Period {
        THIS_YEAR,
        LAST_YEAR,
        CUMULATIVE;

        /** The word in the files. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /** A figure about the year reported on, said in digits. */
    public NarrativeFigure(
            String section,
            String code,
            String phrase,
            BigDecimal value,
            String unit,
            String raw,
            Place place,
            boolean check) {
        this(section, code, phrase, value, unit, raw, place, check, false, Period.THIS_YEAR, value.ulp());
    }
}
