package gouji.run;

import gouji.dataset.Json;
import gouji.process.ChildServer;
import java.nio.file.Path;
import java.util.function.Function;

/** What a worker process does: reads the inputs it is given, one at a time. */
public final class WorkerService implements ChildServer.Service {
    private final Attempt attempt;

    private WorkerService(Extractor extractor, Json json) {
        this.attempt = new Attempt(extractor, new Packing(json));
    }

    /**
     * The main of a worker process; does not return.
     *
     * @param folder its temporary folder, its first argument
     * @param extractor made with a listener for pages
     */
    public static void serve(Path folder, Json json, Function<PageProgress, Extractor> extractor) {
        ChildServer.serve(
                folder,
                ThreadWorker.STACK_BYTES,
                asides -> new WorkerService(
                        extractor.apply((done, of) -> asides.accept(WorkerWire.page(done, of))), json));
    }

    @Override
    public byte[] ready() {
        return WorkerWire.ready();
    }

    @Override
    public byte[] answer(byte[] question) {
        try {
            return WorkerWire.answer(attempt.of(WorkerWire.entry(question)));
        } catch (CannotGoOnException e) {
            return WorkerWire.stop(e.getMessage());
        }
    }
}
