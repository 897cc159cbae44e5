package gouji.table;

import gouji.document.Ruling;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Horizontal rules at one height.
 *
 * @param at y
 * @param rulings by x, those that touch in one piece; at least one
 */
record OpenLevel(double at, List<Ruling> rulings) {
    static OpenLevel of(List<Ruling> rules, double touchPt) {
        List<Ruling> byLeft = new ArrayList<>(rules);
        byLeft.sort(Comparator.comparingDouble(Ruling::from));
        double at = rules.get(0).at();
        List<Ruling> pieces = new ArrayList<>();
        for (Ruling r : byLeft) {
            Ruling last = pieces.isEmpty() ? null : pieces.get(pieces.size() - 1);
            if (last != null && r.from() <= last.to() + touchPt) {
                double to = Math.max(last.to(), r.to());
                pieces.set(pieces.size() - 1, new Ruling(true, at, last.from(), to, last.thicknessPt()));
            } else {
                pieces.add(new Ruling(true, at, r.from(), r.to(), r.thicknessPt()));
            }
        }
        return new OpenLevel(at, List.copyOf(pieces));
    }

    double from() {
        return rulings.get(0).from();
    }

    double to() {
        return rulings.get(rulings.size() - 1).to();
    }

    /** Whether it is one piece. */
    boolean isWhole() {
        return rulings.size() == 1;
    }

    boolean isAllOf(OpenLevel other, double nearPt) {
        return isWhole() && Math.abs(from() - other.from()) <= nearPt && Math.abs(to() - other.to()) <= nearPt;
    }

    boolean isWithin(OpenLevel other, double nearPt) {
        return from() >= other.from() - nearPt && to() <= other.to() + nearPt;
    }

    /** Whether a piece lies over x, not only ends there. */
    boolean passes(double x, double nearPt) {
        return rulings.stream().anyMatch(r -> r.from() < x - nearPt && r.to() > x + nearPt);
    }

    boolean endsAt(double x, double nearPt) {
        return rulings.stream().anyMatch(r -> Math.abs(r.from() - x) <= nearPt || Math.abs(r.to() - x) <= nearPt);
    }
}
