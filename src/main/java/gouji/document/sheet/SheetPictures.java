package gouji.document.sheet;

import gouji.document.Drawing;
import gouji.document.Finding;
import gouji.document.Place;
import gouji.source.Input;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Picture;
import org.apache.poi.ss.usermodel.PictureData;
import org.apache.poi.ss.usermodel.ShapeContainer;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellReference;

/** The pictures that lie on the sheets of a workbook. */
final class SheetPictures {
    private static final int MAX_PICTURES = 200;
    private static final int MAX_DEPTH = 20;
    private int found;

    /** How many there were so far. */
    int found() {
        return found;
    }

    /** Those of one sheet in their order, each with a finding {@code PICTURE_FOUND}. */
    List<Drawing> of(Sheet sheet, List<Finding> findings) {
        List<Drawing> drawings = new ArrayList<>();
        ShapeContainer<?> shapes = sheet.getDrawingPatriarch();
        if (shapes != null) {
            add(shapes, sheet.getSheetName(), 0, drawings);
        }
        for (Drawing d : drawings) {
            findings.add(Finding.info("PICTURE_FOUND", "A picture lies here; what it shows was not read.", d.place()));
        }
        return drawings;
    }

    private void add(ShapeContainer<?> shapes, String sheet, int depth, List<Drawing> to) {
        List<Object> inOrder = new ArrayList<>();
        shapes.forEach(inOrder::add);
        inOrder.sort(Comparator.comparingLong(SheetPictures::order));
        for (Object shape : inOrder) {
            if (shape instanceof Picture picture && found < MAX_PICTURES) {
                PictureData data = picture.getPictureData();
                if (data != null && data.getData() != null) {
                    found++;
                    to.add(new Drawing(Input.of("picture", data.getData()), List.of(), place(sheet, picture)));
                }
            } else if (shape instanceof ShapeContainer<?> group && depth < MAX_DEPTH) {
                add(group, sheet, depth + 1, to);
            }
        }
    }

    /** From the top, then from the left; what lies nowhere comes last. */
    private static long order(Object shape) {
        ClientAnchor anchor = shape instanceof Picture picture ? picture.getClientAnchor() : null;
        return anchor == null ? Long.MAX_VALUE : ((long) anchor.getRow1() << 20) + anchor.getCol1();
    }

    private Place place(String sheet, Picture picture) {
        ClientAnchor anchor = picture.getClientAnchor();
        String at = anchor == null
                ? ""
                : "!"
                        + new CellReference(Math.max(0, anchor.getRow1()), Math.max(0, anchor.getCol1()))
                                .formatAsString();
        return Place.at("sheet " + sheet + at + " / picture " + found);
    }
}
