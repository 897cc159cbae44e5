package gouji.spark;

import gouji.source.Input;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A folder of reports and of all that comes with them in real life: copies, archives, saved pages, harmful files. */
final class Inputs {
    /** A region of a roster, and its member, by the names they print. */
    static final String REGION = "宿迁市";

    static final String MEMBER = "阜新市清河门区";
    private static final Path FIXTURES = Path.of("..", "fixtures");

    private final Path folder;

    private Inputs(Path folder) {
        this.folder = folder;
    }

    /** Fills a folder. */
    static Path into(Path folder) throws IOException {
        Inputs inputs = new Inputs(Files.createDirectories(folder));
        inputs.reports();
        inputs.editions();
        inputs.members();
        inputs.archives();
        inputs.oddNames();
        inputs.savedPage();
        inputs.harmful();
        return folder;
    }

    private void put(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    private void put(String name, String text) throws IOException {
        put(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(String report) throws IOException {
        return Files.readString(FIXTURES.resolve("cn-disclosure/" + report + "/report.txt"));
    }

    private void reports() throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(FIXTURES)) {
            files = walk.filter(f -> f.getFileName().toString().startsWith("report.")
                            || f.getParent().endsWith("bad"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            put(FIXTURES.relativize(file).toString(), Files.readAllBytes(file));
        }
    }

    /** Other files of one body's report: with the same figures, and with others. */
    private void editions() throws IOException {
        String report = text("format-2021/suqian-2023");
        put("again/same-bytes.txt", report);
        put("again/same-figures.txt", report + "\n\n附件\n");
        put("again/other-figures.txt", report.replace('7', '8'));
        put("again/next-year.txt", text("format-2021/suqian-2024").replace('3', '4'));
    }

    /** Reports of the region's member for its years; in one of them it prints a longer name. */
    private void members() throws IOException {
        String report = text("format-2021/qinghemen-2022");
        put("members/2023.txt", report.replace("2022", "2023"));
        put("members/2024.txt", report.replace("2022", "2024").replace(MEMBER, "辽宁省" + MEMBER));
    }

    /** A log of a decision on a cell of a report of the region. */
    static String corrections() throws IOException {
        String id = Input.of(
                        "", Files.readAllBytes(FIXTURES.resolve("cn-disclosure/format-2021/suqian-2024/report.txt")))
                .sha256()
                .substring(0, 16);
        return "report_id,table,row,column,before,after,reason,who,when,decision\n" + id
                + ",requests,received_new,total,,77777,asked,somebody,2026-01-01T00:00:00Z,edit\n";
    }

    private void archives() throws IOException {
        byte[] inner = zip(
                "deep/inside.txt",
                text("format-2021/qinglan-2023") + "\n一\n",
                "twice.txt",
                text("format-2021/qinglan-2023"));
        byte[] outer = zip(
                "first.txt", text("format-2021/wangchao-2022") + "\n二\n",
                "inner.zip", inner,
                "../../leads/out.txt", text("format-2021/wangchao-2022") + "\n三\n");
        put("b/outer.zip", outer);
        put("b/copy-of-outer.zip", outer);
        put("a/other.zip", zip("inner.zip", inner, "more.txt", text("format-2021/shiqiao-2023") + "\n四\n"));
        put("c/inner-alone.zip", inner);
        put("cut/outer.zip", Arrays.copyOf(outer, outer.length / 2));
        put("cut/again.zip", Arrays.copyOf(outer, outer.length / 2));
        put("bomb.zip", zip("zeros.txt", new byte[64 << 20]));
        put("empty.zip", zip());
    }

    private void oddNames() throws IOException {
        put("_hidden.txt", text("format-2019/liuxi-2023") + "\n五\n");
        put("_files/.dot.txt", text("format-2019/liuxi-2023") + "\n六\n");
        put("a b%20c/100%.txt", text("format-2019/liuxi-2023") + "\n七\n");
        put("=1+2.txt", text("format-2019/liuxi-2023") + "\n八\n");
        Files.createSymbolicLink(folder.resolve("link.txt"), Path.of("_hidden.txt"));
    }

    private void savedPage() throws IOException {
        byte[] picture = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 1};
        put("page.html", "<html><body><p>通知</p><img src='page_files/p.png'><img src='beside.png'></body></html>");
        put("page_files/p.png", picture);
        put("page_files/style.css", "p {}");
        put("beside.png", Arrays.copyOf(picture, 12));
        put("pages.zip", zip("x/page.html", "<html><img src='p.png'>", "x/p.png", picture));
    }

    private void harmful() throws IOException {
        for (String how : List.of("exit", "hang", "memory", "deep")) {
            put("harm/" + how + ".txt", HarmfulWorker.asking(how));
        }
        put("harm/nested.html", "<html><body>" + "<table><tr><td>".repeat(50_000));
        put("harm/entities.html", "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><html>&e;</html>");
        put("harm/again.zip", zip("exit.txt", HarmfulWorker.asking("exit"), "cut.pdf", "%PDF-1.7\n1 0 obj<<"));
    }

    /** @param parts name, content, name, content, …; a content is a text or bytes */
    private static byte[] zip(Object... parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < parts.length; i += 2) {
                ZipEntry entry = new ZipEntry((String) parts[i]);
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(
                        parts[i + 1] instanceof String text
                                ? text.getBytes(StandardCharsets.UTF_8)
                                : (byte[]) parts[i + 1]);
            }
        }
        return bytes.toByteArray();
    }
}
