package gouji.run;

import java.util.List;

/**
 * What a run took, for run.json.
 *
 * @param stages looking, reading, comparing and writing, as far as they are over
 * @param slowest the ten inputs read in this run that took longest, the slowest first
 */
public record Metrics(List<Stage> stages, List<Slow> slowest) {
    public Metrics {
        stages = List.copyOf(stages);
        slowest = List.copyOf(slowest);
    }

    /**
     * One part of a run.
     *
     * @param stage {@code looking}, {@code reading}, {@code comparing}, {@code writing}
     * @param seconds by the clock on the wall
     * @param inputs looked at, read, or written
     * @param bytes of these inputs
     * @param cells observations read or written; 0 where none are counted
     */
    public record Stage(String stage, double seconds, long inputs, long bytes, long cells) {}

    /**
     * One input.
     *
     * @param input its name
     * @param bytes its length
     * @param seconds it took, by the clock on the wall
     */
    public record Slow(String input, long bytes, double seconds) {}
}
