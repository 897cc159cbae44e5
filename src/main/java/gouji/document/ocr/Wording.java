package gouji.document.ocr;

import java.util.regex.Pattern;

/** Characters that the model confuses and that only their neighbours tell apart. */
final class Wording {
    private static final Pattern ROUND = Pattern.compile("(?<![一二三四五六七八九〇○零])[〇○。口Oo](?=[件条份元次人个项篇期场宗万])");
    private static final Pattern AMONG_DIGITS = Pattern.compile("(?<=[0-9.])[〇○Oo](?=[0-9.]|[件条份元次人个项篇期年月日万])");

    private Wording() {}

    /** A 丶 is a comma of enumeration; a ring before a counting word or among digits is a zero. */
    static String mended(String text) {
        String s = text.replace('丶', '、');
        s = ROUND.matcher(s).replaceAll("0");
        return AMONG_DIGITS.matcher(s).replaceAll("0");
    }
}
