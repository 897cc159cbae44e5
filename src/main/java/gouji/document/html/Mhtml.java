package gouji.document.html;

import gouji.document.Document;
import gouji.source.Input;
import gouji.source.Reason;
import gouji.source.UnreadableException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;

/** A page saved in one file (RFC 2557): its first HTML part is the page, the other parts are what it refers to. */
final class Mhtml {
    private static final Pattern HEADER = Pattern.compile("(?m)^(?:mime-version|content-type):");
    private static final Pattern PAGE_TYPE = Pattern.compile("multipart/(?:related|mixed|alternative)|text/html");
    private static final int MAX_PARTS = 2000;

    private byte[] page;
    private String label = "";
    private final Map<String, Input> parts = new HashMap<>();
    /** Addresses of the part at hand. */
    private final List<String> addresses = new ArrayList<>();

    private Mhtml() {}

    /** @param head beginning of the input in lower case */
    static boolean isOne(String head) {
        String start = head.stripLeading();
        boolean mail =
                start.startsWith("mime-version:") || start.startsWith("from:") || start.startsWith("content-type:");
        return mail && HEADER.matcher(head).find() && PAGE_TYPE.matcher(head).find();
    }

    static Document read(Input input) throws UnreadableException {
        Mhtml saved = new Mhtml();
        try {
            saved.scan(input);
        } catch (IOException | MimeException | RuntimeException e) {
            if (saved.page == null) {
                throw new UnreadableException(Reason.CORRUPT, "The saved page is damaged: save it again.");
            }
        }
        byte[] page = Optional.ofNullable(saved.page)
                .orElseThrow(() -> new UnreadableException(Reason.TYPE_UNSUPPORTED, "The message holds no web page."));
        return HtmlReader.read(page, saved.label, new Pictures(saved.parts, input.companions()));
    }

    private void scan(Input input) throws IOException, MimeException, UnreadableException {
        MimeTokenStream stream = new MimeTokenStream(
                MimeConfig.custom().setMaxLineLen(-1).setMaxHeaderLen(-1).build());
        stream.parse(input.open());
        int parts = 0;
        for (EntityState state = stream.getState(); state != EntityState.T_END_OF_STREAM; state = stream.next()) {
            if (state == EntityState.T_START_HEADER) {
                addresses.clear();
            } else if (state == EntityState.T_FIELD) {
                address(stream);
            } else if (state == EntityState.T_BODY) {
                body(stream);
                if (++parts > MAX_PARTS) {
                    throw new UnreadableException(Reason.LIMIT_MEMBERS);
                }
            }
        }
    }

    private void address(MimeTokenStream stream) {
        String name = stream.getField().getName();
        String value = stream.getField().getBody().strip();
        if (name.equalsIgnoreCase("Content-Location")) {
            addresses.add(value);
        } else if (name.equalsIgnoreCase("Content-ID")) {
            addresses.add("cid:" + value.replaceAll("^<|>$", ""));
        }
    }

    private void body(MimeTokenStream stream) throws IOException {
        BodyDescriptor body = stream.getBodyDescriptor();
        if (page == null && body.getMimeType().equalsIgnoreCase("text/html")) {
            page = stream.getDecodedInputStream().readAllBytes();
            label = Optional.ofNullable(body.getCharset())
                    .filter(c -> !c.equalsIgnoreCase("us-ascii"))
                    .orElse("");
        } else if (body.getMimeType().startsWith("image/")) {
            Input picture = Input.of("picture", stream.getDecodedInputStream().readAllBytes());
            addresses.forEach(a -> parts.put(a, picture));
        }
    }
}
