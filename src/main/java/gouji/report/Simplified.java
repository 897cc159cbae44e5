package gouji.report;

import com.ibm.icu.text.Transliterator;
import java.nio.charset.Charset;
import java.util.BitSet;

/**
 * Traditional characters as simplified ones, by ICU's rules. These are loaded when a text has a character that they could
 * change: the characters of GB 2312-80 are simplified ones but for a few, and hardly a report has another.
 */
final class Simplified {
    /** Characters of GB 2312 that the rules change, and one of each word of such characters that they change. */
    private static final String CHANGED = "乾俱吒夥姊後徵摺於箝苎菸著藉跤阪麴麽丑佗倡傍像剃子察彷役怵杖沈砂";

    private static final String GB_2312 = "GB2312";
    private static final int FIRST_IDEOGRAPHIC = 0x2E80;
    private static final BitSet UNCHANGED = unchanged();

    private static final class Rules {
        static final Transliterator TRADITIONAL = Transliterator.getInstance("Traditional-Simplified");
    }

    private Simplified() {}

    private static BitSet unchanged() {
        BitSet set = new BitSet();
        set.set(0, FIRST_IDEOGRAPHIC);
        if (Charset.isSupported(GB_2312)) {
            byte[] all = new byte[2 * 94 * 94];
            for (int i = 0; i < 94 * 94; i++) {
                all[2 * i] = (byte) (0xA1 + i / 94);
                all[2 * i + 1] = (byte) (0xA1 + i % 94);
            }
            new String(all, Charset.forName(GB_2312)).chars().forEach(set::set);
        }
        set.clear(0xFFFD);
        CHANGED.chars().forEach(set::clear);
        return set;
    }

    /** Whether no rule changes a text of such characters alone. */
    static boolean isUnchanged(char c) {
        return UNCHANGED.get(c);
    }

    static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isUnchanged(text.charAt(i))) {
                return Rules.TRADITIONAL.transliterate(text);
            }
        }
        return text;
    }
}
