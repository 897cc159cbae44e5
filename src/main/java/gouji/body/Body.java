package gouji.body;

import java.util.Objects;

/**
 * A public body.
 *
 * @param code GB/T 2260 code of the division it belongs to; empty for a ministry and a zone
 * @param level its rank
 * @param kind what it is
 * @param unit department, town or zone within the division; empty for a government and its office
 * @param parent code of the division above: of a county's government the prefecture, of its departments and towns the
 *     county
 */
public record Body(String code, Level level, Kind kind, String unit, String parent) {
    public Body {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(parent, "parent");
    }

    /** The same for every report of this body and no other: {@code 210600}, {@code 210600-office}, {@code 210600-统计局}. */
    public String key() {
        String division = code.isEmpty() ? parent : code;
        String within = kind == Kind.OFFICE ? unit + "office" : unit;
        if (division.isEmpty() || within.isEmpty()) {
            return division + within;
        }
        return division + "-" + within;
    }
}
