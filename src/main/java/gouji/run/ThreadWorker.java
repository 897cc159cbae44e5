package gouji.run;

import gouji.source.Entry;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Reads each input in a thread of its own. An input that takes too long is given up: its thread is interrupted and
 * abandoned, for Java cannot end a thread.
 */
final class ThreadWorker implements Worker {
    /** Deeply nested content is to fail the same way everywhere, whatever the machine's default. */
    static final long STACK_BYTES = 2L << 20;

    private final Attempt attempt;
    private final Options options;
    private final Packing packing;

    ThreadWorker(Attempt attempt, Options options, Packing packing) {
        this.attempt = attempt;
        this.options = options;
        this.packing = packing;
    }

    @Override
    public Packed read(Entry entry) throws InterruptedException {
        CompletableFuture<Packed> result = new CompletableFuture<>();
        Thread thread = thread(() -> attempt.of(entry), result);
        try {
            return result.get(options.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return options.late(packing);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CannotGoOnException stop) {
                throw stop;
            }
            throw new IllegalStateException("the outcome of " + entry.name() + " was not made", e.getCause());
        } finally {
            thread.interrupt();
        }
    }

    private static Thread thread(java.util.function.Supplier<Packed> work, CompletableFuture<Packed> result) {
        Runnable run = () -> {
            try {
                result.complete(work.get());
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        };
        Thread thread = new Thread(null, run, "read", STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    @Override
    public void close() {
        // a thread still reading ends with the process
    }
}
