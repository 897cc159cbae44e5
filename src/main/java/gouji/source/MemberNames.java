package gouji.source;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Names of the members of one archive: each once, and in Chinese where they are. */
final class MemberNames {
    static final Charset GB18030 = Charset.forName("GB18030");

    private final Map<String, Integer> times = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    /** The name itself the first time; then followed by {@code #2}, {@code #3}, …. */
    String unique(String name) {
        String unique = name;
        while (!taken.add(unique)) {
            unique = name + "#" + (times.merge(name, 1, Integer::sum) + 1);
        }
        return unique;
    }

    /** A name read one byte a character: UTF-8 if it can be, else GB18030: what Chinese Windows writes. */
    static String decoded(String latin) {
        if (latin.chars().anyMatch(c -> c > 0xFF)) {
            return latin;
        }
        byte[] raw = latin.getBytes(StandardCharsets.ISO_8859_1);
        return RawName.strict(raw, StandardCharsets.UTF_8)
                .or(() -> RawName.strict(raw, GB18030))
                .orElse(latin);
    }
}
