package gouji.document.word;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gouji.document.Drawn;
import gouji.source.Reason;
import gouji.source.UnreadableException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;

/** What is refused; that tables of DOC files are read right is shown by the corpus ({@code CorpusFormatsTest}). */
class DocReaderTest {
    private static final DocReader READER = new DocReader();

    @Test
    void refusesEncryptedOfficePackages() {
        refuses(ole2("EncryptedPackage", new byte[5000]), Reason.ENCRYPTED);
    }

    @Test
    void refusesFilesOfWord95() {
        byte[] stream = new byte[5000];
        System.arraycopy(new byte[] {(byte) 0xDC, (byte) 0xA5, 0x65, 0}, 0, stream, 0, 4);
        refuses(ole2("WordDocument", stream), Reason.TYPE_UNSUPPORTED);
    }

    @Test
    void refusesFilesOfMicrosoftWorks() {
        refuses(ole2("MatOST", new byte[5000]), Reason.TYPE_UNSUPPORTED);
    }

    @Test
    void refusesDamagedFiles() {
        byte[] stream = new byte[5000];
        System.arraycopy(new byte[] {(byte) 0xEC, (byte) 0xA5, (byte) 0xC1, 0}, 0, stream, 0, 4);
        refuses(ole2("WordDocument", stream), Reason.CORRUPT);
        refuses(Arrays.copyOf(ole2("WordDocument", new byte[5000]), 600), Reason.CORRUPT);
    }

    @Test
    void leavesOtherFilesOfTheContainerAlone() {
        assertThat(READER.reads(Drawn.input(ole2("Workbook", new byte[5000])))).isFalse();
        assertThat(READER.reads(Drawn.input("{\\rtf1}"))).isFalse();
    }

    private static void refuses(byte[] bytes, Reason reason) {
        assertThat(READER.reads(Drawn.input(bytes))).isTrue();
        assertThatThrownBy(() -> Drawn.read(READER, bytes))
                .isInstanceOfSatisfying(
                        UnreadableException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private static byte[] ole2(String stream, byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (POIFSFileSystem files = new POIFSFileSystem()) {
            files.createDocument(new ByteArrayInputStream(content), stream);
            files.writeFilesystem(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
