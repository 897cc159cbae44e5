package gouji.office;

import java.text.Normalizer;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A body that reports.
 *
 * @param name as an office writes it
 * @param code its key in the column {@code body} of reports.csv; empty for none
 */
public record Body(String name, String code) {
    private static final Pattern NOISE = Pattern.compile("[\\s\\p{Z}\\p{Cf}\\p{P}]+");
    private static final Pattern GOVERNMENT = Pattern.compile("(?<=[省市县区旗州盟镇乡])人民政府$");

    public Body {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(code, "code");
    }

    /**
     * What names are compared by: NFKC, no white space, no punctuation, and 宿迁市人民政府 is 宿迁市. A government's
     * office (人民政府办公室) stays a body of its own.
     */
    public static String key(String name) {
        String plain =
                NOISE.matcher(Normalizer.normalize(name, Normalizer.Form.NFKC)).replaceAll("");
        return GOVERNMENT.matcher(plain).replaceAll("");
    }

    /** Whether the report is of this body: by its key where both have one, else by the printed name. */
    public boolean filed(Filing filing) {
        return !code.isEmpty() && code.equals(filing.body())
                || !name.isEmpty() && key(name).equals(key(filing.issuer()));
    }
}
