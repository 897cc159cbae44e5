package gouji;

import gouji.dataset.Extracted;
import gouji.source.Input;
import gouji.source.UnreadableException;
import gouji.table.LayoutBuilder;

/** The pipeline as the command wires it, without recognition, for benchmarks. */
public final class BenchPipeline {
    private static final ReportPipeline PIPELINE =
            new ReportPipeline(Readers.all(500, false), new LayoutBuilder(), Wiring.builtIn());

    private BenchPipeline() {}

    public static Extracted read(Input input) throws UnreadableException {
        return PIPELINE.extract(input);
    }
}
