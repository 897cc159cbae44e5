package gouji;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Notes on reports that lie in archives show their places as well. */
class ReturnsFromArchivesTest {
    private static final Path REPORT = Path.of("fixtures/cn-disclosure/format-2021/lincheng-housing-2024/report.pdf");

    @TempDir
    Path folder;

    @Test
    void showsPlacesOfAReportInAnArchiveInsideAnother() throws IOException {
        Path sources = Files.createDirectory(folder.resolve("sources"));
        zip(REPORT, "报告.pdf", folder.resolve("inner.zip"));
        zip(folder.resolve("inner.zip"), "x/inner.zip", sources.resolve("all.zip"));
        Path dataset = folder.resolve("dataset");
        call("import", sources, "--out", dataset);

        String said = call("returns", dataset, "--sources", sources, "--out", folder.resolve("notes"));

        assertThat(said).containsPattern("pictures +[1-9]");
        zip(Path.of("fixtures/README.md"), "报告.pdf", folder.resolve("inner.zip"));
        zip(folder.resolve("inner.zip"), "x/inner.zip", sources.resolve("all.zip"));
        String other = call("returns", dataset, "--sources", sources, "--out", folder.resolve("others"));
        assertThat(other).containsPattern("pictures +0");
    }

    private static void zip(Path file, String name, Path archive) throws IOException {
        try (OutputStream out = Files.newOutputStream(archive);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            Files.copy(file, zip);
        }
    }

    private static String call(Object... words) {
        String[] arguments =
                java.util.Arrays.stream(words).map(Object::toString).toArray(String[]::new);
        CommandLine command = Gouji.commandLine(Wiring::engine);
        StringWriter said = new StringWriter();
        command.setOut(new PrintWriter(said));
        command.setErr(new PrintWriter(said));
        assertThat(command.execute(arguments)).as(said.toString()).isZero();
        return said.toString();
    }
}
