package gouji.office.docx;

import gouji.dataset.FixedDate;
import gouji.office.Excerpt;
import gouji.office.Note;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.xwpf.usermodel.Document;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;

/** A note as a Word document. */
public final class NoteDocx {
    private static final int TEXT_PT = 12;
    private static final int TITLE_PT = 18;
    private static final int CAPTION_PT = 9;
    private static final int WIDTH_PT = 415;

    private NoteDocx() {}

    /** Writes it; the same note gives the same bytes. */
    public static void write(Note note, Path file) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (XWPFDocument document = new XWPFDocument();
                    OutputStream out = Files.newOutputStream(part)) {
                document.getProperties().getCoreProperties().setCreator("gouji");
                fill(document, note);
                document.write(out);
            }
            FixedDate.copy(part, file);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void fill(XWPFDocument document, Note note) throws IOException {
        XWPFParagraph title = document.createParagraph();
        title.setAlignment(ParagraphAlignment.CENTER);
        run(title, Note.TITLE, TITLE_PT).setBold(true);
        run(document.createParagraph(), note.issuer() + "：", TEXT_PT);
        run(document.createParagraph(), "　　" + note.opening(), TEXT_PT);
        int number = 0;
        for (Note.Item item : note.items()) {
            run(document.createParagraph(), ++number + ". " + item.heading(), TEXT_PT)
                    .setBold(true);
            for (String line : item.lines()) {
                run(document.createParagraph(), line, TEXT_PT);
            }
            for (Note.Picture picture : item.pictures()) {
                picture(document, picture);
            }
            for (Excerpt excerpt : item.excerpts()) {
                ExcerptTable.add(document, excerpt, NoteDocx::writable);
                run(document.createParagraph(), excerpt.caption(), CAPTION_PT);
            }
        }
        document.createParagraph();
        XWPFParagraph closing = document.createParagraph();
        closing.setAlignment(ParagraphAlignment.RIGHT);
        run(closing, note.closing(), TEXT_PT);
    }

    private static XWPFRun run(XWPFParagraph paragraph, String text, int points) {
        XWPFRun run = paragraph.createRun();
        run.setFontFamily("宋体", XWPFRun.FontCharRange.eastAsia);
        run.setFontSize(points);
        run.setText(writable(text));
        return run;
    }

    private static void picture(XWPFDocument document, Note.Picture picture) throws IOException {
        int height = Math.max(1, picture.height() * WIDTH_PT / picture.width());
        XWPFRun run = document.createParagraph().createRun();
        try {
            run.addPicture(
                    new ByteArrayInputStream(picture.png().bytes()),
                    Document.PICTURE_TYPE_PNG,
                    "page.png",
                    Units.toEMU(WIDTH_PT),
                    Units.toEMU(height));
        } catch (InvalidFormatException e) {
            throw new IllegalStateException("a PNG is a format that Word knows", e);
        }
        run(document.createParagraph(), picture.caption(), CAPTION_PT);
    }

    /** What XML cannot hold becomes U+FFFD. */
    private static String writable(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c < ' ' || c >= 0xD800 && c <= 0xDFFF || c >= 0xFFFE && c <= 0xFFFF ? 0xFFFD : c)
                .forEach(out::appendCodePoint);
        return out.toString();
    }
}
