package gouji.document.pdf;

import java.util.ArrayList;
import java.util.List;

/** What is left of a stretch of line when parts of it are taken away. */
final class Stretches {
    private List<double[]> left = new ArrayList<>();

    Stretches(double from, double to) {
        left.add(new double[] {from, to});
    }

    void remove(double from, double to) {
        List<double[]> rest = new ArrayList<>(left.size() + 1);
        for (double[] s : left) {
            if (to <= s[0] || from >= s[1]) {
                rest.add(s);
                continue;
            }
            if (from > s[0]) {
                rest.add(new double[] {s[0], from});
            }
            if (to < s[1]) {
                rest.add(new double[] {to, s[1]});
            }
        }
        left = rest;
    }

    /** Told a stretch. */
    interface Taker {
        void take(double from, double to);
    }

    void forEach(Taker taker) {
        left.forEach(s -> taker.take(s[0], s[1]));
    }
}
