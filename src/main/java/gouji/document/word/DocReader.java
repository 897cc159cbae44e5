package gouji.document.word;

import gouji.document.Document;
import gouji.document.DocumentReader;
import gouji.document.Finding;
import gouji.source.Input;
import gouji.source.Reason;
import gouji.source.UnreadableException;
import java.io.IOException;
import java.util.Set;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.OldWordFileFormatException;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * Reads DOC files of Word 97 and later, and WPS Writer's. Also answers for Office packages that are encrypted, which are
 * files of the same container.
 */
public final class DocReader implements DocumentReader {
    private static final byte[] OLE2 = {
        (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };

    @Override
    public boolean reads(Input input) {
        if (!java.util.Arrays.equals(input.head(OLE2.length), OLE2)) {
            return false;
        }
        try (POIFSFileSystem files = new POIFSFileSystem(input.open())) {
            Set<String> names = files.getRoot().getEntryNames();
            return names.contains("WordDocument") || names.contains("EncryptedPackage") || names.contains("MatOST");
        } catch (IOException | RuntimeException e) {
            // Damaged beyond its table of contents: nobody else reads this container.
            return true;
        }
    }

    @Override
    public Document read(Input input) throws UnreadableException {
        try (POIFSFileSystem files = new POIFSFileSystem(input.open())) {
            DirectoryNode root = files.getRoot();
            if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
                throw new UnreadableException(Reason.ENCRYPTED);
            }
            if (!root.hasEntryCaseInsensitive("WordDocument")) {
                throw new UnreadableException(
                        Reason.TYPE_UNSUPPORTED,
                        "This is a Microsoft Works file: save it as DOCX or PDF and import that.");
            }
            try (HWPFDocument word = new HWPFDocument(root)) {
                Document document = new DocWalk(word).read();
                return root.hasEntryCaseInsensitive("Macros") ? document.noticing(Finding.macros()) : document;
            }
        } catch (EncryptedDocumentException e) {
            throw new UnreadableException(Reason.ENCRYPTED);
        } catch (OldWordFileFormatException e) {
            throw new UnreadableException(
                    Reason.TYPE_UNSUPPORTED, "This is a file of Word 6 or 95: save it as DOCX or PDF and import that.");
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new UnreadableException(Reason.CORRUPT);
        }
    }
}
