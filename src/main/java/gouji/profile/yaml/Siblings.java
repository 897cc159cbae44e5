package gouji.profile.yaml;

import gouji.profile.Label;
import gouji.profile.Profile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Labels that stand beside each other: no two may be the same once normalised, or position alone would tell. */
final class Siblings {
    private final Profile.Normalization normalization;
    private final Map<String, String> taken = new HashMap<>();

    Siblings(Profile.Normalization normalization) {
        this.normalization = normalization;
    }

    /** Hidden forms are left out: damage may well look alike, and is believed only with position. */
    void add(Label label, At owner) {
        String code = owner.text("code", "");
        List<String> wordings = Stream.concat(Stream.of(label.preferred()), label.also().stream())
                .toList();
        for (String wording : wordings) {
            String key = normalization.key(wording);
            if (key.isEmpty()) {
                owner.problem("nothing is left of the label \"" + wording + "\" after normalization");
                continue;
            }
            String other = taken.putIfAbsent(key, code);
            if (other != null && !other.equals(code)) {
                owner.problem("the label \"" + wording + "\" is the same as one of " + other
                        + " after normalization (\"" + key + "\")");
            }
        }
    }
}
