package gouji.document.pdf;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;

/** Which optional content (layers) is switched off when the document is opened (ISO 32000-1, 8.11). */
final class Layers {
    private static final COSName VISIBILITY_POLICY = COSName.getPDFName("P");
    private static final COSName BASE_STATE = COSName.getPDFName("BaseState");
    private static final COSName OCMD = COSName.getPDFName("OCMD");

    private final boolean offUnlessNamed;
    private final Set<COSBase> on;
    private final Set<COSBase> off;

    private Layers(boolean offUnlessNamed, Set<COSBase> on, Set<COSBase> off) {
        this.offUnlessNamed = offUnlessNamed;
        this.on = on;
        this.off = off;
    }

    static Layers of(COSDictionary catalog) {
        COSDictionary properties = catalog.getCOSDictionary(COSName.OCPROPERTIES);
        COSDictionary start = properties == null ? null : properties.getCOSDictionary(COSName.D);
        if (start == null) {
            return new Layers(false, Set.of(), Set.of());
        }
        return new Layers(
                "OFF".equals(start.getNameAsString(BASE_STATE)),
                members(start.getCOSArray(COSName.ON)),
                members(start.getCOSArray(COSName.OFF)));
    }

    private static Set<COSBase> members(COSArray array) {
        Set<COSBase> members = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int i = 0; array != null && i < array.size(); i++) {
            members.add(array.getObject(i));
        }
        return members;
    }

    /** Whether content that belongs to the group (OCG) or membership (OCMD) is hidden; null belongs to nothing. */
    boolean hides(COSDictionary group) {
        if (group == null) {
            return false;
        }
        return OCMD.equals(group.getCOSName(COSName.TYPE)) ? hidesMembership(group) : isOff(group);
    }

    private boolean hidesMembership(COSDictionary membership) {
        COSBase groups = membership.getDictionaryObject(COSName.OCGS);
        if (groups instanceof COSDictionary group) {
            return !shows(membership, isOff(group) ? 0 : 1, 1);
        }
        if (!(groups instanceof COSArray array) || array.size() == 0) {
            return false;
        }
        int visible = 0;
        for (int i = 0; i < array.size(); i++) {
            visible += isOff(array.getObject(i)) ? 0 : 1;
        }
        return !shows(membership, visible, array.size());
    }

    private static boolean shows(COSDictionary membership, int visible, int all) {
        String policy = membership.getNameAsString(VISIBILITY_POLICY, "AnyOn");
        return switch (policy) {
            case "AllOn" -> visible == all;
            case "AnyOff" -> visible < all;
            case "AllOff" -> visible == 0;
            default -> visible > 0;
        };
    }

    private boolean isOff(COSBase group) {
        return offUnlessNamed ? !on.contains(group) : off.contains(group);
    }
}
