package gouji.run;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Makes the workers of a run. */
public abstract class Workers {
    private static final Duration SOON = Duration.ofSeconds(10);

    Workers() {}

    /** Workers that are threads of this process: for engines that can be trusted, as in tests. */
    public static Workers inThreads(Extractor extractor) {
        return new Workers() {
            @Override
            Worker make(Options options, Packing packing, boolean few) {
                return new ThreadWorker(new Attempt(extractor, packing), options, packing);
            }
        };
    }

    /**
     * Workers that are processes: an input that crashes, hangs or exhausts one costs itself, and nothing else.
     *
     * @param pages told how far a long document is
     */
    public static Workers inProcesses(WorkerCommand command, PageProgress pages) {
        return new Workers() {
            @Override
            Worker make(Options options, Packing packing, boolean few) {
                return new ProcessWorker(command.jvm(options.memoryMb(), few), pages, options, packing);
            }
        };
    }

    /**
     * Workers that read a few small inputs in this process, which starts faster, and all others and everything suspicious
     * in processes.
     *
     * @param extractor made once, when it is needed
     */
    public static Workers cautious(Supplier<Extractor> extractor, Workers processes) {
        AtomicBoolean trust = new AtomicBoolean(true);
        return new Workers() {
            private Optional<Attempt> attempt = Optional.empty();

            @Override
            Worker make(Options options, Packing packing, boolean few) {
                Worker apart = processes.make(options, packing, few);
                if (!few) {
                    return apart;
                }
                if (attempt.isEmpty()) {
                    attempt = Optional.of(new Attempt(extractor.get(), packing));
                }
                Worker here = new ThreadWorker(attempt.get(), options.withTimeoutAtMost(SOON), packing);
                return new CautiousWorker(here, apart, trust);
            }
        };
    }

    /** @param few whether there is little to read */
    abstract Worker make(Options options, Packing packing, boolean few);
}
