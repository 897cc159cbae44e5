package gouji.body;

import java.util.Locale;

/** Rank of a body; {@link #ZONE} for development zones and the like, which are no division of GB/T 2260. */
public enum Level {
    MINISTRY,
    PROVINCE,
    PREFECTURE,
    COUNTY,
    TOWNSHIP,
    ZONE;

    /** The word in the files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException naming the word when it is none */
    public static Level of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
