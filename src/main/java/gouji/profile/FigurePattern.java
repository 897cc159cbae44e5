package gouji.profile;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a figure is stated in prose.
 *
 * @param code {@code requests.received_new.total} (then it counts only for templates that have the cell, see {@link
 *     Profile#figuresFor}), a code of the profile's own ({@code narrative.items}), or empty
 * @param phrase the words that name the figure, used where the pattern captures none
 * @param pattern matched on a sentence with its white space removed; named groups: {@code v} the number (required
 *     unless {@code value} is fixed), {@code u} its unit, {@code p} the naming words
 * @param value fixed value for a denial (未收到…申请 means 0); empty to take group {@code v}
 * @param unit unit used where the pattern captures none
 * @param sections sections it is looked for in; empty for all
 * @param check whether the table cell of the same code must agree (check {@code PROSE})
 * @param sum cells whose sum must agree instead; empty where {@code code} is a cell
 * @param row row code a check of {@code sum} or {@code ratio} is shown at; empty for that of the first cell
 * @param ratio how it is recomputed, where it is a percentage (checks {@code PROSE-SHARE}, {@code PROSE-CHANGE})
 * @param partOf code of the stated figure that figures of this code add up to (check {@code PROSE-PARTS}); or empty
 */
public record FigurePattern(
        String code,
        String phrase,
        Pattern pattern,
        Optional<String> value,
        String unit,
        List<String> sections,
        boolean check,
        List<String> sum,
        String row,
        Optional<Ratio> ratio,
        String partOf) {
    public FigurePattern {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(pattern, "pattern");
        Objects.requireNonNull(value, "value");
        sections = List.copyOf(sections);
        sum = List.copyOf(sum);
        Objects.requireNonNull(row, "row");
        Objects.requireNonNull(ratio, "ratio");
        Objects.requireNonNull(partOf, "partOf");
    }
}
