package gouji.source;

import com.github.junrar.io.SeekableReadOnlyByteChannel;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/** A RAR file for junrar; while its list is read, only so many reads are granted. */
final class RarChannel implements SeekableReadOnlyByteChannel {
    private final RandomAccessFile file;
    private final long end;
    private long left = Long.MAX_VALUE;
    private long lastBlock;
    private volatile boolean closed;

    /** @param end where the file is taken to end */
    RarChannel(Path path, long end) throws IOException {
        this.file = new RandomAccessFile(path.toFile(), "r");
        this.end = Math.min(end, file.length());
    }

    void allow(long reads) {
        left = reads;
    }

    /** Whether more reads were asked for than allowed. */
    boolean isExhausted() {
        return left < 0;
    }

    long end() {
        return end;
    }

    /** Where the block begins that was last gone to. */
    long lastBlock() {
        return lastBlock;
    }

    private void count() throws IOException {
        if (--left < 0 || closed) {
            throw new IOException("no more reads");
        }
    }

    @Override
    public long getPosition() throws IOException {
        return file.getFilePointer();
    }

    @Override
    public void setPosition(long position) throws IOException {
        if (position < 0) {
            throw new IOException("a negative place");
        }
        file.seek(position);
        lastBlock = position;
    }

    @Override
    public int read() throws IOException {
        count();
        return file.read();
    }

    @Override
    public int read(byte[] buffer, int from, int count) throws IOException {
        count();
        return file.read(buffer, from, count);
    }

    @Override
    public int readFully(byte[] buffer, int count) throws IOException {
        count();
        if (file.length() - file.getFilePointer() < count) {
            throw new EOFException();
        }
        file.readFully(buffer, 0, count);
        return count;
    }

    @Override
    public void close() throws IOException {
        closed = true;
        file.close();
    }
}
