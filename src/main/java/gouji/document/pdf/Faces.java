package gouji.document.pdf;

import java.util.IdentityHashMap;
import java.util.Map;
import org.apache.pdfbox.cos.COSDictionary;

/** The fonts of one document, each made once. */
final class Faces {
    private final Map<COSDictionary, Face> faces = new IdentityHashMap<>();

    /** The font text is shown in where the page names none. */
    private final Face none = new Face(new COSDictionary());

    Face none() {
        return none;
    }

    Face of(COSDictionary font) {
        return font == null ? none : faces.computeIfAbsent(font, Face::new);
    }
}
