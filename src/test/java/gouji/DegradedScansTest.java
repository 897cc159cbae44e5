package gouji;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import degraded.Degradation;
import degraded.DegradedReport;
import degraded.DegradedScore;
import degraded.DegradedScore.Score;
import degraded.DegradedScore.Verdict;
import gouji.document.ocr.PictureRecognizer;
import gouji.document.ocr.onnx.PpOcrModel;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A few of the pages that bench.DegradedScans reads by the hundred: nothing may be wrong without a mark. */
class DegradedScansTest {
    private static final DegradedScore SCORER = new DegradedScore(new PictureRecognizer(new PpOcrModel()));
    private static final long SEED = 7;

    @BeforeAll
    static void needsAFace() {
        assumeTrue(
                DegradedReport.canPrint(), "SKIPPED: this Java draws no Chinese text, so there are no pages to spoil");
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "C150",
                "SKEW_80",
                "BROKEN",
                "OPEN",
                "LOST",
                "TURN_270",
                "EXIF",
                "NOISE",
                "GREY_SEAL",
                "NIGHT",
                "FILLED",
                "INKED"
            })
    void readsToTheDigit(Degradation degradation) {
        Score score = SCORER.of(DegradedReport.of(degradation, SEED, true));
        assertThat(score.failure()).isEmpty();
        assertThat(score.gridsExact()).doesNotContain(false);
        assertThat(score.count(Verdict.RIGHT)).isEqualTo(score.cells().size());
    }

    @ParameterizedTest
    @EnumSource(names = {"BAD", "FAX"})
    void neverErrsSilently(Degradation degradation) {
        Score score = SCORER.of(DegradedReport.of(degradation, SEED, true));
        assertThat(score.count(Verdict.SILENT_WRONG)).isZero();
        assertThat(score.count(Verdict.MISSING)).isZero();
        long right = score.count(Verdict.RIGHT) + score.count(Verdict.RIGHT_BUT_SUSPECT);
        assertThat(right).isGreaterThanOrEqualTo(180);
    }
}
