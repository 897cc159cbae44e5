package gouji.run;

import gouji.dataset.Json;
import gouji.dataset.OutputException;
import gouji.dataset.OutputFolder;
import gouji.source.Input;
import gouji.source.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of each input from this run and from earlier ones: a file for each digest.
 *
 * <p>A file is one line of text, {@code gouji-result 1 DIGEST-OF-THE-REST REASON SETTINGS}
 * (the reason is {@code -} for a report), and the outcome as JSON. It is
 * believed only if its digest and the settings (product, profiles, limits) are those of this run; else the input is
 * read again. Outcomes that depend on the machine are not kept: a lack of memory or a failure of ours never, a timeout only for as long as
 * the limit is the same.
 */
final class Results {
    private static final String MAGIC = "gouji-result 1 ";
    /** These say something about this moment or this machine, not about the bytes: they are tried again. */
    private static final Set<Reason> FLEETING =
            Set.of(Reason.MEMORY, Reason.CRASH, Reason.UNREADABLE, Reason.CHANGED_WHILE_READ);

    private final OutputFolder output;
    private final Json json;
    private final Options options;

    Results(OutputFolder output, Json json, Options options) {
        this.output = output;
        this.json = json;
        this.options = options;
    }

    /**
     * What a file holds.
     *
     * @param digest of the body
     * @param reason why there is no report, or empty
     * @param body the outcome as JSON
     */
    private record Kept(String digest, Optional<Reason> reason, byte[] body) {}

    /** Keeps an outcome: whole or not at all. */
    void put(String sha256, Outcome outcome) throws OutputException {
        byte[] body = json.line(outcome);
        byte[] head = (head(Input.of("", body).sha256(), outcome.reason()) + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] file = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, file, head.length, body.length);
        output.write("result-" + sha256, path(sha256), file);
    }

    /** The digest of a kept outcome that can be believed and need not be tried again. */
    Optional<String> findDigest(String sha256) throws OutputException {
        return find(sha256)
                .filter(k -> k.reason().filter(FLEETING::contains).isEmpty())
                .map(Kept::digest);
    }

    /** The outcome of an input of this run. */
    Outcome get(String sha256) throws OutputException {
        Kept kept = find(sha256)
                .orElseThrow(() -> new OutputException(
                        output.root().resolve(path(sha256)), new IOException("damaged after it was written")));
        return json.read(kept.body(), Outcome.class);
    }

    private Optional<Kept> find(String sha256) throws OutputException {
        Path file = output.root().resolve(path(sha256));
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new OutputException(file, e);
        }
        int end = 0;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        String head = new String(bytes, 0, end, StandardCharsets.UTF_8);
        byte[] body = Arrays.copyOfRange(bytes, Math.min(end + 1, bytes.length), bytes.length);
        String digest = Input.of("", body).sha256();
        String[] words = head.split(" ");
        if (words.length < 4) {
            return Optional.empty();
        }
        Optional<Reason> reason = Arrays.stream(Reason.values())
                .filter(r -> r.name().equals(words[3]))
                .findFirst();
        return head.equals(head(digest, reason)) ? Optional.of(new Kept(digest, reason, body)) : Optional.empty();
    }

    private String head(String digest, Optional<Reason> reason) {
        String settings = reason.equals(Optional.of(Reason.TIMEOUT))
                ? options.settings() + " timeout=" + options.timeout()
                : options.settings();
        return MAGIC + digest + " " + reason.map(Enum::name).orElse("-") + " " + settings;
    }

    private static String path(String sha256) {
        return ".work/results/" + sha256;
    }
}
