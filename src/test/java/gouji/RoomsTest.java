package gouji;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;
import javax.tools.JavaCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The rooms stand in the order in which a page becomes data; a room sees only rooms further left, a leaf is seen only by
 * the front door and by packages below it, and each library lives in one place. The JDK's own jdeps is asked about the compiled classes.
 */
class RoomsTest {
    private static final List<String> ROOMS = List.of(
            "process",
            "source",
            "document",
            "table",
            "profile",
            "body",
            "report",
            "check",
            "panel",
            "dataset",
            "run",
            "office",
            "review");

    /** Packages of libraries, and who may see them; {@code gouji} is the front door. */
    private static final Map<String, List<String>> LIBRARIES = Map.ofEntries(
            // tabula's constructor of a text element names PDFBox's font class; it is given none.
            entry("org.apache.pdfbox", List.of("gouji.document.pdf", "gouji.table.tabula")),
            entry("org.apache.fontbox", List.of("gouji.document.pdf")),
            entry("technology.tabula", List.of("gouji.table.tabula")),
            entry("org.jsoup", List.of("gouji.document.html")),
            entry("org.apache.james", List.of("gouji.document.html")),
            // One library for all Office formats; Word and spreadsheets are two leaves, notes in Word are written by a
            // third.
            entry("org.apache.poi", List.of("gouji.document.word", "gouji.document.sheet", "gouji.office.docx")),
            // Read by two leaves and written by another.
            entry("org.apache.commons.csv", List.of("gouji.dataset.csv", "gouji.document.csv", "gouji.body.csv")),
            entry("tools.jackson", List.of("gouji.dataset.json", "gouji.profile.yaml")),
            entry("com.networknt", List.of("gouji.profile.yaml")),
            entry("org.sqlite", List.of("gouji.run.sqlite")),
            entry("picocli", List.of("gouji")),
            entry("org.apache.parquet", List.of("gouji.dataset.parquet")),
            entry("org.apache.hadoop", List.of("gouji.dataset.parquet")),
            entry("java.sql", List.of("gouji.dataset.sql", "gouji.run.sqlite")),
            entry("org.dhatim", List.of("gouji.dataset.xlsx")),
            entry("io.javalin", List.of("gouji.review.web")),
            entry("me.tongfei", List.of("gouji")),
            entry("ai.onnxruntime", List.of("gouji.document.ocr.onnx")),
            entry("net.sourceforge", List.of("gouji.document.ocr.tesseract")),
            entry("com.sun.jna", List.of("gouji.document.ocr.tesseract")),
            entry("org.apache.commons.compress", List.of("gouji.source")),
            entry("com.github.junrar", List.of("gouji.source")),
            // Nobody here: only the second module, which the others never see.
            entry("org.apache.spark", List.of()),
            entry("scala", List.of()));

    /**
     * One package seeing another.
     *
     * @param from who sees
     * @param to who is seen
     */
    record Arrow(String from, String to) {}

    @Test
    void everyRoomSeesOnlyRoomsFurtherLeft() {
        assertThat(violations(Path.of("target/classes"))).isEmpty();
    }

    @Test
    void noticesAPlantedViolation(@TempDir Path folder) throws IOException {
        plant(folder, "gouji.check", "Late", "");
        plant(folder, "gouji.dataset.csv", "Leaf", "");
        plant(folder, "org.apache.commons.csv", "Library", "");
        plant(folder, "gouji.source", "Early", "gouji.check.Late late; org.apache.commons.csv.Library library;");
        plant(folder, "gouji.run", "Nosy", "gouji.dataset.csv.Leaf leaf; gouji.check.Late allowed;");

        assertThat(violations(compile(folder)))
                .containsExactlyInAnyOrder(
                        "gouji.source sees gouji.check: source stands left of check and must not know it",
                        "gouji.source sees org.apache.commons.csv: only [gouji.dataset.csv, gouji.document.csv, gouji.body.csv] may",
                        "gouji.run sees gouji.dataset.csv: a leaf is seen only by the front door (gouji)");
    }

    private static List<String> violations(Path classes) {
        List<String> found = new ArrayList<>();
        for (Arrow a : arrows(classes)) {
            String room = room(a.from());
            if (a.to().startsWith("gouji.") || a.to().equals("gouji")) {
                String why = betweenRooms(a, room);
                if (!why.isEmpty()) {
                    found.add(a.from() + " sees " + a.to() + ": " + why);
                }
            }
            LIBRARIES.forEach((library, allowed) -> {
                if ((a.to().equals(library) || a.to().startsWith(library + ".")) && !allowed.contains(a.from())) {
                    found.add(a.from() + " sees " + a.to() + ": only " + allowed + " may");
                }
            });
        }
        return found;
    }

    private static String betweenRooms(Arrow a, String room) {
        if (a.from().equals("gouji") || a.to().equals(a.from())) {
            return "";
        }
        String seen = room(a.to());
        if (seen.isEmpty()) {
            return "nothing may know the front door";
        }
        if (!ROOMS.contains(room) || !ROOMS.contains(seen)) {
            return "unknown room, expected one of " + ROOMS;
        }
        if (isLeaf(a.to()) && !a.from().startsWith(a.to() + ".")) {
            return "a leaf is seen only by the front door (gouji)";
        }
        return ROOMS.indexOf(seen) > ROOMS.indexOf(room)
                ? room + " stands left of " + seen + " and must not know it"
                : "";
    }

    /** {@code source} of {@code gouji.source} and of {@code gouji.source.leaf}; empty for the front door. */
    private static String room(String packageName) {
        String[] names = packageName.split("\\.");
        return names.length < 2 ? "" : names[1];
    }

    private static boolean isLeaf(String packageName) {
        return packageName.chars().filter(c -> c == '.').count() > 1;
    }

    private static List<Arrow> arrows(Path classes) {
        StringWriter out = new StringWriter();
        ToolProvider jdeps = ToolProvider.findFirst("jdeps").orElseThrow();
        int status = jdeps.run(
                new PrintWriter(out),
                new PrintWriter(out),
                "-verbose:package",
                "-filter:none",
                "--multi-release",
                "base",
                classes.toString());
        assertThat(status).as(out.toString()).isZero();
        List<Arrow> arrows = new ArrayList<>();
        for (String line : out.toString().lines().toList()) {
            String[] words = line.trim().split("\\s+");
            if (line.startsWith(" ") && words.length > 2 && words[1].equals("->")) {
                arrows.add(new Arrow(words[0], words[2]));
            }
        }
        assertThat(arrows).as("what jdeps said: " + out).isNotEmpty();
        return arrows;
    }

    private static void plant(Path folder, String packageName, String name, String fields) throws IOException {
        Path file = folder.resolve("src/" + packageName.replace('.', '/') + "/" + name + ".java");
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                "package " + packageName + "; public class " + name + " { " + fields + " }",
                StandardCharsets.UTF_8);
    }

    private static Path compile(Path folder) throws IOException {
        JavaCompiler compiler = javax.tools.ToolProvider.getSystemJavaCompiler();
        Path classes = Files.createDirectory(folder.resolve("classes"));
        List<String> arguments = new ArrayList<>(List.of("-d", classes.toString()));
        try (var walk = Files.walk(folder.resolve("src"))) {
            walk.filter(Files::isRegularFile).forEach(p -> arguments.add(p.toString()));
        }
        assertThat(compiler.run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
        return classes;
    }
}
