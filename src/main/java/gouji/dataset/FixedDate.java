package gouji.dataset;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Takes the time of writing out of an Office file (libraries always put it in): the same dataset gives the same bytes. */
public final class FixedDate {
    private static final String PROPERTIES = "docProps/core.xml";
    private static final String CREATED = "(?<head><dcterms:(?:created|modified) [^>]*>)[^<]*<";
    private static final LocalDateTime BEGINNING = LocalDateTime.of(1980, 1, 1, 0, 0);

    private FixedDate() {}

    /** Copies an Office file (XLSX, DOCX) without it. */
    public static void copy(Path office, Path file) throws IOException {
        try (ZipFile in = new ZipFile(office.toFile());
                OutputStream target = new BufferedOutputStream(Files.newOutputStream(file));
                ZipOutputStream out = new ZipOutputStream(target)) {
            for (ZipEntry entry : Collections.list(in.entries())) {
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(BEGINNING);
                out.putNextEntry(copy);
                try (InputStream content = in.getInputStream(entry)) {
                    if (entry.getName().equals(PROPERTIES)) {
                        String text = new String(content.readAllBytes(), StandardCharsets.UTF_8);
                        out.write(text.replaceAll(CREATED, "${head}1980-01-01T00:00:00Z<")
                                .getBytes(StandardCharsets.UTF_8));
                    } else {
                        content.transferTo(out);
                    }
                }
            }
        }
    }
}
