package gouji.document.pdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;

/** Glyph widths of a CIDFont, in em (ISO 32000-1, 9.7.4.3). */
final class CidWidths {
    private static final int LAST_CID = 0xffff;

    private final Map<Integer, Double> single = new HashMap<>();
    private final double usual;
    /** Runs of the form first, last, width in em. */
    private final List<double[]> runs = new ArrayList<>();

    CidWidths(COSDictionary cidFont) {
        usual = cidFont.getFloat(COSName.DW, 1000) / 1000.0;
        COSArray w = cidFont.getCOSArray(COSName.W);
        int i = 0;
        while (w != null && i + 1 < w.size()) {
            int first = integer(w, i);
            if (w.getObject(i + 1) instanceof COSArray widths) {
                addEach(first, widths);
                i += 2;
            } else {
                runs.add(new double[] {first, Math.min(integer(w, i + 1), LAST_CID), number(w, i + 2)});
                i += 3;
            }
        }
    }

    private void addEach(int first, COSArray widths) {
        for (int k = 0; k < widths.size(); k++) {
            single.put(first + k, number(widths, k));
        }
    }

    double widthOf(int cid) {
        Double width = single.get(cid);
        if (width != null) {
            return width;
        }
        for (double[] run : runs) {
            if (cid >= run[0] && cid <= run[1]) {
                return run[2];
            }
        }
        return usual;
    }

    private static int integer(COSArray array, int index) {
        return array.getObject(index) instanceof COSNumber n ? n.intValue() : 0;
    }

    private static double number(COSArray array, int index) {
        return index < array.size() && array.getObject(index) instanceof COSNumber n ? n.floatValue() / 1000.0 : 0;
    }
}
