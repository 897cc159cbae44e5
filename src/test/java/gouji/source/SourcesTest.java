package gouji.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesTest {
    private static final Limits TIGHT = new Limits(1000, 4, 2, 10, 100, 1500);

    @TempDir
    Path folder;

    Path in;
    Path staging;

    @BeforeEach
    void folders() throws IOException {
        in = Files.createDirectory(folder.resolve("in"));
        staging = Files.createDirectory(folder.resolve("staging"));
    }

    @Test
    void keepsTheBytesOfANameThatIsNotUtf8() throws IOException {
        Files.writeString(Path.of(URI.create(in.toUri() + "%B1%A8.txt")), "x");
        Files.writeString(in.resolve("tab\there.txt"), "y");
        Files.writeString(in.resolve("报.txt"), "z");

        assertThat(found()).containsExactly("tab\there.txt tab%09here.txt", "报.txt ", "报.txt #2 %B1%A8.txt");
    }

    @Test
    void doesNotFollowLinks() throws IOException {
        Files.createDirectory(in.resolve("sub"));
        Files.writeString(in.resolve("sub/a.txt"), "x");
        Files.createSymbolicLink(in.resolve("sub/loop"), in);

        assertThat(kinds()).containsExactly("sub/a.txt FILE ", "sub/loop UNUSABLE SYMLINK");
    }

    @Test
    void aFileOverTheLimitIsHashedAndNotRead() throws IOException {
        Files.write(in.resolve("big"), new byte[1001]);

        assertThat(kinds()).containsExactly("big UNUSABLE LIMIT_BYTES");
        assertThat(find().get(0).sha256()).contains(Digest.of(new byte[1001]));
    }

    @Test
    void stopsABombByItsRatioAndKeepsItsSiblings() throws IOException {
        Files.write(in.resolve("a.zip"), zip("bomb", new byte[900], "good", "text".getBytes(StandardCharsets.UTF_8)));

        assertThat(kinds())
                .containsExactly("a.zip CONTAINER ", "a.zip!/bomb UNUSABLE LIMIT_RATIO", "a.zip!/good FILE ");
    }

    @Test
    void refusesTooManyMembersAndTooDeepNesting() throws IOException {
        byte[] x = {1};
        byte[] inner = zip("x", x);
        Files.write(in.resolve("deep.zip"), zip("1.zip", zip("2.zip", inner)));
        Files.write(in.resolve("many.zip"), zip("1", x, "2", x, "3", x, "4", x, "5", x));

        assertThat(kinds())
                .containsExactly(
                        "deep.zip CONTAINER ",
                        "deep.zip!/1.zip CONTAINER ",
                        "deep.zip!/1.zip!/2.zip UNUSABLE LIMIT_DEPTH",
                        "many.zip UNUSABLE LIMIT_MEMBERS");
    }

    @Test
    void aZipThatIsADocumentIsOneInput() throws IOException, UnreadableException {
        Files.write(
                in.resolve("a.docx"), zip("[Content_Types].xml", new byte[] {1}, "word/document.xml", new byte[] {2}));

        assertThat(kinds()).containsExactly("a.docx FILE ");
        assertThat(FileType.of(Sources.load(find().get(0)))).isEqualTo(FileType.OOXML);
    }

    @Test
    void aFileThatChangedSinceItWasHashedIsNotBelieved() throws IOException {
        Files.writeString(in.resolve("a"), "x");
        Entry entry = find().get(0);
        Files.writeString(in.resolve("a"), "y");

        org.assertj.core.api.Assertions.assertThatThrownBy(() -> Sources.load(entry))
                .isInstanceOfSatisfying(
                        UnreadableException.class, e -> assertThat(e.reason()).isEqualTo(Reason.CHANGED_WHILE_READ));
    }

    private List<Entry> find() throws IOException {
        return new Sources(TIGHT, staging, sha256 -> true, () -> {}).find(List.of(in));
    }

    private List<String> found() throws IOException {
        return find().stream().map(e -> e.name() + " " + e.pathRaw()).toList();
    }

    private List<String> kinds() throws IOException {
        return find().stream()
                .map(e -> e.name() + " " + e.kind() + " "
                        + e.problem().map(Enum::name).orElse(""))
                .toList();
    }

    private static byte[] zip(Object... namesAndContents) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                ZipEntry entry = new ZipEntry((String) namesAndContents[i]);
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write((byte[]) namesAndContents[i + 1]);
            }
        }
        return out.toByteArray();
    }
}
