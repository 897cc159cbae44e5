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
 * @param body see {@link Packed}
 * @param who who reports; empty texts where there is no report
 * @param fate its row in the ledger
 */
record Reading(Spot spot, byte[] body, Who who, Fate fate) implements Serializable {
    /** See {@link Gathering.Who}. */
    record Who(String series, String body, String profile, String name) implements Serializable {
        private static final Who NOBODY = new Who("", "", "", "");

        static Who of(Gathering.Who who) {
            return new Who(who.series(), who.body(), who.profile(), who.name());
        }
    }

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

    static Reading of(Spot spot, byte[] body, Gathering assembly) {
        Entry entry = spot.entry();
        Gathering.Alone alone = assembly.alone(new Gathering.Read(entry, body));
        return new Reading(
                spot, body, alone.who().map(Who::of).orElse(Who.NOBODY), Fate.of(entry.key(), alone.ledger()));
    }

    boolean isReport() {
        return !who.series().isEmpty();
    }

    Gathering.Read read() {
        return new Gathering.Read(spot.entry(), body);
    }
}
