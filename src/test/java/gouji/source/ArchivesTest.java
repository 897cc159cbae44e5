package gouji.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives made in the test; a ledger row is drawn as {@code name kind reason}. */
class ArchivesTest {
    private static final Limits TIGHT = new Limits(5000, 4, 2, 50, 2000, 9000);

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
    void unpacksTarPlainAndPacked() throws IOException {
        byte[] tar = tar(file("报告/a.txt", "甲"), file("b.txt", "乙"));
        put("1.tar", tar);
        put("2.tgz", gzip(tar));
        put("3.tar.bz2", bzip2(tar));
        put("4.tar.xz", xz(tar));

        assertThat(rows())
                .containsExactly(
                        "1.tar CONTAINER ",
                        "1.tar!/b.txt FILE ",
                        "1.tar!/报告/a.txt FILE ",
                        "2.tgz CONTAINER ",
                        "2.tgz!/b.txt DUPLICATE ",
                        "2.tgz!/报告/a.txt DUPLICATE ",
                        "3.tar.bz2 CONTAINER ",
                        "3.tar.bz2!/b.txt DUPLICATE ",
                        "3.tar.bz2!/报告/a.txt DUPLICATE ",
                        "4.tar.xz CONTAINER ",
                        "4.tar.xz!/b.txt DUPLICATE ",
                        "4.tar.xz!/报告/a.txt DUPLICATE ");
    }

    @Test
    void aPackedFileThatIsNoArchiveIsItsOnlyMember() throws IOException, UnreadableException {
        put("sub.report.html.gz", gzip("<html>报".getBytes(StandardCharsets.UTF_8)));

        assertThat(rows())
                .containsExactly("sub.report.html.gz CONTAINER ", "sub.report.html.gz!/sub.report.html FILE ");
        assertThat(Sources.load(find(TIGHT).get(1)).bytes()).isEqualTo("<html>报".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void unpacksSevenZipAndWhatLiesInIt() throws IOException {
        put("a.7z", sevenZip(null, "年报.txt", "甲".getBytes(StandardCharsets.UTF_8), "in.tar", tar(file("b.txt", "乙"))));

        assertThat(rows())
                .containsExactly(
                        "a.7z CONTAINER ",
                        "a.7z!/in.tar CONTAINER ",
                        "a.7z!/in.tar!/b.txt FILE ",
                        "a.7z!/年报.txt FILE ");
    }

    @Test
    void saysThatSevenZipNeedsAPassword() throws IOException {
        put("a.7z", sevenZip("secret", "a.txt", new byte[300]));

        assertThat(rows()).containsExactly("a.7z UNUSABLE ENCRYPTED");
    }

    @Test
    void namesTheMemberOfAZipWhoseChecksumDoesNotFit() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name : List.of("1.txt", "2.txt")) {
                byte[] content = ("content of " + name).getBytes(StandardCharsets.UTF_8);
                java.util.zip.CRC32 crc = new java.util.zip.CRC32();
                crc.update(content);
                ZipEntry entry = new ZipEntry(name);
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(content.length);
                entry.setCrc(crc.getValue());
                zip.putNextEntry(entry);
                zip.write(content);
            }
        }
        byte[] bytes = out.toByteArray();
        bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf("content of 1")]++;
        put("a.zip", bytes);

        assertThat(rows()).containsExactly("a.zip CONTAINER ", "a.zip!/1.txt UNUSABLE CORRUPT", "a.zip!/2.txt FILE ");

        put("a.zip", Arrays.copyOf(bytes, bytes.length - 30));
        assertThat(rows()).containsExactly("a.zip UNUSABLE CORRUPT");
    }

    @Test
    void readsNamesInGbk() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, "GBK")) {
            put(tar, new TarArchiveEntry("年度报告.txt"), "x".getBytes(StandardCharsets.UTF_8));
        }
        put("a.tar", bytes.toByteArray());
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(zipped, Charset.forName("GBK"))) {
            zip.putNextEntry(new ZipEntry("公开.txt"));
            zip.write('y');
        }
        put("b.zip", zipped.toByteArray());

        assertThat(rows())
                .containsExactly(
                        "a.tar CONTAINER ", "a.tar!/年度报告.txt FILE ", "b.zip CONTAINER ", "b.zip!/公开.txt FILE ");
    }

    @Test
    void recordsNamesThatLeadOutAndWritesNothingThere() throws IOException {
        TarArchiveEntry absolute = new TarArchiveEntry("/ESCAPED", true);
        put("a.tar", tar(file("../ESCAPED", "1"), new Object[] {absolute, bytes("2")}, file("C:\\ESCAPED", "3")));

        List<Entry> found = find(TIGHT);
        assertThat(found.stream().filter(e -> e.flags().contains("UNSAFE_PATH")).map(Entry::name))
                .containsExactlyInAnyOrder("a.tar!/../ESCAPED", "a.tar!//ESCAPED", "a.tar!/C:\\ESCAPED");
        assertThat(rows()).allMatch(r -> r.endsWith("FILE ") || r.endsWith("CONTAINER "));
        try (var files = Files.walk(folder)) {
            assertThat(files.map(f -> f.getFileName().toString())).noneMatch(n -> n.contains("ESCAPED"));
        }
    }

    @Test
    void opensNoLinkAndNoDevice() throws IOException {
        TarArchiveEntry link = new TarArchiveEntry("link", TarConstants.LF_SYMLINK);
        link.setLinkName("/etc/passwd");
        TarArchiveEntry hard = new TarArchiveEntry("hard", TarConstants.LF_LINK);
        hard.setLinkName("/etc/passwd");
        TarArchiveEntry device = new TarArchiveEntry("device", TarConstants.LF_CHR);
        put("a.tar", tar(new Object[] {link, null}, new Object[] {hard, null}, new Object[] {device, null}));

        assertThat(rows())
                .containsExactly(
                        "a.tar CONTAINER ",
                        "a.tar!/device UNUSABLE NOT_REGULAR",
                        "a.tar!/hard UNUSABLE NOT_REGULAR",
                        "a.tar!/link UNUSABLE SYMLINK");
    }

    @Test
    void keepsWhatAnArchiveCutShortStillHolds() throws IOException {
        byte[] noise = new byte[1500];
        new Random(1).nextBytes(noise);
        byte[] tar =
                tar(file("a.txt", "whole"), new Object[] {new TarArchiveEntry("b.bin"), noise}, file("c.txt", "gone"));
        put("1.tar", Arrays.copyOf(tar, 2048));
        byte[] zip = zip("a.txt", bytes("whole"), "b.bin", noise, "c.txt", bytes("gone"));
        put("2.zip", Arrays.copyOf(zip, 1000));
        put("3.tgz", Arrays.copyOf(gzip(tar), 900));

        assertThat(rows())
                .containsExactly(
                        "1.tar CONTAINER ",
                        "1.tar!/(the rest) UNUSABLE TRUNCATED",
                        "1.tar!/a.txt FILE ",
                        "1.tar!/b.bin UNUSABLE TRUNCATED",
                        "2.zip CONTAINER ",
                        "2.zip!/(the rest) UNUSABLE TRUNCATED",
                        "2.zip!/a.txt DUPLICATE ",
                        "2.zip!/b.bin UNUSABLE TRUNCATED",
                        "3.tgz CONTAINER ",
                        "3.tgz!/(the rest) UNUSABLE TRUNCATED",
                        "3.tgz!/a.txt DUPLICATE ",
                        "3.tgz!/b.bin UNUSABLE TRUNCATED");
    }

    @Test
    void stopsBombsOfEveryKind() throws IOException {
        byte[] zeros = new byte[3000];
        put("1.gz", gzip(zeros));
        put("2.xz", xz(zeros));
        put("3.7z", sevenZip(null, "bomb", new byte[60_000], "after", bytes("x")));
        put("4.tar", tar(file("1", "a"), file("2", "b"), file("3", "c"), file("4", "d"), file("5", "e")));
        put("5.tgz", gzip(gzip(gzip(bytes("deep")))));
        byte[] noise = new byte[3900];
        new Random(2).nextBytes(noise);
        put("6.tar", tar(named("1", noise), named("2", noise), named("3", noise)));

        assertThat(rows())
                .containsExactly(
                        "1.gz UNUSABLE LIMIT_RATIO",
                        "2.xz CONTAINER ",
                        "2.xz!/2 FILE ",
                        "3.7z UNUSABLE LIMIT_BYTES",
                        "4.tar UNUSABLE LIMIT_BYTES",
                        "5.tgz CONTAINER ",
                        "5.tgz!/5 CONTAINER ",
                        "5.tgz!/5!/content UNUSABLE LIMIT_DEPTH",
                        "6.tar UNUSABLE LIMIT_BYTES");
    }

    @Test
    void stopsAnArchiveOfTooManyMembersOrBytesAndKeepsThoseBefore() throws IOException {
        Limits small = new Limits(50_000, 4, 2, 50, 2000, 9000);
        byte[] noise = new byte[3900];
        new Random(2).nextBytes(noise);
        put("4.tar", tar(file("1", "a"), file("2", "b"), file("3", "c"), file("4", "d"), file("5", "e")));
        put("6.tar", tar(named("1", noise), named("2", noise), named("3", noise)));

        assertThat(rows(small))
                .containsExactly(
                        "4.tar CONTAINER ",
                        "4.tar!/(the rest) UNUSABLE LIMIT_MEMBERS",
                        "4.tar!/1 FILE ",
                        "4.tar!/2 FILE ",
                        "4.tar!/3 FILE ",
                        "4.tar!/4 FILE ",
                        "6.tar CONTAINER ",
                        "6.tar!/(the rest) UNUSABLE LIMIT_INFLATE",
                        "6.tar!/1 FILE ",
                        "6.tar!/2 DUPLICATE ",
                        "6.tar!/3 UNUSABLE LIMIT_INFLATE");
    }

    @Test
    void damageInAnArchiveIsToldAndNothingMore() throws IOException {
        put("1.7z", Arrays.copyOf(sevenZip(null, "a.txt", bytes("甲")), 40));
        put("2.gz", Arrays.copyOf(gzip(bytes("甲")), 12));
        put("3.xz", Arrays.copyOf(xz(bytes("甲")), 14));

        assertThat(rows()).noneMatch(r -> r.endsWith("FILE "));
        assertThat(rows()).allMatch(r -> r.endsWith("CONTAINER ") || r.endsWith("TRUNCATED") || r.endsWith("CORRUPT"));
    }

    @Test
    void aDocumentCutShortIsNoArchive() throws IOException {
        byte[] docx = zip("[Content_Types].xml", bytes("<Types/>"), "word/document.xml", new byte[900]);
        put("a.docx", Arrays.copyOf(docx, 100));

        assertThat(rows()).containsExactly("a.docx UNUSABLE TRUNCATED");
    }

    private void put(String name, byte[] content) throws IOException {
        Files.write(in.resolve(name), content);
    }

    private List<Entry> find(Limits limits) throws IOException {
        return new Sources(limits, staging, sha256 -> true, () -> {}).find(List.of(in));
    }

    private List<String> rows() throws IOException {
        return rows(TIGHT);
    }

    private List<String> rows(Limits limits) throws IOException {
        return find(limits).stream()
                .map(e -> e.name() + " " + e.kind() + " "
                        + e.problem().map(Enum::name).orElse(""))
                .toList();
    }

    private static byte[] bytes(String s) {
        return s.getBytes(StandardCharsets.UTF_8);
    }

    private static Object[] file(String name, String text) {
        return named(name, bytes(text));
    }

    private static Object[] named(String name, byte[] content) {
        return new Object[] {new TarArchiveEntry(name), content};
    }

    private static byte[] tar(Object[]... members) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, "UTF-8")) {
            for (Object[] member : members) {
                put(tar, (TarArchiveEntry) member[0], (byte[]) member[1]);
            }
        }
        return bytes.toByteArray();
    }

    private static void put(TarArchiveOutputStream tar, TarArchiveEntry entry, byte[] content) throws IOException {
        if (content != null) {
            entry.setSize(content.length);
        }
        tar.putArchiveEntry(entry);
        if (content != null) {
            tar.write(content);
        }
        tar.closeArchiveEntry();
    }

    private interface Packer {
        OutputStream over(OutputStream out) throws IOException;
    }

    private static byte[] packed(byte[] content, Packer packer) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = packer.over(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] gzip(byte[] content) throws IOException {
        return packed(content, GZIPOutputStream::new);
    }

    private static byte[] bzip2(byte[] content) throws IOException {
        return packed(content, BZip2CompressorOutputStream::new);
    }

    private static byte[] xz(byte[] content) throws IOException {
        return packed(content, XZCompressorOutputStream::new);
    }

    private static byte[] sevenZip(String password, Object... namesAndContents) throws IOException {
        SeekableInMemoryByteChannel channel = new SeekableInMemoryByteChannel();
        char[] secret = password == null ? null : password.toCharArray();
        try (SevenZOutputFile seven = new SevenZOutputFile(channel, secret)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                SevenZArchiveEntry entry = new SevenZArchiveEntry();
                entry.setName((String) namesAndContents[i]);
                seven.putArchiveEntry(entry);
                seven.write((byte[]) namesAndContents[i + 1]);
                seven.closeArchiveEntry();
            }
            seven.finish();
            return Arrays.copyOf(channel.array(), (int) channel.size());
        }
    }

    private static byte[] zip(Object... namesAndContents) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) namesAndContents[i]));
                zip.write((byte[]) namesAndContents[i + 1]);
            }
        }
        return out.toByteArray();
    }
}
