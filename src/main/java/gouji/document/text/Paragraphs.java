package gouji.document.text;

import gouji.document.Paragraph;
import gouji.document.Place;
import java.util.Optional;
import java.util.regex.Pattern;

/** Decides whether a line goes on with the paragraph before it, which a page break or a line width has cut. */
final class Paragraphs {
    private static final Pattern ENDS = Pattern.compile(".*[。！？；：!?;:…”』）)]\\s*", Pattern.DOTALL);
    private static final Pattern HAS_CLAUSE = Pattern.compile("[，。；]");
    private static final Pattern BEGINS_ANEW =
            Pattern.compile("^\\s*(?:[（(]?[一二三四五六七八九十]+[)）]?、?|[（(][0-9]+[)）]|[0-9]+[.、．])[^年月日].*", Pattern.DOTALL);

    private Paragraphs() {}

    /** The joined paragraph, or empty when the second begins anew. */
    static Optional<Paragraph> join(Paragraph first, String second) {
        if (startsInsideSentence(second)
                || isCut(first.text()) && !BEGINS_ANEW.matcher(second).matches()) {
            return Optional.of(new Paragraph(first.text() + glue(first.text(), second) + second, first.place()));
        }
        return Optional.empty();
    }

    private static boolean isCut(String text) {
        return HAS_CLAUSE.matcher(text).find() && !ENDS.matcher(text).matches();
    }

    private static boolean startsInsideSentence(String text) {
        return !text.isEmpty() && "，。、；：）》”".indexOf(text.charAt(0)) >= 0;
    }

    private static String glue(String first, String second) {
        boolean latin = isLatin(first.charAt(first.length() - 1)) && isLatin(second.charAt(0));
        return latin ? " " : "";
    }

    private static boolean isLatin(char c) {
        return c < 0x80 && Character.isLetter(c);
    }

    static Place line(int number) {
        return Place.at("line " + number);
    }
}
