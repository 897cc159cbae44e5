package gouji.dataset;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The files of one document in a folder; each begins with the document's name. A file appears whole or not at all.
 *
 * @param folder exists
 * @param name the document's name, safe as a file name
 */
public record TableFiles(Path folder, String name) {
    /**
     * Begins a file, which is put in its place when it is closed.
     *
     * @param ending what follows the name, such as {@code -1.csv}
     */
    public OutputStream open(String ending) throws OutputException {
        Path place = folder.resolve(name + ending);
        Path part = folder.resolve("." + name + ending + ".part");
        try {
            return new Placed(new BufferedOutputStream(Files.newOutputStream(part), 1 << 16), part, place);
        } catch (IOException e) {
            throw new OutputException(place, e);
        }
    }

    private static final class Placed extends FilterOutputStream {
        private final Path part;
        private final Path place;
        private boolean closed;

        Placed(OutputStream out, Path part, Path place) {
            super(out);
            this.part = part;
            this.place = place;
        }

        @Override
        public void write(int b) throws IOException {
            try {
                out.write(b);
            } catch (IOException e) {
                throw new OutputException(place, e);
            }
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            try {
                out.write(bytes, from, length);
            } catch (IOException e) {
                throw new OutputException(place, e);
            }
        }

        @Override
        public void close() throws IOException {
            if (closed) {
                return;
            }
            closed = true;
            try {
                out.close();
                Files.move(part, place, StandardCopyOption.REPLACE_EXISTING);
            } catch (OutputException e) {
                throw e;
            } catch (IOException e) {
                throw new OutputException(place, e);
            }
        }
    }
}
