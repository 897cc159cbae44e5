package gouji.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * The parts of one document that is a ZIP package (DOCX, XLSX, ODT, OFD): in memory only, nothing is ever written under
 * a part's name, and no more is inflated than the limits allow.
 */
public final class ZipParts implements AutoCloseable {
    private static final int MAX_PARTS = 20_000;
    private static final long MAX_PART_BYTES = 64L << 20;
    private static final long MAX_TOTAL_BYTES = 256L << 20;
    /** Inflated bytes from which the ratio to the packed size is looked at. */
    private static final long RATIO_FROM_BYTES = 10L << 20;

    private static final int MAX_RATIO = 200;
    private static final int LOCAL_HEADER_BYTES = 30;

    private final ZipFile zip;
    private final Map<String, ZipArchiveEntry> entries = new LinkedHashMap<>();
    private long inflated;

    private ZipParts(ZipFile zip) {
        this.zip = zip;
    }

    /** Whether the input begins as a ZIP file does. */
    public static boolean isZip(Input input) {
        byte[] head = input.head(4);
        return head.length == 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
    }

    /**
     * Names of the parts; of a package cut short, those whose local header is there. Empty when the input is no ZIP
     * file. Never throws.
     */
    public static Set<String> names(Input input) {
        if (!isZip(input)) {
            return Set.of();
        }
        try (ZipFile zip = zipOf(input)) {
            Set<String> names = new LinkedHashSet<>();
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                names.add(entry.getName());
            }
            return names;
        } catch (IOException | RuntimeException e) {
            return localNames(input.bytes());
        }
    }

    /**
     * Opens a package.
     *
     * @throws UnreadableException when it is cut short, damaged, encrypted, too large, or holds a name that leads out
     */
    public static ZipParts open(Input input) throws UnreadableException {
        ZipFile zip;
        try {
            zip = zipOf(input);
        } catch (IOException | RuntimeException e) {
            throw new UnreadableException(Reason.TRUNCATED);
        }
        ZipParts parts = new ZipParts(zip);
        try {
            parts.list();
        } catch (UnreadableException e) {
            parts.close();
            throw e;
        }
        return parts;
    }

    private static ZipFile zipOf(Input input) throws IOException {
        return ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(input.bytes()))
                .setCharset(StandardCharsets.UTF_8)
                .get();
    }

    private void list() throws UnreadableException {
        for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
            if (entries.size() >= MAX_PARTS) {
                throw new UnreadableException(
                        Reason.LIMIT_MEMBERS, "The package has more than " + MAX_PARTS + " parts.");
            }
            if (entry.getGeneralPurposeBit().usesEncryption()) {
                throw new UnreadableException(Reason.ENCRYPTED);
            }
            if (resolve("", entry.getName()).isEmpty()) {
                throw new UnreadableException(Reason.UNSAFE_PATH);
            }
            entries.putIfAbsent(entry.getName().replace('\\', '/'), entry);
        }
    }

    public Set<String> names() {
        return Collections.unmodifiableSet(entries.keySet());
    }

    /**
     * The inflated part; empty when there is none of that name (upper and lower case are the same where only that
     * differs).
     */
    public Optional<byte[]> find(String name) throws UnreadableException {
        ZipArchiveEntry entry = entries.get(name);
        if (entry == null) {
            entry = entries.entrySet().stream()
                    .filter(e -> e.getKey().equalsIgnoreCase(name))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(null);
        }
        return entry == null || entry.isDirectory() ? Optional.empty() : Optional.of(inflate(entry));
    }

    /** Inflates every part once, so that no limit is broken by whoever reads the package after us. */
    public void checkAll() throws UnreadableException {
        for (ZipArchiveEntry entry : new ArrayList<>(entries.values())) {
            inflate(entry);
        }
    }

    private byte[] inflate(ZipArchiveEntry entry) throws UnreadableException {
        try (InputStream in = zip.getInputStream(entry)) {
            if (in == null) {
                throw new UnreadableException(Reason.CORRUPT);
            }
            return inflate(new CrcStream(in, entry::getCrc), entry.getCompressedSize());
        } catch (IOException | RuntimeException e) {
            throw new UnreadableException(Reason.CORRUPT, "Part " + entry.getName() + " of the package is damaged.");
        }
    }

    private byte[] inflate(InputStream in, long packed) throws IOException, UnreadableException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            out.write(buffer, 0, n);
            inflated += n;
            if (out.size() > MAX_PART_BYTES || inflated > MAX_TOTAL_BYTES) {
                throw new UnreadableException(Reason.LIMIT_INFLATE);
            }
            if (out.size() > RATIO_FROM_BYTES && out.size() > MAX_RATIO * Math.max(1, packed)) {
                throw new UnreadableException(Reason.LIMIT_RATIO);
            }
        }
        return out.toByteArray();
    }

    /**
     * Where a location leads that a part states: relative to its folder, or from the package's root when it begins
     * with a slash. Empty when it leads out of the package.
     *
     * @param folder folder of the stating part, separator '/', empty for the root
     */
    public static Optional<String> resolve(String folder, String location) {
        String path = location.strip().replace('\\', '/');
        if (path.matches("^[A-Za-z][A-Za-z0-9+.-]*:.*") || path.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        List<String> names = new ArrayList<>();
        if (!path.startsWith("/")) {
            addNames(folder, names);
        }
        return addNames(path, names) ? Optional.of(String.join("/", names)) : Optional.empty();
    }

    private static boolean addNames(String path, List<String> names) {
        for (String name : path.split("/")) {
            if (name.equals("..")) {
                if (names.isEmpty()) {
                    return false;
                }
                names.remove(names.size() - 1);
            } else if (!name.isEmpty() && !name.equals(".")) {
                names.add(name);
            }
        }
        return true;
    }

    private static Set<String> localNames(byte[] bytes) {
        Set<String> names = new LinkedHashSet<>();
        for (int i = 0; i + LOCAL_HEADER_BYTES < bytes.length && names.size() < MAX_PARTS; i++) {
            if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 3 && bytes[i + 3] == 4) {
                int length = (bytes[i + 26] & 0xFF) | (bytes[i + 27] & 0xFF) << 8;
                int from = i + LOCAL_HEADER_BYTES;
                if (from + length <= bytes.length) {
                    names.add(new String(bytes, from, length, StandardCharsets.UTF_8));
                }
            }
        }
        return names;
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new IllegalStateException("closing a package in memory failed", e);
        }
    }
}
