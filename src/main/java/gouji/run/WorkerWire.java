package gouji.run;

import gouji.process.ChildServer;
import gouji.source.Companions;
import gouji.source.Entry;
import gouji.source.Reason;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a run and its worker processes say to each other. The run names an input: four texts, its length, and the
 * files that belong to it. The worker
 * answers {@link #OUTCOME} or {@link #STOP}; before that it may tell of pages. A text is its length and its UTF-8.
 */
final class WorkerWire {
    static final byte READY = 'R';
    /** The name of the reason, empty for a report; the number of its cells; the packed body. */
    static final byte OUTCOME = 'O';
    /** No further input could be read either; a text says why. */
    static final byte STOP = 'S';

    private WorkerWire() {}

    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    private static byte[] frame(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written", e);
        }
        return bytes.toByteArray();
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(ByteBuffer from) {
        byte[] bytes = new byte[from.getInt()];
        from.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    static byte[] ready() {
        return new byte[] {READY};
    }

    /** The place goes as a URI, which keeps the bytes of a name that is no UTF-8. */
    static byte[] question(Entry entry) {
        return frame(out -> {
            text(out, entry.path());
            text(out, entry.member());
            text(out, entry.sha256().orElseThrow());
            text(out, entry.content().orElseThrow().toUri().toString());
            out.writeLong(entry.bytes());
            text(out, entry.companions().folder());
            List<Companions.Listed> files = entry.companions().list();
            out.writeInt(files.size());
            for (Companions.Listed file : files) {
                text(out, file.path());
                text(out, file.sha256());
                text(out, file.content().toUri().toString());
            }
        });
    }

    private static Companions companions(ByteBuffer from) {
        String folder = text(from);
        List<Companions.Listed> files = new ArrayList<>();
        for (int n = from.getInt(); n > 0; n--) {
            files.add(new Companions.Listed(text(from), text(from), Path.of(URI.create(text(from)))));
        }
        return Companions.of(folder, files);
    }

    static Entry entry(byte[] question) {
        ByteBuffer from = ByteBuffer.wrap(question);
        String path = text(from);
        String member = text(from);
        String sha256 = text(from);
        Path content = Path.of(URI.create(text(from)));
        return new Entry(
                path,
                "",
                member,
                Optional.of(sha256),
                from.getLong(),
                Entry.Kind.FILE,
                Optional.empty(),
                "",
                List.of(),
                Optional.of(content),
                companions(from));
    }

    static byte[] answer(Packed packed) {
        return frame(out -> {
            out.writeByte(OUTCOME);
            text(out, packed.reason().map(Enum::name).orElse(""));
            out.writeInt(packed.cells());
            out.write(packed.body());
        });
    }

    static byte[] stop(String why) {
        return frame(out -> {
            out.writeByte(STOP);
            text(out, why);
        });
    }

    /**
     * The outcome of an answer.
     *
     * @throws CannotGoOnException when the worker says so
     * @throws IOException when it is no answer
     */
    static Packed packed(byte[] answer) throws IOException {
        ByteBuffer from = ByteBuffer.wrap(answer);
        byte kind = from.get();
        if (kind == ChildServer.FAILED) {
            throw new IOException(ChildServer.message(answer));
        }
        try {
            String text = text(from);
            if (kind == STOP) {
                throw new CannotGoOnException(text);
            }
            Optional<Reason> reason = text.isEmpty() ? Optional.empty() : Optional.of(Reason.valueOf(text));
            int cells = from.getInt();
            byte[] body = new byte[from.remaining()];
            from.get(body);
            return new Packed(reason, cells, body);
        } catch (BufferUnderflowException | IllegalArgumentException | NegativeArraySizeException e) {
            throw new IOException("no answer of a worker", e);
        }
    }

    static byte[] page(int done, int of) {
        return ByteBuffer.allocate(9)
                .put(ChildServer.ASIDE)
                .putInt(done)
                .putInt(of)
                .array();
    }

    static void page(byte[] aside, PageProgress listener) {
        if (aside.length == 9) {
            ByteBuffer from = ByteBuffer.wrap(aside, 1, 8);
            listener.page(from.getInt(), from.getInt());
        }
    }
}
