package gouji.source;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Reads what another thread writes, and tells its failure. A writer that gives nothing for too long is given up: reading
 * fails, and so does all that the writer writes from then on.
 */
final class PushedStream extends InputStream {
    private static final int CHUNK_BYTES = 1 << 16;
    private static final int CHUNKS = 4;
    private static final long END_MILLIS = 5000;
    private static final byte[] END = {};

    private final BlockingQueue<byte[]> chunks = new ArrayBlockingQueue<>(CHUNKS);
    private final Thread writer;
    private final long patienceMillis;
    private volatile boolean closed;
    private volatile Throwable failure;
    private byte[] chunk = {};
    private int at;
    private boolean ended;

    /** Writes a member. */
    interface Writer {
        void write(OutputStream out) throws Exception;
    }

    /** @param patienceMillis longest wait for the next bytes */
    PushedStream(Writer source, long patienceMillis) {
        this.patienceMillis = patienceMillis;
        this.writer = new Thread(() -> run(source), "unpacking");
        writer.setDaemon(true);
        writer.start();
    }

    private void run(Writer source) {
        try (OutputStream out = new BufferedOutputStream(new Out(), CHUNK_BYTES)) {
            source.write(out);
        } catch (Exception | OutOfMemoryError | StackOverflowError e) {
            failure = e;
        }
        try {
            put(END);
        } catch (IOException e) {
            chunks.clear(); // nobody reads any more
        }
    }

    private void put(byte[] bytes) throws IOException {
        try {
            while (!chunks.offer(bytes, 100, TimeUnit.MILLISECONDS)) {
                if (closed) {
                    throw new IOException("given up");
                }
            }
        } catch (InterruptedException e) {
            throw new IOException("given up", e);
        }
    }

    private final class Out extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            if (closed) {
                throw new IOException("given up");
            }
            if (length > 0) {
                put(Arrays.copyOfRange(bytes, from, from + length));
            }
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        while (at == chunk.length && !ended) {
            next();
        }
        if (at == chunk.length) {
            return -1;
        }
        int n = Math.min(length, chunk.length - at);
        System.arraycopy(chunk, at, bytes, from, n);
        at += n;
        return n;
    }

    private void next() throws IOException {
        byte[] next;
        try {
            next = chunks.poll(patienceMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        if (next == null) {
            throw new IOException(new UnreadableException(
                    Reason.TIMEOUT,
                    "Unpacking gave nothing for a long time; it looks like a bomb: unpack it yourself."));
        }
        if (next == END) {
            ended = true;
            if (failure != null) {
                throw new IOException(failure.getMessage(), failure);
            }
        }
        chunk = next;
        at = 0;
    }

    /** Whether the writer has come to its end; to be asked after closing. */
    boolean isAtRest() {
        return !writer.isAlive();
    }

    @Override
    public void close() {
        closed = true;
        chunks.clear();
        writer.interrupt();
        try {
            writer.join(END_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
