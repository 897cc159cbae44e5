package gouji;

import gouji.document.Document;
import gouji.document.DocumentReader;
import gouji.source.FileType;
import gouji.source.Input;
import gouji.source.Limits;
import gouji.source.Reason;
import gouji.source.UnreadableException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** Documents other than PDFs, read as a whole: by the readers that import has, in the same order. */
final class OtherDocuments {
    /** Extensions that say a file of a folder is a document with tables; plain text is only read when it is named. */
    static final Set<String> EXTENSIONS = Set.of(
            "pdf", "ofd", "htm", "html", "shtml", "xhtml", "mht", "mhtml", "doc", "docx", "docm", "wps", "rtf", "odt",
            "fodt", "ods", "xls", "xlsx", "xlsm", "et", "csv");

    private static final int HEAD_BYTES = 4096;
    /** Pages are all in memory at once. */
    private static final int MAX_PAGES = 5000;

    private OtherDocuments() {}

    /**
     * The document; empty for a PDF, which is read page by page.
     *
     * @throws UnreadableException when the file is of no kind that is read, or damaged
     */
    static Optional<Document> read(Path file, int maxPages) throws UnreadableException {
        try {
            if (isPdf(file)) {
                return Optional.empty();
            }
            if (Files.size(file) == 0) {
                throw new UnreadableException(Reason.EMPTY);
            }
            if (Files.size(file) > Limits.STANDARD.bytes()) {
                throw new UnreadableException(Reason.LIMIT_BYTES);
            }
            return Optional.of(read(Input.of(file.getFileName().toString(), Files.readAllBytes(file)), maxPages));
        } catch (IOException e) {
            throw new UnreadableException(Reason.UNREADABLE);
        }
    }

    private static Document read(Input input, int maxPages) throws UnreadableException {
        for (DocumentReader reader : Readers.all(Math.min(maxPages, MAX_PAGES), false)) {
            if (reader.reads(input)) {
                try {
                    return reader.read(input);
                } catch (RuntimeException | StackOverflowError e) {
                    throw new UnreadableException(Reason.CRASH);
                }
            }
        }
        throw FileType.of(input).unsupported();
    }

    private static boolean isPdf(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return FileType.of(Input.of("", in.readNBytes(HEAD_BYTES))) == FileType.PDF;
        }
    }
}
