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
 */
public record NarrativeFigure(
        String section,
        String code,
        String phrase,
        BigDecimal value,
        String unit,
        String raw,
        Place place,
        boolean check) {}
