package gouji.document.pdf;

import static gouji.document.pdf.SmallPdf.textOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import gouji.document.Document;
import gouji.source.Input;
import gouji.source.Reason;
import gouji.source.UnreadableException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;

/** What becomes of whole files: odd, broken, locked and hostile ones. */
class PdfReaderTest {
    private static final String HELLO = "BT /F1 10 Tf 30 40 Td (hello) Tj ET";

    private static UnreadableException refusal(byte[] bytes) {
        return refusal(bytes, PdfLimits.STANDARD);
    }

    private static UnreadableException refusal(byte[] bytes, PdfLimits limits) {
        UnreadableException refusal = catchThrowableOfType(
                UnreadableException.class, () -> new PdfReader(limits).read(SmallPdf.input(bytes)));
        assertThat(refusal).as("refused").isNotNull();
        assertThat(refusal.getMessage()).endsWith(".");
        return refusal;
    }

    private static Input of(String bytes) {
        return SmallPdf.input(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void knowsAPdfByItsFirstKilobyte() {
        PdfReader reader = new PdfReader();

        assertThat(reader.reads(of("%PDF-1.7"))).isTrue();
        assertThat(reader.reads(of("junk\n".repeat(100) + "%PDF-1.4"))).isTrue();
        assertThat(reader.reads(of("junk\n".repeat(300) + "%PDF-1.4"))).isFalse();
        assertThat(reader.reads(of("PK\3\4"))).isFalse();
        assertThat(reader.reads(of(""))).isFalse();
    }

    @Test
    void readsPagesInOrder() throws Exception {
        try (SmallPdf pdf = new SmallPdf()) {
            pdf.add(HELLO);
            pdf.add("BT /F1 10 Tf 30 40 Td (world) Tj ET");
            Document read = pdf.read();

            assertThat(read.format()).isEqualTo("pdf");
            assertThat(read.pages()).extracting(SmallPdf::textOf).containsExactly("hello", "world");
            assertThat(read.pages()).extracting(p -> p.number()).containsExactly(1, 2);
            assertThat(read.findings()).isEmpty();
        }
    }

    @Test
    void readsTheSameTwice() throws Exception {
        try (SmallPdf pdf = new SmallPdf()) {
            pdf.add(".8 g 10 40 40 20 re f 0 G 10 10 m 90 10 l S 0 g " + HELLO);
            Input input = SmallPdf.input(pdf.bytes());
            PdfReader reader = new PdfReader();

            assertThat(reader.read(input)).isEqualTo(reader.read(input));
        }
    }

    @Test
    void readsOnManyThreadsAtOnce() throws Exception {
        try (SmallPdf pdf = new SmallPdf()) {
            pdf.add(HELLO + " BT (no font) Tj ET");
            Input input = SmallPdf.input(pdf.bytes());
            PdfReader reader = new PdfReader();
            Document alone = reader.read(input);
            List<Callable<Document>> jobs = Collections.nCopies(200, () -> reader.read(input));
            ExecutorService threads = Executors.newFixedThreadPool(4);
            try {
                for (Future<Document> job : threads.invokeAll(jobs)) {
                    assertThat(job.get()).isEqualTo(alone);
                }
            } finally {
                threads.shutdownNow();
            }
        }
    }

    @Test
    void showsAPageAgainThatStandsTwiceInTheTree() throws Exception {
        try (SmallPdf pdf = new SmallPdf()) {
            PDPage page = pdf.add(HELLO);
            pdf.pdf.getPages().getCOSObject().getCOSArray(COSName.KIDS).add(page.getCOSObject());

            assertThat(pdf.read().pages()).hasSize(2);
        }
    }

    @Test
    void asksForAnUnprotectedCopyOfAFileWithAPassword() {
        try (SmallPdf pdf = new SmallPdf()) {
            pdf.add(HELLO);
            pdf.protect("owner", "user");

            assertThat(refusal(pdf.bytes()).reason()).isEqualTo(Reason.ENCRYPTED);
        }
    }

    @Test
    void readsAFileThatOnlyItsOwnerMayChange() throws Exception {
        try (SmallPdf pdf = new SmallPdf()) {
            pdf.add(HELLO);
            pdf.protect("owner", "");

            assertThat(textOf(pdf.read().pages().get(0))).isEqualTo("hello");
        }
    }

    @Test
    void saysThatACutFileEndsTooEarly() {
        try (SmallPdf pdf = new SmallPdf()) {
            pdf.add(HELLO);
            byte[] whole = pdf.bytes();
            UnreadableException refusal = refusal(Arrays.copyOf(whole, 200));

            assertThat(refusal.reason()).isEqualTo(Reason.CORRUPT);
            assertThat(refusal.getMessage()).contains("ends too early");
        }
    }

    @Test
    void flagsAFileThatLostOnlyItsEnd() throws Exception {
        try (SmallPdf pdf = new SmallPdf()) {
            pdf.add(HELLO);
            byte[] whole = pdf.bytes();
            Document read = new PdfReader().read(SmallPdf.input(Arrays.copyOf(whole, whole.length - 12)));

            assertThat(textOf(read.pages().get(0))).isEqualTo("hello");
            assertThat(read.findings()).extracting(f -> f.code()).containsExactly("TRUNCATED");
        }
    }

    @Test
    void neverTakesACutFileForAWholeOne() throws Exception {
        try (SmallPdf pdf = new SmallPdf()) {
            for (int i = 0; i < 5; i++) {
                pdf.add(HELLO);
            }
            byte[] whole = pdf.bytes();
            for (int length = 0; length < whole.length - 8; length += 97) {
                assertThat(TailRule.isBroken(SmallPdf.input(Arrays.copyOf(whole, length))))
                        .as("cut at " + length)
                        .isTrue();
            }
            assertThat(TailRule.isBroken(SmallPdf.input(whole))).isFalse();
        }
    }

    @Test
    void refusesJunk() {
        assertThat(refusal("%PDF-1.4\nnothing of the kind".getBytes(StandardCharsets.US_ASCII))
                        .reason())
                .isEqualTo(Reason.CORRUPT);
    }

    @Test
    void refusesAFileWithoutPages() {
        try (SmallPdf pdf = new SmallPdf()) {
            assertThat(refusal(pdf.bytes()).reason()).isEqualTo(Reason.CORRUPT);
        }
    }

    @Test
    void tellsAScanFromAnEmptyFile() {
        try (SmallPdf scan = new SmallPdf();
                SmallPdf empty = new SmallPdf()) {
            scan.picture(scan.add("BT 3 Tr /F1 10 Tf 30 40 Td (ocr) Tj ET q 200 0 0 100 0 0 cm /P Do Q"), "P");
            empty.add("q Q");

            assertThat(refusal(scan.bytes()).reason()).isEqualTo(Reason.NO_TEXT);
            assertThat(refusal(empty.bytes()).reason()).isEqualTo(Reason.NOT_READABLE);
        }
    }

    @Test
    void keepsTheGoodPagesBesideABrokenOne() throws Exception {
        try (SmallPdf pdf = new SmallPdf()) {
            pdf.add(HELLO);
            PDPage broken = pdf.add(HELLO + " /Deep Do");
            COSDictionary form = pdf.form(broken, "Deep", "/Bad Do");
            form.setItem(COSName.RESOURCES, broken.getResources().getCOSObject());
            pdf.form(broken, "Bad", "x").setName(COSName.FILTER, "NoSuchFilter");
            Document read = pdf.read();

            assertThat(read.pages()).extracting(SmallPdf::textOf).containsExactly("hello", "hello");
            assertThat(read.findings()).extracting(f -> f.code()).containsExactly("PAGE_LOST");
        }
    }

    @Test
    void refusesMorePagesThanTheLimit() {
        try (SmallPdf pdf = new SmallPdf()) {
            pdf.add(HELLO);
            pdf.add(HELLO);

            assertThat(refusal(pdf.bytes(), PdfLimits.STANDARD.withPages(1)).reason())
                    .isEqualTo(Reason.LIMIT_PAGES);
            assertThatCode(() -> PdfReader.withMaxPages(2).read(SmallPdf.input(pdf.bytes())))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void endsOnAPageTreeThatRunsInACircle() throws Exception {
        try (SmallPdf pdf = new SmallPdf()) {
            pdf.add(HELLO);
            COSDictionary root = pdf.pdf.getPages().getCOSObject();
            COSArray kids = root.getCOSArray(COSName.KIDS);
            kids.add(root);
            root.setInt(COSName.COUNT, 2_000_000_000);
            Document read = pdf.read();

            assertThat(read.pages()).hasSize(1);
        }
    }

    @Test
    void stopsAtAFormThatDrawsItself() {
        try (SmallPdf pdf = new SmallPdf()) {
            PDPage page = pdf.add("/A Do");
            pdf.form(page, "A", "/A Do ".repeat(10));

            assertThat(refusal(pdf.bytes()).reason()).isEqualTo(Reason.LIMIT_OPERATORS);
        }
    }

    @Test
    void stopsAtFormsThatDrawFormsTenfold() {
        try (SmallPdf pdf = new SmallPdf()) {
            PDPage page = pdf.add("/L0 Do");
            for (int level = 0; level < 12; level++) {
                pdf.form(page, "L" + level, ("/L" + (level + 1) + " Do ").repeat(10));
            }
            assertThat(refusal(pdf.bytes()).reason()).isEqualTo(Reason.LIMIT_OPERATORS);
        }
    }

    @Test
    void stopsAtTooManyGlyphs() {
        assertBomb("BT /F1 1 Tf (" + "a".repeat(200_001) + ") Tj ET");
    }

    @Test
    void stopsAtTooManyOperators() {
        assertBomb("n ".repeat(5_000_001));
    }

    @Test
    void stopsAtTooManySavedStates() {
        assertBomb("q ".repeat(100_001));
    }

    @Test
    void stopsAtTooManyLines() {
        assertBomb("0 0 m 90 0 l S ".repeat(50_001));
    }

    private static void assertBomb(String content) {
        try (SmallPdf pdf = new SmallPdf()) {
            pdf.add(HELLO + " " + content);
            UnreadableException refusal = refusal(pdf.bytes());

            assertThat(refusal.reason()).isEqualTo(Reason.LIMIT_OPERATORS);
            assertThat(refusal.getMessage()).contains("Page 1");
        }
    }

    @Test
    void stopsAtContentThatUnpacksTooFar() {
        try (SmallPdf pdf = new SmallPdf()) {
            pdf.add(HELLO + " ".repeat(65 << 20));

            assertThat(refusal(pdf.bytes()).reason()).isEqualTo(Reason.LIMIT_INFLATE);
        }
    }

    @Test
    void getsPastABrokenInlinePicture() throws Exception {
        try (SmallPdf pdf = new SmallPdf()) {
            pdf.add("BI /W 2 /H 2 IJ " + HELLO);
            pdf.add("BI /W 2 /H 2 /BPC 8 /CS /G ID \1\2EI3 EI " + HELLO);

            assertThat(textOf(pdf.read().pages().get(1))).isEqualTo("hello");
        }
    }

    @Test
    void skipsBrokenSyntax() {
        assertThat(textOf(SmallPdf.page("] >> ) } 1 2 3 bogus [ << /A 1 >> << (x\\ \\051) [ 1 x " + HELLO)))
                .isEqualTo("hello");
    }
}
