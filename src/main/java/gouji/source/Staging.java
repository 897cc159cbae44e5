package gouji.source;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** The folder in which members of archives wait to be read, named by digest. */
final class Staging {
    private final Path folder;
    private final Path temp;

    Staging(Path folder) {
        this.folder = folder;
        this.temp = folder.resolve("member.tmp");
    }

    /** The folder cannot be written: the run's problem, not the archive's. */
    static final class Failure extends RuntimeException {
        private final transient IOException failure;

        Failure(IOException cause) {
            super(cause);
            this.failure = new IOException("cannot write the folder for members of archives: " + cause, cause);
        }

        IOException failure() {
            return failure;
        }
    }

    /** Opens the one file that is written at a time. */
    OutputStream open() {
        try {
            return new Stream(Channels.newOutputStream(FileChannel.open(
                    temp, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)));
        } catch (IOException e) {
            throw new Failure(e);
        }
    }

    /** Gives what was written its name. */
    Path keep(String sha256) {
        Path place = folder.resolve(sha256);
        try {
            Files.move(temp, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new Failure(e);
        }
        return place;
    }

    void discard() {
        try {
            Files.deleteIfExists(temp);
        } catch (IOException e) {
            throw new Failure(e);
        }
    }

    /** Tells a failure to write from a failure to read. */
    private static final class Stream extends OutputStream {
        private final OutputStream out;

        Stream(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            try {
                out.write(bytes, from, length);
            } catch (IOException e) {
                throw new Failure(e);
            }
        }

        @Override
        public void close() {
            try {
                out.close();
            } catch (IOException e) {
                throw new Failure(e);
            }
        }
    }
}
