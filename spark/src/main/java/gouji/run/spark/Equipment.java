package gouji.run.spark;

import gouji.panel.Roster;
import gouji.run.Gathering;
import gouji.run.GuardedReader;
import gouji.run.Options;
import java.io.Serializable;

/** What each machine of the job works with; it travels there once, and makes the rest on arrival. */
public interface Equipment extends Serializable {
    /** A reader of its own for a task, which closes it. */
    GuardedReader reader();

    /** The same for all tasks of a machine. */
    Gathering assembly();

    /** Limits of the reading, and what outcomes depend on. */
    Options options();

    /** Members of regions. */
    Roster roster();
}
