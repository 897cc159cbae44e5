package gouji.body;

import java.util.Objects;

/**
 * A division under one of its names.
 *
 * @param code GB/T 2260 code, six digits; for a zone a code of the statistics bureau
 * @param name official name
 * @param level its rank
 * @param parent code of the division above; empty for a province
 * @param from first year and month of the name ({@code 2015-06}); empty for before the lists begin
 * @param to last year and month; empty while it is in use
 * @param successor code of the division that took its place, or empty
 */
public record Division(String code, String name, Level level, String parent, String from, String to, String successor) {
    public Division {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(level, "level");
    }

    /** Whether a report on a year may use the name: in use that year, the year before or the year after. */
    boolean isUsedAbout(int year) {
        return (from.isEmpty() || yearOf(from) <= year + 1) && (to.isEmpty() || yearOf(to) >= year - 1);
    }

    private static int yearOf(String month) {
        return Integer.parseInt(month.substring(0, 4));
    }

    /** {@code 320302 鼓楼区}, as candidates are listed. */
    String shown() {
        return code + " " + name;
    }
}
