package gouji.run;

import gouji.dataset.OutputException;
import gouji.source.Input;
import gouji.source.Reason;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What is known of each input from this run and from earlier ones.
 *
 * <p>A row is believed only if its digest is right and its settings (product, profiles, limits) are those of this run;
 * else the input is read again. Outcomes that depend on the machine are not kept: a lack of memory or a failure of ours
 * never, a timeout only for as long as the limit is the same.
 */
final class Results {
    private final Store store;
    private final Packing packing;
    private final Options options;

    Results(Store store, Packing packing, Options options) {
        this.store = store;
        this.packing = packing;
        this.options = options;
    }

    /** Keeps an outcome; durable after {@link #commit}. */
    void put(String sha256, Packed packed) throws OutputException {
        String settings = options.settings(packed.reason());
        String reason = packed.reason().map(Enum::name).orElse("");
        store.put(new Store.Row(
                sha256, settings, reason, digest(sha256, settings, reason, packed.body()), packed.body()));
    }

    void commit() throws OutputException {
        store.commit();
    }

    /** The digest of a kept outcome that can be believed and need not be tried again. */
    Optional<String> findDigest(String sha256) throws OutputException {
        return find(sha256)
                .filter(row -> !new Packed(reason(row.reason()), 0, row.body()).isFleeting())
                .map(Store.Row::digest);
    }

    /** The outcome of an input of this run. */
    Outcome get(String sha256) throws OutputException {
        Store.Row row = find(sha256)
                .orElseThrow(() -> new DamagedStoreException(
                        new IllegalStateException("the outcome of " + sha256 + " was lost after it was kept")));
        return packing.unpack(row.body());
    }

    private Optional<Store.Row> find(String sha256) throws OutputException {
        return store.find(sha256)
                .filter(row -> row.digest().equals(digest(sha256, row.settings(), row.reason(), row.body())))
                .filter(row -> row.settings().equals(options.settings(reason(row.reason()))));
    }

    private static Optional<Reason> reason(String name) {
        return name.isEmpty() ? Optional.empty() : Optional.of(Reason.valueOf(name));
    }

    private static String digest(String sha256, String settings, String reason, byte[] body) {
        ByteArrayOutputStream all = new ByteArrayOutputStream(body.length + 200);
        all.writeBytes((sha256 + "\n" + settings + "\n" + reason + "\n").getBytes(StandardCharsets.UTF_8));
        all.writeBytes(body);
        return Input.of("", all.toByteArray()).sha256();
    }
}
