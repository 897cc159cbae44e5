package gouji.run;

import gouji.source.Entry;
import gouji.source.Reason;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Reads small inputs in this process, which starts no other one for them; whatever is not settled there, cleanly and
 * soon, is read by a process of its own, and that one's word counts. Once an input was not done in time nothing more is
 * read in this process.
 */
final class CautiousWorker implements Worker {
    private static final long MOST_BYTES = 4L << 20;
    private static final Set<Reason> NOT_CLEAN = EnumSet.of(Reason.CRASH, Reason.MEMORY, Reason.TIMEOUT);

    private final Worker here;
    private final Worker apart;
    private final AtomicBoolean trust;

    /**
     * @param here reads in this process, with a short limit of time
     * @param apart reads in a process of its own
     * @param trust whether this process is still good for reading
     */
    CautiousWorker(Worker here, Worker apart, AtomicBoolean trust) {
        this.here = here;
        this.apart = apart;
        this.trust = trust;
    }

    @Override
    public Packed read(Entry entry) throws InterruptedException {
        if (trust.get() && entry.bytes() <= MOST_BYTES) {
            Packed packed = here.read(entry);
            if (packed.reason().filter(NOT_CLEAN::contains).isEmpty()) {
                return packed;
            }
            trust.set(!packed.reason().filter(r -> r == Reason.TIMEOUT).isPresent());
        }
        return apart.read(entry);
    }

    @Override
    public void close() {
        here.close();
        apart.close();
    }
}
