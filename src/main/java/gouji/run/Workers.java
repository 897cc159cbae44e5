package gouji.run;

import gouji.process.Child;
import java.util.concurrent.ScheduledExecutorService;

/** Makes the workers of a run. */
public abstract class Workers {
    Workers() {}

    /** Workers that are threads of this process: for engines that can be trusted, as in tests. */
    public static Workers inThreads(Extractor extractor) {
        return new Workers() {
            @Override
            Worker make(Options options, Packing packing) {
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
        ScheduledExecutorService watch = Child.watch();
        return new Workers() {
            @Override
            Worker make(Options options, Packing packing) {
                return new ProcessWorker(command, pages, watch, options, packing);
            }
        };
    }

    abstract Worker make(Options options, Packing packing);
}
