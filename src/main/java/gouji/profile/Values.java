package gouji.profile;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How figures are written.
 *
 * @param missing marks of an empty cell and what each means (SDMX observation status); the empty string is one
 * @param group thousands marks that may stand inside a number
 * @param decimal decimal marks
 * @param unitFactor factor from a printed unit to the base unit of its kind ({@code 元: 1, 万元: 10000})
 * @param units counting words that may stand behind a figure without changing it ({@code 件}, {@code 份})
 * @param unitInLabel pattern whose group {@code unit} takes the unit out of a label ({@code （单位：元）}); its match
 *     is dropped before labels are compared
 */
public record Values(
        Map<String, Missing> missing,
        List<String> group,
        List<String> decimal,
        Map<String, BigDecimal> unitFactor,
        List<String> units,
        Pattern unitInLabel) {
    /** Why a cell holds no figure. */
    public enum Missing {
        BLANK,
        NOT_APPLICABLE,
        NONE
    }

    public Values {
        missing = Collections.unmodifiableMap(new LinkedHashMap<>(missing));
        group = List.copyOf(group);
        decimal = List.copyOf(decimal);
        unitFactor = Collections.unmodifiableMap(new LinkedHashMap<>(unitFactor));
        units = List.copyOf(units);
    }
}
