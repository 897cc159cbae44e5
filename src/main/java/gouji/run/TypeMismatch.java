package gouji.run;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether a file's name says another type than its content is. The name is never believed; a person may want to know. */
final class TypeMismatch {
    /** The flag. */
    static final String CODE = "TYPE_MISMATCH";

    private static final Set<String> TEXT = Set.of("text", "csv");
    private static final Map<String, Set<String>> FORMATS = Map.ofEntries(
            Map.entry("pdf", Set.of("pdf", "pdf-scan")),
            Map.entry("doc", Set.of("doc")),
            Map.entry("fodt", Set.of("odt")),
            Map.entry("wps", Set.of("doc")),
            Map.entry("docx", Set.of("docx")),
            Map.entry("docm", Set.of("docx")),
            Map.entry("rtf", Set.of("rtf")),
            Map.entry("odt", Set.of("odt")),
            Map.entry("ofd", Set.of("ofd")),
            Map.entry("xls", Set.of("xls")),
            Map.entry("ods", Set.of("ods")),
            Map.entry("fods", Set.of("ods")),
            Map.entry("et", Set.of("xls")),
            Map.entry("xlsx", Set.of("xlsx")),
            Map.entry("xlsm", Set.of("xlsx")),
            Map.entry("htm", Set.of("html")),
            Map.entry("html", Set.of("html")),
            Map.entry("shtml", Set.of("html")),
            Map.entry("mht", Set.of("html")),
            Map.entry("mhtml", Set.of("html")),
            Map.entry("csv", TEXT),
            Map.entry("txt", TEXT),
            Map.entry("png", Set.of("image")),
            Map.entry("jpg", Set.of("image")),
            Map.entry("jpeg", Set.of("image")),
            Map.entry("tif", Set.of("image")),
            Map.entry("tiff", Set.of("image")),
            Map.entry("bmp", Set.of("image")),
            Map.entry("gif", Set.of("image")));

    private TypeMismatch() {}

    /** A sentence about it; empty when name and content agree, or the name says nothing. */
    static Optional<String> find(String name, String format) {
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Optional.ofNullable(FORMATS.get(extension))
                .filter(formats -> !formats.contains(format))
                .map(formats ->
                        "Its name says " + extension + ", its content is " + format + ": the content was believed.");
    }
}
