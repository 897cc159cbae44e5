package gouji.dataset.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Takes the clock out of a workbook, so that equal tables give equal bytes. */
final class SameBytes {
    private static final String PROPERTIES = "docProps/core.xml";
    private static final String ANY_TIME = "(<dcterms:(?:created|modified)[^>]*>)[^<]*";
    private static final String TIME = "2000-01-01T00:00:00Z";
    /** 1980, the first year a ZIP archive knows. */
    private static final FileTime ENTRY_TIME = FileTime.fromMillis(315_532_800_000L);

    private SameBytes() {}

    /** Copies an XLSX file entry by entry; closes neither stream. */
    static void copy(InputStream from, OutputStream to) throws IOException {
        ZipInputStream in = new ZipInputStream(from);
        ZipOutputStream out = new ZipOutputStream(to);
        for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
            ZipEntry same = new ZipEntry(entry.getName());
            same.setLastModifiedTime(ENTRY_TIME);
            out.putNextEntry(same);
            if (entry.getName().equals(PROPERTIES)) {
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                out.write(text.replaceAll(ANY_TIME, "$1" + TIME).getBytes(StandardCharsets.UTF_8));
            } else {
                in.transferTo(out);
            }
            out.closeEntry();
        }
        out.finish();
    }
}
