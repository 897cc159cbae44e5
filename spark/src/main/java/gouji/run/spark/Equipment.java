package gouji.run.spark;

import gouji.run.Gathering;
import gouji.run.GuardedReader;
import java.io.Serializable;

/** What each machine of the job works with; it travels there once, and makes the rest on arrival. */
public interface Equipment extends Serializable {
    /** A reader of its own for a task, which closes it. */
    GuardedReader reader();

    /** The same for all tasks of a machine. */
    Gathering assembly();
}
