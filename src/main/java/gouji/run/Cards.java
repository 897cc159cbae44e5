package gouji.run;

import gouji.dataset.Json;
import gouji.dataset.OutputException;
import gouji.panel.Filings;
import gouji.source.Entry;
import gouji.source.Input;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * What checks between reports need of each report, kept beside its outcome, so that the outcome need not be unpacked for it
 * again. A card is believed only if it was made of the same outcome under the same file name.
 */
final class Cards {
    private static final int DIGEST = 64;

    private final Store store;
    private final Json json;

    Cards(Store store, Json json) {
        this.store = store;
        this.json = json;
    }

    /** @param outcome digest of the outcome, see {@link Results#findDigest} */
    Optional<Filings.Card> find(Entry e, String outcome) throws OutputException {
        Optional<byte[]> kept = store.findNote(name(e));
        if (kept.isEmpty() || kept.get().length <= DIGEST) {
            return Optional.empty();
        }
        byte[] body = java.util.Arrays.copyOfRange(kept.get(), DIGEST, kept.get().length);
        String digest = new String(kept.get(), 0, DIGEST, StandardCharsets.ISO_8859_1);
        if (!digest.equals(digest(e, outcome, body))) {
            return Optional.empty();
        }
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(body))) {
            return Optional.of(json.read(in.readAllBytes(), Filings.Card.class));
        } catch (IOException | IllegalArgumentException x) {
            return Optional.empty();
        }
    }

    /** Keeps a card; durable after the store's commit. */
    void put(Entry e, String outcome, Filings.Card card) throws OutputException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(body)) {
            out.write(json.line(card));
        } catch (IOException x) {
            throw new java.io.UncheckedIOException("memory cannot be written", x);
        }
        ByteArrayOutputStream note = new ByteArrayOutputStream();
        note.writeBytes(digest(e, outcome, body.toByteArray()).getBytes(StandardCharsets.ISO_8859_1));
        note.writeBytes(body.toByteArray());
        store.putNote(name(e), note.toByteArray());
    }

    private static String name(Entry e) {
        return "card " + e.key();
    }

    private static String digest(Entry e, String outcome, byte[] body) {
        ByteArrayOutputStream all = new ByteArrayOutputStream(body.length + 200);
        all.writeBytes((e.name() + "\n" + outcome + "\n").getBytes(StandardCharsets.UTF_8));
        all.writeBytes(body);
        return Input.of("", all.toByteArray()).sha256();
    }
}
