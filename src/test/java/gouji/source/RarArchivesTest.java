package gouji.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** RAR archives written by the test; a ledger row is drawn as {@code name kind reason}, content as {@code name=content}. */
@Timeout(60)
class RarArchivesTest {
    private static final Limits SMALL = new Limits(10_000, 8, 2, 50, 1000, 6000);

    @TempDir
    Path folder;

    Path in;

    @BeforeEach
    void folder() throws IOException {
        in = Files.createDirectory(folder.resolve("in"));
    }

    @Test
    void unpacksStoredMembersOfBothFormats() throws IOException {
        put(
                "4.rar",
                RarWriter.four(0)
                        .file4("年报", "", RarWriter.DIRECTORY, 2, 0x10)
                        .file("年报\\一.txt", "一")
                        .file("2.txt", "two")
                        .file("2.txt", "again")
                        .end());
        put("5.rar", RarWriter.five().file("年报/三.txt", "三").end());

        assertThat(contents())
                .containsExactly("4.rar!/2.txt=two", "4.rar!/2.txt#2=again", "4.rar!/年报/一.txt=一", "5.rar!/年报/三.txt=三");
        assertThat(rows()).contains("4.rar CONTAINER ", "5.rar CONTAINER ");
    }

    @Test
    void unpacksArchivesOfBeforeThereWasAnEndMark() throws IOException {
        put("old.rar", RarWriter.four(0).file("1.txt", "1").cut());

        assertThat(rows()).containsExactly("old.rar CONTAINER ", "old.rar!/1.txt FILE ");
    }

    @Test
    void namesThatLeadOutAreOnlyRecorded() throws IOException {
        put(
                "a.rar",
                RarWriter.five()
                        .file("../../etc/x.txt", "x")
                        .file("/y.txt", "y")
                        .end());
        put(
                "b.rar",
                RarWriter.four(0)
                        .file("..\\..\\z.txt", "z")
                        .file("C:\\w.txt", "w")
                        .end());

        List<Entry> members = find(Limits.STANDARD).stream()
                .filter(e -> !e.member().isEmpty())
                .toList();
        assertThat(members).hasSize(4).allMatch(e -> e.flags().contains("UNSAFE_PATH"));
        try (var files = Files.walk(folder)) {
            assertThat(files.map(f -> f.getFileName().toString())).doesNotContain("x.txt", "y.txt", "z.txt", "w.txt");
        }
    }

    @Test
    void saysOfEachMemberWhyItIsNotRead() throws IOException {
        put(
                "4.rar",
                RarWriter.four(0)
                        .file4("link", "/etc/passwd", 0, 3, 0xA1FF)
                        .file4("locked.txt", "x", RarWriter.ENCRYPTED, 2, 0)
                        .file("read.txt", "read")
                        .file4("split.txt", "half", RarWriter.SPLIT_AFTER, 2, 0)
                        .end());
        put(
                "5.rar",
                RarWriter.five()
                        .file5("link", "", 0, 0, RarWriter.link("/etc/passwd"))
                        .file5("locked.txt", "x", 1, 0, RarWriter.locked())
                        .file("read.txt", "read5")
                        .end());

        assertThat(rows())
                .containsExactly(
                        "4.rar CONTAINER ",
                        "4.rar!/link UNUSABLE SYMLINK",
                        "4.rar!/locked.txt UNUSABLE ENCRYPTED",
                        "4.rar!/read.txt FILE ",
                        "4.rar!/split.txt UNUSABLE TRUNCATED",
                        "5.rar CONTAINER ",
                        "5.rar!/link UNUSABLE SYMLINK",
                        "5.rar!/locked.txt UNUSABLE ENCRYPTED",
                        "5.rar!/read.txt FILE ");
    }

    @Test
    void saysThatAListIsLocked() throws IOException {
        put("a.rar", RarWriter.four(0x80).file("1.txt", "1").end());

        assertThat(rows()).containsExactly("a.rar UNUSABLE ENCRYPTED");
    }

    @Test
    void namesTheMemberWhoseChecksumDoesNotFit() throws IOException {
        for (RarWriter rar : List.of(RarWriter.four(0), RarWriter.five())) {
            byte[] bytes = rar.file("1.txt", "one one").file("2.txt", "two two").end();
            int at = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("one one");
            bytes[at]++;
            put("a.rar", bytes);

            assertThat(rows())
                    .containsExactly("a.rar CONTAINER ", "a.rar!/1.txt UNUSABLE CORRUPT", "a.rar!/2.txt FILE ");
        }
    }

    @Test
    void whatIsCutOffIsARowOfItsOwn() throws IOException {
        for (RarWriter rar : List.of(RarWriter.four(0), RarWriter.five())) {
            byte[] bytes =
                    rar.file("1.txt", "one").file("2.txt", "t".repeat(100)).end();
            put("a.rar", Arrays.copyOf(bytes, bytes.length - 50));
            assertThat(rows())
                    .containsExactly(
                            "a.rar CONTAINER ",
                            "a.rar!/(the rest) UNUSABLE TRUNCATED",
                            "a.rar!/1.txt FILE ",
                            "a.rar!/2.txt UNUSABLE TRUNCATED");

            put("a.rar", Arrays.copyOf(bytes, bytes.length - 120));
            assertThat(rows())
                    .containsExactly("a.rar CONTAINER ", "a.rar!/(the rest) UNUSABLE TRUNCATED", "a.rar!/1.txt FILE ");

            put("a.rar", Arrays.copyOf(bytes, 9));
            assertThat(rows()).containsExactly("a.rar UNUSABLE TRUNCATED");
        }
    }

    @Test
    void keepsTheLimits() throws IOException {
        RarWriter many = RarWriter.four(0);
        for (int i = 0; i < 9; i++) {
            many.file(i + ".txt", "" + i);
        }
        put("many.rar", many.end());
        byte[] inner = RarWriter.five().file("deep.txt", "d").end();
        put("nested.zip", zip("a.rar", inner));
        put(
                "sum.rar",
                RarWriter.four(0)
                        .file("1", "1".repeat(1900))
                        .file("2", "2".repeat(1900))
                        .file("3", "3".repeat(1900))
                        .file("4", "4".repeat(1900))
                        .end());

        assertThat(rows(SMALL))
                .containsExactly(
                        "many.rar UNUSABLE LIMIT_MEMBERS",
                        "nested.zip CONTAINER ",
                        "nested.zip!/a.rar CONTAINER ",
                        "nested.zip!/a.rar!/deep.txt FILE ",
                        "sum.rar CONTAINER ",
                        "sum.rar!/1 FILE ",
                        "sum.rar!/2 FILE ",
                        "sum.rar!/3 FILE ",
                        "sum.rar!/4 UNUSABLE LIMIT_INFLATE");
        assertThat(rows(new Limits(10_000, 8, 1, 50, 1000, 6000))).contains("nested.zip!/a.rar UNUSABLE LIMIT_DEPTH");
    }

    @Test
    void endlessListsEnd() throws IOException {
        ByteArrayOutputStream blocks = new ByteArrayOutputStream();
        byte[] one = RarWriter.four(0).cut();
        for (int i = 0; i < 300_000; i++) {
            blocks.write(one, 7, one.length - 7);
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(one);
        all.write(blocks.toByteArray());
        put("a.rar", all.toByteArray());

        assertThat(rows()).containsExactly("a.rar UNUSABLE LIMIT_MEMBERS");
    }

    @Test
    void claimsAreNotBelieved() throws IOException {
        put(
                "a.rar",
                RarWriter.five()
                        .file5("huge.txt", "x", 1L << 60, 0, new byte[0])
                        .file5("packed.txt", "no such data at all", 1L << 60, 3 << 7 | 15 << 10, new byte[0])
                        .file("1.txt", "1")
                        .end());

        assertThat(rows())
                .containsExactly(
                        "a.rar CONTAINER ",
                        "a.rar!/1.txt FILE ",
                        "a.rar!/huge.txt FILE ",
                        "a.rar!/packed.txt UNUSABLE LIMIT_INFLATE");
        assertThat(contents()).contains("a.rar!/huge.txt=x");
    }

    @Test
    void whatNeedsAMemberThatCannotBeReadIsNotReadEither() throws IOException {
        put(
                "a.rar",
                RarWriter.four(8)
                        .file4("1.txt", "1", 0, 2, 0)
                        .file4("2.txt", "2", RarWriter.ENCRYPTED, 2, 0)
                        .file4("3.txt", "3", RarWriter.SOLID, 2, 0)
                        .end());

        assertThat(rows())
                .containsExactly(
                        "a.rar CONTAINER ",
                        "a.rar!/1.txt FILE ",
                        "a.rar!/2.txt UNUSABLE ENCRYPTED",
                        "a.rar!/3.txt UNUSABLE ENCRYPTED");
    }

    @Test
    void noChangedByteBreaksTheSearch() throws IOException {
        for (boolean five : new boolean[] {false, true}) {
            byte[] whole = (five ? RarWriter.five() : RarWriter.four(0))
                    .file("1.txt", "one one one")
                    .file("2.txt", "two")
                    .end();
            for (int i = 7; i < whole.length; i++) {
                for (int bit : new int[] {1, 0x80}) {
                    byte[] changed = whole.clone();
                    changed[i] ^= (byte) bit;
                    put("a.rar", changed);
                    assertThat(rows())
                            .as("byte %d, bit %d", i, bit)
                            .isNotEmpty()
                            .allMatch(r -> r.startsWith("a.rar"));
                }
            }
        }
    }

    private void put(String name, byte[] bytes) throws IOException {
        Files.write(in.resolve(name), bytes);
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (var zip = new java.util.zip.ZipOutputStream(out)) {
            zip.putNextEntry(new java.util.zip.ZipEntry(name));
            zip.write(content);
        }
        return out.toByteArray();
    }

    private List<Entry> find(Limits limits) throws IOException {
        Path staging = Files.createDirectories(folder.resolve("staging"));
        return new Sources(limits, staging, sha256 -> true, () -> {}).find(List.of(in));
    }

    private List<String> rows() throws IOException {
        return rows(Limits.STANDARD);
    }

    private List<String> rows(Limits limits) throws IOException {
        return find(limits).stream()
                .map(e -> e.name() + " " + e.kind() + " "
                        + e.problem().map(Enum::name).orElse(""))
                .toList();
    }

    private List<String> contents() throws IOException {
        return find(Limits.STANDARD).stream()
                .filter(e -> e.kind() == Entry.Kind.FILE)
                .map(e -> {
                    try {
                        return e.name() + "=" + Files.readString(e.content().orElseThrow());
                    } catch (IOException x) {
                        throw new java.io.UncheckedIOException(x);
                    }
                })
                .toList();
    }
}
