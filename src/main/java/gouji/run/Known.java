package gouji.run;

import gouji.dataset.OutputException;
import gouji.source.Entry;
import gouji.source.Input;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which inputs have an outcome that can be believed, by {@link Entry#key}; asks the results once for each. */
final class Known {
    private final Results results;
    private final Map<String, String> digests = new HashMap<>();

    Known(Results results) {
        this.results = results;
    }

    /** Whether the content must still be read. */
    boolean isWanted(String key) {
        if (digests.containsKey(key)) {
            return false;
        }
        try {
            Optional<String> digest = results.findDigest(key);
            digest.ifPresent(d -> digests.put(key, d));
            return digest.isEmpty();
        } catch (OutputException e) {
            return true;
        }
    }

    /** Digest of the outcome of an input that can be believed, if it was asked for. */
    Optional<String> findDigest(String key) {
        return Optional.ofNullable(digests.get(key));
    }

    /**
     * A digest of all a dataset is made from.
     *
     * @param settings what it depends on besides the entries
     */
    String digest(String settings, List<Entry> entries) {
        StringBuilder all = new StringBuilder(settings);
        for (Entry e : entries) {
            all.append('\n')
                    .append(String.join(
                            "\t",
                            e.path(),
                            e.pathRaw(),
                            e.member(),
                            e.sha256().orElse(""),
                            Long.toString(e.bytes()),
                            e.kind().name(),
                            e.problem().map(Enum::name).orElse(""),
                            e.detail(),
                            e.sha256().isPresent() ? digests.getOrDefault(e.key(), "") : ""));
        }
        return Input.of("", all.toString().getBytes(StandardCharsets.UTF_8)).sha256();
    }
}
