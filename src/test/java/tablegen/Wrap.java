package tablegen;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines: between Han characters anywhere, in other text at spaces. */
final class Wrap {
    private Wrap() {}

    /** The pieces between which a line may break; a piece that follows a space begins with it. */
    static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean han = c >= 0x2000;
            if (open.length() > 0 && (han || c == ' ' || open.charAt(open.length() - 1) >= 0x2000)) {
                tokens.add(open.toString());
                open.setLength(0);
            }
            open.append(c);
        }
        if (open.length() > 0) {
            tokens.add(open.toString());
        }
        return tokens;
    }

    static double widestTokenEm(String text, Face face) {
        return tokens(text).stream()
                .mapToDouble(t -> face.widthEm(t.strip()))
                .max()
                .orElse(0);
    }

    static List<String> lines(String text, Face face, double widthEm) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String token : tokens(text)) {
            if (!line.isEmpty() && face.widthEm(line + token) > widthEm + 1e-6) {
                lines.add(line);
                line = "";
            }
            line = line.isEmpty() ? token.strip() : line + token;
        }
        if (!line.isEmpty()) {
            lines.add(line);
        }
        return lines;
    }
}
