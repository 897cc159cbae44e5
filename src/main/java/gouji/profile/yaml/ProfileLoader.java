package gouji.profile.yaml;

import gouji.profile.Profile;
import gouji.profile.ProfileException;
import gouji.profile.ProfileProblem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Profile files become {@link Profile}s, or are refused with every reason and its line.
 *
 * <p>Three sieves, each only tried when the one before let everything pass: YAML 1.2, the published JSON Schema
 * ({@code gouji/profiles/profile.schema.json}), and what a schema cannot say (codes, labels, patterns, identities).
 */
public final class ProfileLoader {
    private static final int MAX_BYTES = 4 * 1024 * 1024;
    private static final String BUILT_IN = "/gouji/profiles/";

    /** Ids of the families shipped with the program, sorted. One line a family: the list a newcomer reads. */
    private static final List<String> BUILT_IN_IDS = List.of("cn-disclosure");

    private ProfileLoader() {}

    /** Ids of the families shipped with the program. */
    public static List<String> builtInIds() {
        return BUILT_IN_IDS;
    }

    /** A family shipped with the program. */
    public static Profile builtIn(String id) {
        String name = BUILT_IN + id + "/profile.yaml";
        try (InputStream in = ProfileLoader.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("no built-in profile " + id + "; there are " + BUILT_IN_IDS);
            }
            return load(in, id, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @throws ProfileException where it is no valid profile
     * @throws IOException where it cannot be read
     */
    public static Profile load(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return load(in, file.toString());
        }
    }

    /**
     * @param name what messages call the file
     * @throws ProfileException where it is no valid profile
     * @throws IOException where it cannot be read
     */
    public static Profile load(InputStream in, String name) throws IOException {
        return load(in, name, true);
    }

    /**
     * @param schema whether to hold it against the schema: for the profiles we ship the tests do, and every start of
     *     the command would pay half a second for it
     */
    private static Profile load(InputStream in, String name, boolean schema) throws IOException {
        List<ProfileProblem> problems = new ArrayList<>();
        Optional<Profile> profile = text(in.readNBytes(MAX_BYTES + 1), problems)
                .flatMap(text -> YamlTree.parse(text, problems))
                .flatMap(tree -> read(tree, schema, problems));
        if (!problems.isEmpty()) {
            problems.sort(Comparator.comparingInt(ProfileProblem::line).thenComparing(ProfileProblem::path));
            throw new ProfileException(name, problems.stream().distinct().toList());
        }
        return profile.orElseThrow();
    }

    private static Optional<Profile> read(YamlTree.Parsed tree, boolean schema, List<ProfileProblem> problems) {
        if (schema && problems.isEmpty()) {
            ProfileSchema.validate(tree, problems);
        }
        return problems.isEmpty()
                ? Optional.of(new ProfileReader(new At(tree.root(), "", tree, problems)).profile())
                : Optional.empty();
    }

    private static Optional<String> text(byte[] bytes, List<ProfileProblem> problems) {
        if (bytes.length > MAX_BYTES) {
            problems.add(new ProfileProblem(0, "", "expected at most " + MAX_BYTES + " bytes, found more"));
            return Optional.empty();
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            problems.add(new ProfileProblem(0, "", "expected UTF-8, found bytes that are not"));
            return Optional.empty();
        }
    }
}
