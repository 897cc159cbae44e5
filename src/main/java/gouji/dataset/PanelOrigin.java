package gouji.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which import a panel was made from: the SHA-256 of what it was read from, kept in its {@code datapackage.json}. */
public final class PanelOrigin {
    static final String KEY = "made_from";
    private static final List<String> FILES = List.of("reports.csv", "observations.csv");

    private PanelOrigin() {}

    /** SHA-256 of each file of the dataset that a panel follows from. */
    static Map<String, String> of(Path dataset) throws IOException {
        Map<String, String> digests = new LinkedHashMap<>();
        for (String file : FILES) {
            if (Files.isRegularFile(dataset.resolve(file))) {
                digests.put(file, sha256(dataset.resolve(file)));
            }
        }
        return digests;
    }

    /**
     * Whether the panel in a dataset's folder was made from another import than the dataset is of now. No where there
     * is none.
     */
    public static boolean isStale(Path dataset, Path panel, Json json) throws IOException {
        Path description = panel.resolve("datapackage.json");
        if (!Files.isRegularFile(description) || !Files.isRegularFile(panel.resolve("panel.csv"))) {
            return false;
        }
        try {
            Object origin =
                    json.read(Files.readAllBytes(description), Map.class).get(KEY);
            return !of(dataset).equals(origin);
        } catch (IllegalArgumentException e) {
            return true;
        }
    }

    private static String sha256(Path file) throws IOException {
        try (DigestInputStream in =
                new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
