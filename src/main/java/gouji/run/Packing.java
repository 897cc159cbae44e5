package gouji.run;

import gouji.dataset.Json;
import gouji.source.Reason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** Between outcomes and their packed form. */
final class Packing {
    private final Json json;

    Packing(Json json) {
        this.json = json;
    }

    Packed pack(Outcome outcome) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, deflater)) {
            out.write(json.line(outcome));
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written", e);
        } finally {
            deflater.end();
        }
        int cells = outcome.extracted()
                .map(e -> e.checked().report().observations().size())
                .orElse(0);
        return new Packed(outcome.reason(), cells, bytes.toByteArray());
    }

    Packed refuse(Reason reason, String detail) {
        return pack(Outcome.refused(reason, detail));
    }

    /**
     * The outcome of a packed body.
     *
     * @throws IllegalArgumentException when the body is none
     */
    Outcome unpack(byte[] body) {
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(body))) {
            return json.read(in.readAllBytes(), Outcome.class);
        } catch (IOException e) {
            throw new IllegalArgumentException("not deflated", e);
        }
    }
}
