package gouji.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages saved with their pictures; a ledger row is drawn as {@code name kind reason}. */
class SavedPagesTest {
    @TempDir
    Path folder;

    Path in;

    @BeforeEach
    void folder() throws IOException {
        in = Files.createDirectory(folder.resolve("in"));
    }

    @Test
    void whatWasSavedWithAPageIsAccountedForAndNotReadByItself() throws IOException, UnreadableException {
        put("page.html", "<img src=\"page_files/a.png\"><img src='./b.png'>");
        put("page_files/a.png", "A");
        put("page_files/unused.gif", "U");
        put("page_files/style.css", "S");
        put("page_files/frame.html", "F");
        put("page_files/report.pdf", "R");
        put("b.png", "B");
        put("c.png", "C");

        assertThat(rows())
                .containsExactly(
                        "b.png UNUSABLE NO_REPORT_FOUND",
                        "c.png FILE ",
                        "page.html FILE ",
                        "page_files/a.png UNUSABLE NO_REPORT_FOUND",
                        "page_files/frame.html FILE ",
                        "page_files/report.pdf FILE ",
                        "page_files/style.css UNUSABLE NO_REPORT_FOUND",
                        "page_files/unused.gif FILE ");
        Companions companions = page("page.html").companions();
        assertThat(companions.find("page_files/a.png").orElseThrow().bytes()).isEqualTo(bytes("A"));
        assertThat(companions.find("b.png?v=2#top").orElseThrow().bytes()).isEqualTo(bytes("B"));
        assertThat(companions.find("c.png")).isEmpty();
    }

    @Test
    void noPathLeadsOutOfTheFolderOrTheArchive() throws IOException, UnreadableException {
        Files.writeString(folder.resolve("secret.png"), "secret");
        put(
                "sub/page.html",
                "<img src=../../secret.png><img src=/etc/secret.png><img src=file:///secret.png>"
                        + "<img src=../beside.png><img src=..\\..\\secret.png><img src=%2e%2e/%2e%2e/secret.png>");
        put("beside.png", "B");
        Files.write(in.resolve("a.zip"), zip("page.html", bytes("<img src=../beside.png>"), "x.txt", bytes("X")));

        Companions companions = page("sub/page.html").companions();
        for (String out :
                List.of("../../secret.png", "/etc/secret.png", "file:///secret.png", "%2e%2e/%2e%2e/secret.png")) {
            assertThat(companions.find(out)).as(out).isEmpty();
        }
        assertThat(companions.find("../beside.png")).isPresent();
        assertThat(page("a.zip!/page.html").companions().find("../beside.png")).isEmpty();
    }

    @Test
    void findsThePicturesOfAPageInAnArchive() throws IOException, UnreadableException {
        Files.write(
                in.resolve("a.zip"),
                zip("网页/年报.htm", bytes("<img src=\"年报.files/1.jpg\">"), "网页/年报.files/1.jpg", bytes("J")));

        assertThat(rows())
                .containsExactly(
                        "a.zip CONTAINER ",
                        "a.zip!/网页/年报.files/1.jpg UNUSABLE NO_REPORT_FOUND",
                        "a.zip!/网页/年报.htm FILE ");
        assertThat(page("a.zip!/网页/年报.htm").companions().find("年报.files/1.jpg")).isPresent();
    }

    @Test
    void theSamePictureElsewhereIsAnInputOfItsOwn() throws IOException {
        put("a/page.html", "<img src=t.png>");
        put("a/t.png", "T");
        put("b/t.png", "T");

        assertThat(rows()).containsExactly("a/page.html FILE ", "a/t.png UNUSABLE NO_REPORT_FOUND", "b/t.png FILE ");
    }

    @Test
    void whatAPageGivesDependsOnItsPictures() throws IOException {
        put("page.html", "<img src=t.png>");
        put("t.png", "1");
        String before = entry("page.html").key();
        put("t.png", "2");

        assertThat(entry("page.html").key()).isNotEqualTo(before);
        assertThat(entry("page.html").sha256()).contains(Digest.of(bytes("<img src=t.png>")));
    }

    @Test
    void theSameMarkupWithOtherPicturesIsAnotherInput() throws IOException, UnreadableException {
        for (String place : List.of("a/", "b/", "c/")) {
            put(place + "page.html", "<img src=page_files/t.png>");
            put(
                    place + "page_files/t.png",
                    place.equals("c/") ? "A" : place.substring(0, 1).toUpperCase());
        }
        put("bare/page.html", "<img src=page_files/t.png>");

        assertThat(rows())
                .containsExactly(
                        "a/page.html FILE ",
                        "a/page_files/t.png UNUSABLE NO_REPORT_FOUND",
                        "b/page.html FILE ",
                        "b/page_files/t.png UNUSABLE NO_REPORT_FOUND",
                        "bare/page.html FILE ",
                        "c/page.html DUPLICATE ",
                        "c/page_files/t.png UNUSABLE NO_REPORT_FOUND");
        Input a = page("a/page.html");
        Input b = page("b/page.html");
        Input bare = page("bare/page.html");
        assertThat(a.companions().find("page_files/t.png").orElseThrow().bytes())
                .isEqualTo(bytes("A"));
        assertThat(b.companions().find("page_files/t.png").orElseThrow().bytes())
                .isEqualTo(bytes("B"));
        assertThat(List.of(a.reportId(), b.reportId(), bare.reportId())).doesNotHaveDuplicates();
        assertThat(bare.reportId())
                .isEqualTo(Digest.of(bytes("<img src=page_files/t.png>")).substring(0, 16));
        assertThat(entry("b/page.html").reportId()).isEqualTo(b.reportId());
    }

    @Test
    void findsThePicturesOfAPageWhoseFolderWasRenamedWithIt() throws IOException, UnreadableException {
        put("甲.html", "<img src='page_files/t.png'>");
        put("甲_files/t.png", "A");
        put("乙.html", "<img src='page_files/t.png'>");
        put("乙_files/t.png", "B");

        assertThat(rows())
                .containsExactly(
                        "乙.html FILE ",
                        "乙_files/t.png UNUSABLE NO_REPORT_FOUND",
                        "甲.html FILE ",
                        "甲_files/t.png UNUSABLE NO_REPORT_FOUND");
        assertThat(page("乙.html")
                        .companions()
                        .find("page_files/t.png")
                        .orElseThrow()
                        .bytes())
                .isEqualTo(bytes("B"));
    }

    @Test
    void onlyPicturesThePageRefersToBelongToIt() throws IOException {
        put(
                "page.html",
                "<!-- <img src=page_files/comment.png> --><script src=page_files/script.png></script>"
                        + "<img src=page_files/src.png data-src='page_files/lazy.png'"
                        + " srcset='page_files/small.png 1x, page_files/large.png 2x'>"
                        + "<picture><source srcset=\"page_files/wide.png\"><img></picture>"
                        + "<table background=page_files/back.png><tr><td style=\"background:url('page_files/style.png')\">");
        List<String> pictures = List.of("back", "comment", "large", "lazy", "script", "small", "src", "style", "wide");
        for (String name : pictures) {
            put("page_files/" + name + ".png", name);
        }

        assertThat(rows().stream().filter(r -> r.endsWith("FILE ")))
                .containsExactly("page.html FILE ", "page_files/comment.png FILE ", "page_files/script.png FILE ");
    }

    private Entry entry(String name) throws IOException {
        return find().stream().filter(e -> e.name().equals(name)).findFirst().orElseThrow();
    }

    private Input page(String name) throws IOException, UnreadableException {
        return Sources.load(entry(name));
    }

    private void put(String name, String text) throws IOException {
        Path file = in.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private List<Entry> find() throws IOException {
        Path staging = Files.createDirectories(folder.resolve("staging"));
        return new Sources(Limits.STANDARD, staging, sha256 -> true, () -> {}).find(List.of(in));
    }

    private List<String> rows() throws IOException {
        return find().stream()
                .map(e -> e.name() + " " + e.kind() + " "
                        + e.problem().map(Enum::name).orElse(""))
                .toList();
    }

    private static byte[] bytes(String s) {
        return s.getBytes(StandardCharsets.UTF_8);
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
