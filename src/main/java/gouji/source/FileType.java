package gouji.source;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** What kind of file the content is, by its first bytes; the name plays no part. */
public enum FileType {
    PDF("a PDF file"),
    OLE2("an Office document of the old kind (doc, xls, ppt, wps)"),
    OOXML("an Office document (docx, xlsx, pptx)"),
    OFD("an OFD document"),
    ODF("an OpenDocument file"),
    ZIP("a ZIP file"),
    RTF("an RTF document"),
    HTML("a web page"),
    XML("an XML file"),
    PNG("a PNG picture"),
    JPEG("a JPEG picture"),
    TIFF("a TIFF picture"),
    GIF("a GIF picture"),
    BMP("a BMP picture"),
    WEBP("a WebP picture"),
    RAR("a RAR archive"),
    SEVEN_ZIP("a 7z archive"),
    GZIP("a gzip file"),
    TAR("a tar archive"),
    ZSTANDARD("a Zstandard file"),
    TEXT("plain text"),
    UNKNOWN("unknown");

    private static final int HEAD = 4096;
    private final String words;

    FileType(String words) {
        this.words = words;
    }

    /** How a person would call it. */
    public String words() {
        return words;
    }

    /** Whether its content is files of their own. */
    public boolean isArchive() {
        return Set.of(RAR, SEVEN_ZIP, GZIP, TAR, ZSTANDARD).contains(this);
    }

    /** Why an input of this type, which no reader took, is not read. */
    public UnreadableException unsupported() {
        if (this == UNKNOWN) {
            return new UnreadableException(Reason.TYPE_UNKNOWN);
        }
        if (Set.of(PNG, JPEG, TIFF, GIF, BMP, WEBP).contains(this)) {
            return new UnreadableException(Reason.NO_TEXT);
        }
        String step = switch (this) {
            case RAR -> "unpack it and import the folder, or let it be unpacked: " + RarSupport.HOW_TO_GET_IT;
            case ZSTANDARD -> "unpack it and import the folder, or pack it again as ZIP";
            case SEVEN_ZIP, GZIP, TAR -> "unpack it and import the folder";

            default -> "convert it to PDF or text";
        };
        return new UnreadableException(
                Reason.TYPE_UNSUPPORTED,
                "This is " + words + ", which is not supported yet: " + step + (step.contains(": ") ? "" : "."));
    }

    /** The type of the content. */
    public static FileType of(Input input) {
        byte[] head = input.head(HEAD);
        String latin = new String(head, StandardCharsets.ISO_8859_1);
        if (latin.startsWith("PK\3\4") || latin.startsWith("PK\5\6")) {
            return ofZip(input, latin);
        }
        FileType magic = ofMagic(latin);
        return magic == UNKNOWN ? ofText(latin) : magic;
    }

    private static FileType ofMagic(String s) {
        FileType archive = ofArchive(s);
        if (archive != UNKNOWN) {
            return archive;
        } else if (s.substring(0, Math.min(1024, s.length())).contains("%PDF-")) {
            return PDF;
        } else if (s.startsWith("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) {
            return OLE2;
        } else if (s.startsWith("{\\rtf")) {
            return RTF;
        } else if (s.startsWith("\u0089PNG")) {
            return PNG;
        } else if (s.startsWith("\u00ff\u00d8\u00ff")) {
            return JPEG;
        } else if (s.startsWith("II*\0") || s.startsWith("MM\0*")) {
            return TIFF;
        } else if (s.startsWith("GIF8")) {
            return GIF;
        } else if (s.startsWith("RIFF") && s.startsWith("WEBP", 8)) {
            return WEBP;
        } else if (s.startsWith("BM") && s.length() > 14 && s.charAt(6) == 0 && s.charAt(7) == 0) {
            return BMP;
        }
        return UNKNOWN;
    }

    /** Archives first: the members of one that packs nothing can be seen in it, and are not what it is. */
    private static FileType ofArchive(String s) {
        if (s.startsWith("Rar!\u001a\u0007")) {
            return RAR;
        } else if (s.startsWith("7z\u00bc\u00af'\u001c")) {
            return SEVEN_ZIP;
        } else if (s.startsWith("\u001f\u008b")) {
            return GZIP;
        } else if (s.startsWith("(\u00b5/\u00fd")) {
            return ZSTANDARD;
        } else if (s.startsWith("ustar", 257)) {
            return TAR;
        }
        return UNKNOWN;
    }

    private static FileType ofZip(Input input, String head) {
        String whole = head + new String(input.tail(1 << 16), StandardCharsets.ISO_8859_1);
        if (whole.contains("[Content_Types].xml")) {
            return OOXML;
        } else if (whole.contains("OFD.xml")) {
            return OFD;
        } else if (whole.contains("mimetypeapplication/vnd.oasis")) {
            return ODF;
        }
        return ZIP;
    }

    private static FileType ofText(String s) {
        boolean utf16 = s.startsWith("\u00ff\u00fe") || s.startsWith("\u00fe\u00ff");
        String text = utf16 ? s.replace("\0", "") : s;
        String start = text.replaceFirst("^(\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)?\\s*", "")
                .toLowerCase(Locale.ROOT);
        if (start.startsWith("<!doctype html") || start.contains("<html") || start.contains("<table")) {
            return HTML;
        } else if (start.startsWith("<?xml") || start.startsWith("<svg")) {
            return XML;
        }
        boolean binary = text.chars().anyMatch(c -> c < 32 && c != '\t' && c != '\n' && c != '\r' && c != '\f');
        return binary ? UNKNOWN : TEXT;
    }
}
