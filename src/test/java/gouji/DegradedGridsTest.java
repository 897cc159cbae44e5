package gouji;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import degraded.Degradation;
import degraded.DegradedReport;
import gouji.document.Page;
import gouji.document.image.ImageFileReader;
import gouji.document.ocr.GridProbe;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A few of the pages that bench.GridScans looks at by the hundred: every cell of every table, and none else. */
class DegradedGridsTest {
    @BeforeAll
    static void needsAFace() {
        assumeTrue(
                DegradedReport.canPrint(), "SKIPPED: this Java draws no Chinese text, so there are no pages to spoil");
    }

    @ParameterizedTest
    @CsvSource({
        "HOLES, 9",
        "SHOW_THROUGH, 9",
        "GREY_SEAL, 3005",
        "BROKEN, 3002",
        "FAINT, 4002",
        "LOST, 3001",
        "LOST, 3005",
        "DOTTED, 3005",
        "EXIF, 3005",
        "TABLE_CROP, 4001",
        "A3, 4001",
        "DASHED_INNER, 4001",
        "SCREEN, 4001",
        "STITCHED, 4001",
        "SHADED, 4001",
        "SHADED, 4002",
        "DOUBLE_FRAME, 4001",
        "THICK_FRAME, 4001",
        "COLOURED, 4001",
        "SIGNED, 4001",
        "DASHED_INNER, 11200",
        "DASHED_INNER, 11201",
        "LOST, 11203",
        "LOST, 11206",
        "HOLES, 11203",
        "HOLES, 11204",
        "SHOW_THROUGH, 11201",
        "SHOW_THROUGH, 11207",
        "C100, 11205",
        "C100, 11206"
    })
    void findsEveryCell(Degradation degradation, long seed) throws Exception {
        DegradedReport report = DegradedReport.of(degradation, seed, true);
        assertThat(probes(report).stream().map(GridProbe::tables)).isEqualTo(report.cells());
    }

    @Test
    void takesASmallCropForWhatItIs() throws Exception {
        for (GridProbe probe : probes(DegradedReport.of(Degradation.TABLE_CROP, 4001, true))) {
            assertThat(probe.dpi()).isCloseTo(200, within(40.0));
        }
    }

    private static List<GridProbe> probes(DegradedReport report) throws Exception {
        List<GridProbe> probes = new ArrayList<>();
        for (Page page : new ImageFileReader().read(report.input()).pages()) {
            probes.add(GridProbe.of(page.scans().get(0).pixels().read()));
        }
        return probes;
    }
}
