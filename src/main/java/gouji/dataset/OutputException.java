package gouji.dataset;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** The output cannot be written: the run stops, what is finished is kept. */
public final class OutputException extends IOException {
    private static final long serialVersionUID = 1;

    /**
     * @param place what was being written
     * @param cause what the operating system said
     */
    public OutputException(Path place, IOException cause) {
        super("cannot write " + place + ": " + reason(cause), cause);
    }

    private static String reason(IOException cause) {
        if (cause instanceof java.nio.file.AccessDeniedException) {
            return "permission denied";
        }
        if (cause instanceof java.nio.file.FileAlreadyExistsException) {
            return "a file is in the way";
        }
        if (cause instanceof java.nio.file.NoSuchFileException) {
            return "its folder is not there, or cannot be made";
        }
        if (cause instanceof FileSystemException f && f.getReason() != null) {
            return f.getReason();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
