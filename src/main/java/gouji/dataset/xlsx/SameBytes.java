package gouji.dataset.xlsx;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Takes the clock out of a workbook, so that equal tables give equal bytes. */
final class SameBytes {
    private static final String PROPERTIES = "docProps/core.xml";
    private static final String ANY_TIME = "(<dcterms:(?:created|modified)[^>]*>)[^<]*";
    private static final String TIME = "2000-01-01T00:00:00Z";
    /** 1980, the first year a ZIP archive knows. */
    private static final FileTime ENTRY_TIME = FileTime.fromMillis(315_532_800_000L);

    private static final String MERGES = "<mergeCells";
    private static final Pattern MERGE = Pattern.compile("<mergeCell [^>]*/>");

    private SameBytes() {}

    /** Copies an XLSX file entry by entry; does not close the stream. */
    static void copy(Path from, OutputStream to) throws IOException {
        ZipOutputStream out = new ZipOutputStream(to);
        try (ZipFile zip = new ZipFile(from.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                ZipEntry same = new ZipEntry(entry.getName());
                same.setLastModifiedTime(ENTRY_TIME);
                out.putNextEntry(same);
                try (InputStream in = zip.getInputStream(entry)) {
                    if (entry.getName().equals(PROPERTIES)) {
                        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                        out.write(text.replaceAll(ANY_TIME, "$1" + TIME).getBytes(StandardCharsets.UTF_8));
                    } else {
                        copyWithMergesInOrder(new BufferedInputStream(in), out);
                    }
                }
                out.closeEntry();
            }
        }
        out.finish();
    }

    /** Merged ranges come at the end of a sheet, in an order that the library leaves to chance. */
    private static void copyWithMergesInOrder(InputStream in, OutputStream to) throws IOException {
        OutputStream out = new BufferedOutputStream(to);
        int matched = 0;
        for (int b = in.read(); b >= 0; b = in.read()) {
            out.write(b);
            matched = b == MERGES.charAt(matched) ? matched + 1 : b == MERGES.charAt(0) ? 1 : 0;
            if (matched == MERGES.length()) {
                String tail = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                out.write(withMergesInOrder(tail).getBytes(StandardCharsets.UTF_8));
                matched = 0;
            }
        }
        out.flush();
    }

    private static String withMergesInOrder(String tail) {
        Matcher m = MERGE.matcher(tail);
        List<String> merges = new ArrayList<>();
        int from = -1;
        int to = 0;
        while (m.find()) {
            from = from < 0 ? m.start() : from;
            to = m.end();
            merges.add(m.group());
        }
        Collections.sort(merges);
        return from < 0 ? tail : tail.substring(0, from) + String.join("", merges) + tail.substring(to);
    }
}
