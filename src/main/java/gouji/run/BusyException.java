package gouji.run;

import java.nio.file.Path;

/** Another run holds the output. */
public final class BusyException extends Exception {
    private static final long serialVersionUID = 1;

    /** @param output the output folder */
    public BusyException(Path output) {
        super("another run is writing to " + output + ": wait for its end, or give another --out");
    }
}
