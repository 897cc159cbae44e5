package blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Notes on the fixtures' reports that print figures that do not add up. */
class ReturnsTest {
    private static final String HOUSING = "临澄市住房和城乡建设局-2024";

    @TempDir
    Path folder;

    @Test
    void aNoteSaysWhatStandsThereAndWhatWasExpected() throws IOException {
        Call call = Call.gouji("returns", "output/cn-disclosure", "--out", folder.resolve("notes"));

        assertThat(call.status()).as(call.err()).isZero();
        assertThat(Folder.read(folder.resolve("notes/" + HOUSING + ".html")))
                .contains("临澄市住房和城乡建设局：", "以下3处数据")
                .contains("报告所载：358 ＋ 14 ＝ 372；370 ＋ 11 ＝ 381")
                .contains("本项填报358，按其余数据应为367，相差-9。")
                .contains("正文367，表格358")
                .doesNotContain("<img");
    }

    @Test
    void everyBodyAndYearThatFailsGetsOneNote() throws IOException {
        Call.gouji("returns", "output/cn-disclosure", "--out", folder.resolve("notes"));

        assertThat(Folder.snapshot(folder.resolve("notes")).keySet())
                .containsExactlyInAnyOrder(
                        HOUSING + ".html",
                        HOUSING + ".docx",
                        "临澄市望潮区石桥街道办事处-2023.html",
                        "临澄市望潮区石桥街道办事处-2023.docx",
                        "returns.csv");
    }

    @Test
    void theWordNoteSaysTheSameAndShowsThePlaces() throws IOException {
        returns(folder.resolve("notes"), Path.of("fixtures/cn-disclosure/format-2021"));

        try (InputStream in = Files.newInputStream(folder.resolve("notes/" + HOUSING + ".docx"));
                XWPFDocument document = new XWPFDocument(in)) {
            String text = document.getParagraphs().stream()
                    .map(XWPFParagraph::getText)
                    .collect(Collectors.joining("\n"));
            assertThat(text).contains("报告所载：358 ＋ 14 ＝ 372；370 ＋ 11 ＝ 381").contains("报告第2页（红框为所涉数据）");
            assertThat(document.getAllPictures()).isNotEmpty();
            BufferedImage picture = ImageIO.read(
                    new ByteArrayInputStream(document.getAllPictures().get(0).getData()));
            assertThat(redPixels(picture)).isGreaterThan(100);
        }
    }

    @Test
    void aFileOfOtherBytesIsNotShown() throws IOException {
        Path sources = folder.resolve("sources");
        for (String report : List.of("lincheng-housing-2024", "shiqiao-2023")) {
            Files.createDirectories(sources.resolve(report));
            Files.copy(
                    Path.of("fixtures/cn-disclosure/format-2021/wangchao-2022/report.pdf"),
                    sources.resolve(report + "/report.pdf"));
        }

        assertThat(returns(folder.resolve("notes"), sources).out().replaceAll(" +", " "))
                .contains("pictures 0");
    }

    @Test
    void sameDatasetGivesTheSameBytes() throws IOException {
        Path sources = Path.of("fixtures/cn-disclosure/format-2021");
        returns(folder.resolve("one"), sources);
        returns(folder.resolve("two"), sources);

        assertThat(Folder.snapshot(folder.resolve("one"))).isEqualTo(Folder.snapshot(folder.resolve("two")));
    }

    private static Call returns(Path out, Path sources) {
        Call call = Call.gouji("returns", "output/cn-disclosure", "--sources", sources, "--out", out);
        assertThat(call.status()).as(call.err()).isZero();
        return call;
    }

    private static long redPixels(BufferedImage image) {
        long red = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int rgb = image.getRGB(x, y);
                red += (rgb >> 16 & 255) > 180 && (rgb >> 8 & 255) < 60 && (rgb & 255) < 60 ? 1 : 0;
            }
        }
        return red;
    }
}
