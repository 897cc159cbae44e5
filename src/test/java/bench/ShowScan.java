package bench;

import gouji.document.Document;
import gouji.document.image.ImageFileReader;
import gouji.document.ocr.PictureRecognizer;
import gouji.document.ocr.onnx.PpOcrModel;
import gouji.document.pdf.PdfReader;
import gouji.source.Input;
import gouji.table.Cell;
import gouji.table.Element;
import gouji.table.LayoutBuilder;
import gouji.table.Prose;
import gouji.table.Table;
import java.nio.file.Files;
import java.nio.file.Path;

/** Prints the layout that recognition makes of a file. */
final class ShowScan {
    private ShowScan() {}

    public static void main(String[] args) throws Exception {
        Path file = Path.of(args[0]);
        Input input = new Input(file.getFileName().toString(), "0".repeat(64), Files.readAllBytes(file));
        var image = new ImageFileReader();
        Document read = image.reads(input)
                ? image.read(input)
                : PdfReader.withPictures().read(input);
        for (Element e : new LayoutBuilder()
                .build(new PictureRecognizer(new PpOcrModel()).recognize(read))
                .elements()) {
            if (e instanceof Prose p) {
                System.out.println(p.place().page() + " P " + p.text());
            } else if (e instanceof Table t) {
                System.out.println("TABLE " + t.rows() + "x" + t.columns());
                for (int r = 0; r < t.rows(); r++) {
                    for (Cell c : t.cellsOver(r)) {
                        System.out.print(c.row() == r ? "| " + c.text() + " " : "| ^ ");
                    }
                    System.out.println();
                }
            }
        }
    }
}
