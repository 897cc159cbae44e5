package gouji.document.pdf;

import java.util.IdentityHashMap;
import java.util.Map;
import org.apache.pdfbox.cos.COSDictionary;

/** The fonts of one document, each made once. */
final class Faces {
    private final Map<COSDictionary, Face> faces = new IdentityHashMap<>();

    Face of(COSDictionary font) {
        return font == null ? Face.NONE : faces.computeIfAbsent(font, Face::new);
    }
}
