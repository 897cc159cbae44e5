package gouji.document.html;

import gouji.source.Companions;
import gouji.source.Input;
import gouji.source.UnreadableException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The pictures that came along with a page: written into its addresses, parts of the same message, or files saved beside
 * it.
 *
 * @param parts parts of the message by their addresses
 * @param files files beside the page
 */
record Pictures(Map<String, Input> parts, Companions files) {
    private static final Pattern DATA =
            Pattern.compile("(?is)^\\s*data:image/[a-z0-9.+-]+(?:;[a-z0-9=.+-]+)*;base64,(.*)$");

    /** The picture at an address; empty when it did not come along. */
    Optional<Input> find(String address) throws UnreadableException {
        String at = address.strip();
        if (at.regionMatches(true, 0, "data:", 0, 5)) {
            return data(at);
        }
        Input part = parts.get(at);
        return part == null ? files.find(at) : Optional.of(part);
    }

    private static Optional<Input> data(String address) {
        Matcher m = DATA.matcher(address);
        if (!m.matches()) {
            return Optional.empty();
        }
        byte[] bytes = Base64.getMimeDecoder()
                .decode(m.group(1).replace("%2B", "+").replace("%2F", "/").replace("%3D", "="));
        return Optional.of(Input.of("picture", bytes));
    }
}
