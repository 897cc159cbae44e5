package gouji.run;

import java.util.Map;

/** What run.json says: times, versions, options, machine. */
@FunctionalInterface
public interface RunFacts {
    /** The facts, in the order they are to stand in. */
    Map<String, Object> facts(Summary summary, Metrics metrics);
}
