package gouji.document.pdf;

import gouji.source.Reason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;

/**
 * Walks the page tree (ISO 32000-1, 7.7.3) from its root. Counts written in the file are not believed: a node with
 * children that was seen before ends its branch, so that loops end, and there is a cap on pages, nodes and depth.
 */
final class PageTree {
    /** A page larger than this either way (350 m) is a mistake in the file. */
    private static final double MOST_PT = 1e6;

    private static final double[] LETTER = {0, 0, 612, 792};

    private final PdfLimits limits;
    private final List<PageSource> pages = new ArrayList<>();
    private final Set<COSDictionary> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private int visits;

    private PageTree(PdfLimits limits) {
        this.limits = limits;
    }

    static List<PageSource> pagesOf(COSDictionary catalog, PdfLimits limits) {
        PageTree tree = new PageTree(limits);
        COSDictionary root = catalog.getCOSDictionary(COSName.PAGES);
        if (root != null) {
            tree.walk(root, new Inherited(new COSDictionary(), null, null, 0), 0);
        }
        return tree.pages;
    }

    /** What a node hands down; a box is null as long as no node has named one. */
    private record Inherited(COSDictionary resources, COSArray mediaBox, COSArray cropBox, int rotation) {
        Inherited under(COSDictionary node) {
            COSDictionary own = node.getCOSDictionary(COSName.RESOURCES);
            COSArray media = node.getCOSArray(COSName.MEDIA_BOX);
            COSArray crop = node.getCOSArray(COSName.CROP_BOX);
            return new Inherited(
                    own == null ? resources : own,
                    media == null ? mediaBox : media,
                    crop == null ? cropBox : crop,
                    node.getDictionaryObject(COSName.ROTATE) instanceof COSNumber turn ? turn.intValue() : rotation);
        }
    }

    private void walk(COSDictionary node, Inherited above, int depth) {
        if (depth > limits.treeDepth() || ++visits > limits.treeNodes()) {
            throw tooMany();
        }
        Inherited inherited = above.under(node);
        COSArray kids = node.getCOSArray(COSName.KIDS);
        if (kids == null) {
            addPage(node, inherited);
        } else if (seen.add(node)) {
            walkKids(kids, inherited, depth);
        }
    }

    private void walkKids(COSArray kids, Inherited inherited, int depth) {
        for (int i = 0; i < kids.size(); i++) {
            COSBase kid = kids.getObject(i);
            if (kid instanceof COSDictionary child) {
                walk(child, inherited, depth + 1);
            }
        }
    }

    private void addPage(COSDictionary page, Inherited inherited) {
        if (COSName.PAGES.equals(page.getCOSName(COSName.TYPE))) {
            return;
        }
        if (pages.size() == limits.pages()) {
            throw tooMany();
        }
        double[] media = rectangle(inherited.mediaBox(), LETTER);
        double[] crop = within(rectangle(inherited.cropBox(), media), media);
        int rotation = Math.floorMod(inherited.rotation() / 90 * 90, 360);
        pages.add(new PageSource(page, inherited.resources(), crop[0], crop[1], crop[2], crop[3], rotation));
    }

    private static double[] rectangle(COSArray array, double[] otherwise) {
        if (array == null || array.size() < 4) {
            return otherwise;
        }
        double[] r = new double[4];
        for (int i = 0; i < 4; i++) {
            r[i] = array.getObject(i) instanceof COSNumber n ? n.floatValue() : 0;
        }
        double[] sorted = {Math.min(r[0], r[2]), Math.min(r[1], r[3]), Math.max(r[0], r[2]), Math.max(r[1], r[3])};
        return isArea(sorted) ? sorted : otherwise;
    }

    private static double[] within(double[] inner, double[] outer) {
        double[] r = {
            Math.max(inner[0], outer[0]),
            Math.max(inner[1], outer[1]),
            Math.min(inner[2], outer[2]),
            Math.min(inner[3], outer[3])
        };
        return isArea(r) ? r : outer;
    }

    private static boolean isArea(double[] r) {
        double width = r[2] - r[0];
        double height = r[3] - r[1];
        return width > 0 && height > 0 && width <= MOST_PT && height <= MOST_PT;
    }

    private LimitExceeded tooMany() {
        return new LimitExceeded(
                Reason.LIMIT_PAGES,
                "The document has more than " + limits.pages()
                        + " pages, the limit, or its page tree is a bomb: give a larger --max-pages, or import the report alone, without what"
                        + " is bound with it.");
    }
}
