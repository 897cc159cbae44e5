package gouji.document.pdf;

import gouji.source.Reason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.FilterFactory;

/** Unpacks streams, filter by filter, never past a limit. */
final class Streams {
    private Streams() {}

    /** The unpacked bytes; what was unpacked before an error is kept, as every viewer does. */
    static byte[] unpack(COSStream stream, int limitBytes) throws IOException {
        byte[] bytes;
        try (InputStream raw = stream.createRawInputStream()) {
            bytes = raw.readAllBytes();
        }
        List<COSName> filters = filters(stream.getFilters());
        for (int i = 0; i < filters.size(); i++) {
            bytes = unpack(bytes, filters.get(i), i, stream, limitBytes);
        }
        if (bytes.length > limitBytes) {
            throw tooLong(limitBytes);
        }
        return bytes;
    }

    private static byte[] unpack(byte[] packed, COSName filter, int index, COSStream stream, int limitBytes)
            throws IOException {
        Bounded out = new Bounded(Math.max(64, Math.min(packed.length * 4, limitBytes)), limitBytes);
        try {
            FilterFactory.INSTANCE.getFilter(filter).decode(new ByteArrayInputStream(packed), out, stream, index);
        } catch (IOException e) {
            if (out.size() == 0) {
                throw e;
            }
        }
        return out.toByteArray();
    }

    private static List<COSName> filters(COSBase filter) {
        List<COSName> names = new ArrayList<>();
        if (filter instanceof COSName name) {
            names.add(name);
        } else if (filter instanceof COSArray array) {
            for (int i = 0; i < Math.min(array.size(), 16); i++) {
                if (array.getObject(i) instanceof COSName name) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    private static LimitExceeded tooLong(int limitBytes) {
        return new LimitExceeded(
                Reason.LIMIT_INFLATE,
                "The content of a page unpacks to more than " + limitBytes
                        + " bytes, the limit; it looks like a bomb: ask the publisher for another copy.");
    }

    private static final class Bounded extends ByteArrayOutputStream {
        private final int limit;

        Bounded(int size, int limit) {
            super(size);
            this.limit = limit;
        }

        @Override
        public synchronized void write(int b) {
            if (count >= limit) {
                throw tooLong(limit);
            }
            super.write(b);
        }

        @Override
        public synchronized void write(byte[] b, int off, int len) {
            if (len > limit - count) {
                throw tooLong(limit);
            }
            super.write(b, off, len);
        }
    }
}
