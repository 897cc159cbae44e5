package gouji.document.ofd;

import gouji.document.SafeXml;
import gouji.source.UnreadableException;
import gouji.source.ZipParts;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What pages refer to by number: fonts' names and drawing parameters (clauses 7.9, 8.2). */
final class Resources {
    private static final int MAX_CHAIN = 16;

    private final Map<String, String> fonts = new HashMap<>();
    /** Places of picture files in the package. */
    private final Map<String, String> media = new HashMap<>();

    private final Map<String, DrawParam> params = new HashMap<>();

    /** Parameters that may be left open: then those of {@code relative} hold. */
    private record DrawParam(
            Optional<Double> lineWidth, Optional<Boolean> whiteFill, Optional<Boolean> whiteStroke, String relative) {}

    /** @param folder folder of the part in the package */
    void read(byte[] res, String folder) throws UnreadableException {
        SafeXml xml = SafeXml.of(res);
        String base = folder;
        String medium = "";
        while (xml.next()) {
            if (xml.isStart("Res")) {
                base = ZipParts.resolve(folder, xml.attribute("BaseLoc").orElse(""))
                        .orElse(folder);
            } else if (xml.isStart("MultiMedia")) {
                medium = xml.attribute("ID").orElse("");
            } else if (xml.isStart("MediaFile")) {
                String id = medium;
                ZipParts.resolve(base, xml.textWithin()).ifPresent(at -> media.put(id, at));
            } else if (xml.isStart("Font")) {
                fonts.put(
                        xml.attribute("ID").orElse(""),
                        xml.attribute("FontName").orElse(""));
            } else if (xml.isStart("DrawParam")) {
                drawParam(xml);
            }
        }
    }

    private void drawParam(SafeXml xml) throws UnreadableException {
        String id = xml.attribute("ID").orElse("");
        Optional<Double> width = xml.attribute("LineWidth").flatMap(Numbers::of);
        String relative = xml.attribute("Relative").orElse("");
        Optional<Boolean> fill = Optional.empty();
        Optional<Boolean> stroke = Optional.empty();
        int outside = xml.depth() - 1;
        while (xml.next() && xml.depth() > outside) {
            if (xml.isStart("FillColor")) {
                fill = Optional.of(isWhite(xml));
            } else if (xml.isStart("StrokeColor")) {
                stroke = Optional.of(isWhite(xml));
            }
        }
        params.put(id, new DrawParam(width, fill, stroke, relative));
    }

    /** Whether a colour cannot be seen on paper: white, or wholly transparent. */
    static boolean isWhite(SafeXml color) {
        if (color.attribute("Alpha").flatMap(Numbers::of).filter(a -> a == 0).isPresent()) {
            return true;
        }
        String value = color.attribute("Value").orElse("").strip();
        if (value.isEmpty()) {
            return false;
        }
        String[] parts = value.split("\\s+");
        boolean ink = parts.length == 4;
        for (String part : parts) {
            double level = part.startsWith("#") ? hex(part) : Numbers.of(part).orElse(0.0);
            if (ink ? level != 0 : level < 254) {
                return false;
            }
        }
        return true;
    }

    private static double hex(String part) {
        try {
            return Integer.parseInt(part.substring(1), 16);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** Where in the package the picture of that number is. */
    Optional<String> medium(String id) {
        return Optional.ofNullable(media.get(id));
    }

    String font(String id) {
        return fonts.getOrDefault(id, "");
    }

    Optional<Double> lineWidth(String param) {
        return find(param, MAX_CHAIN, DrawParam::lineWidth);
    }

    boolean whiteFill(String param) {
        return find(param, MAX_CHAIN, DrawParam::whiteFill).orElse(false);
    }

    boolean whiteStroke(String param) {
        return find(param, MAX_CHAIN, DrawParam::whiteStroke).orElse(false);
    }

    private <T> Optional<T> find(String id, int left, java.util.function.Function<DrawParam, Optional<T>> get) {
        DrawParam param = params.get(id);
        if (param == null || left == 0) {
            return Optional.empty();
        }
        Optional<T> own = get.apply(param);
        return own.isPresent() ? own : find(param.relative(), left - 1, get);
    }
}
