package gouji.run.spark;

import gouji.dataset.LedgerRow;
import gouji.run.Gathering;
import gouji.run.Packed;
import gouji.source.Entry;
import java.io.Serializable;
import java.util.Optional;

/**
 * An input that was read.
 *
 * @param reason why there is no report; empty where there is one
 * @param body see {@link Packed}
 * @param series see {@link Gathering.Alone}
 * @param fate its row in the ledger
 */
record Reading(Spot spot, String reason, byte[] body, String series, Fate fate) implements Serializable {
    /**
     * What the ledger says about an input.
     *
     * @param key see {@link Entry#key}
     */
    record Fate(
            String key,
            String path,
            String pathRaw,
            String member,
            String sha256,
            long bytes,
            LedgerRow.Status status,
            String reason,
            String detail,
            String reportId)
            implements Serializable {
        static Fate of(String key, LedgerRow r) {
            return new Fate(
                    key,
                    r.name().path(),
                    r.name().pathRaw(),
                    r.name().member(),
                    r.sha256(),
                    r.bytes(),
                    r.status(),
                    r.reason(),
                    r.detail(),
                    r.reportId());
        }

        LedgerRow row() {
            return new LedgerRow(
                    new LedgerRow.Name(path, pathRaw, member),
                    sha256,
                    bytes,
                    status,
                    reason,
                    detail,
                    reportId,
                    Optional.empty(),
                    LedgerRow.Counts.NONE);
        }
    }

    static Reading of(Spot spot, Packed packed, Gathering.Alone alone) {
        return new Reading(
                spot,
                packed.reason().map(Enum::name).orElse(""),
                packed.body(),
                alone.series(),
                Fate.of(spot.entry().key(), alone.ledger()));
    }

    Gathering.Read read() {
        return new Gathering.Read(spot.entry(), body);
    }
}
