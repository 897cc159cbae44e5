package gouji;

import gouji.dataset.OutputException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** What the system refused, in a sentence for a person. */
final class Faults {
    private Faults() {}

    static String said(IOException fault) {
        if (fault instanceof OutputException) {
            return fault.getMessage();
        }
        if (fault instanceof NoSuchFileException missing) {
            return "no file or folder is at " + missing.getFile();
        }
        if (fault instanceof FileSystemException refused && refused.getFile() != null) {
            return new OutputException(Path.of(refused.getFile()), refused).getMessage();
        }
        return fault.getMessage() == null ? fault.getClass().getSimpleName() : fault.getMessage();
    }
}
