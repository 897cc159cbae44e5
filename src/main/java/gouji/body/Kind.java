package gouji.body;

import java.util.Locale;

/** What a body is. A government and its office are two bodies. */
public enum Kind {
    GOVERNMENT,
    OFFICE,
    DEPARTMENT,
    ENTERPRISE;

    /** The word in the files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
