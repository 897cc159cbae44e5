package gouji.table;

import gouji.document.Box;
import gouji.document.Ruling;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers the rulings of a page that touch: each gathering may be the frame of a table. */
final class FrameFinder {
    /** A page with more rulings is a drawing. */
    private static final int MOST_RULINGS = 20_000;

    private static final double SHORTEST_PT = 3;

    private final Tolerances near;

    FrameFinder(Tolerances near) {
        this.near = near;
    }

    /** The frames with rulings in both directions, from the top of the page down. */
    List<Frame> find(List<Ruling> rulings) {
        List<Ruling> across = sorted(rulings, true);
        List<Ruling> down = sorted(rulings, false);
        if (across.isEmpty() || down.isEmpty() || across.size() + down.size() > MOST_RULINGS) {
            return List.of();
        }
        Groups groups = new Groups(across.size() + down.size());
        joinCrossing(across, down, groups);
        joinParallel(across, 0, groups);
        joinParallel(down, across.size(), groups);
        return frames(across, down, groups);
    }

    private static List<Ruling> sorted(List<Ruling> rulings, boolean horizontal) {
        List<Ruling> some = new ArrayList<>();
        for (Ruling r : rulings) {
            if (r.horizontal() == horizontal && r.lengthPt() >= SHORTEST_PT) {
                some.add(r);
            }
        }
        some.sort(Comparator.comparingDouble(Ruling::at).thenComparingDouble(Ruling::from));
        return some;
    }

    private void joinCrossing(List<Ruling> across, List<Ruling> down, Groups groups) {
        double t = near.touchPt();
        for (int i = 0; i < across.size(); i++) {
            Ruling h = across.get(i);
            for (int j = firstFrom(down, h.from() - t); j < down.size(); j++) {
                Ruling v = down.get(j);
                if (v.at() > h.to() + t) {
                    break;
                }
                if (v.from() - t <= h.at() && h.at() <= v.to() + t) {
                    groups.join(i, across.size() + j);
                }
            }
        }
    }

    private static int firstFrom(List<Ruling> sorted, double at) {
        int low = 0;
        int high = sorted.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted.get(middle).at() < at) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void joinParallel(List<Ruling> sorted, int offset, Groups groups) {
        for (int i = 0; i < sorted.size(); i++) {
            Ruling a = sorted.get(i);
            for (int j = i + 1; j < sorted.size() && sorted.get(j).at() - a.at() <= near.sameRulePt(); j++) {
                Ruling b = sorted.get(j);
                if (Math.min(a.to(), b.to()) - Math.max(a.from(), b.from()) > 0) {
                    groups.join(offset + i, offset + j);
                }
            }
        }
    }

    private List<Frame> frames(List<Ruling> across, List<Ruling> down, Groups groups) {
        Map<Integer, List<Ruling>> horizontals = new LinkedHashMap<>();
        Map<Integer, List<Ruling>> verticals = new LinkedHashMap<>();
        for (int i = 0; i < across.size(); i++) {
            horizontals.computeIfAbsent(groups.of(i), k -> new ArrayList<>()).add(across.get(i));
        }
        for (int j = 0; j < down.size(); j++) {
            verticals
                    .computeIfAbsent(groups.of(across.size() + j), k -> new ArrayList<>())
                    .add(down.get(j));
        }
        List<Frame> frames = new ArrayList<>();
        horizontals.forEach((group, hs) -> {
            List<Ruling> vs = verticals.getOrDefault(group, List.of());
            if (hs.size() >= 2 && !vs.isEmpty()) {
                frames.add(new Frame(hs, vs, boxOf(hs, vs)));
            }
        });
        frames.sort(Comparator.comparingDouble((Frame f) -> f.box().y0())
                .thenComparingDouble(f -> f.box().x0()));
        return frames;
    }

    private static Box boxOf(List<Ruling> hs, List<Ruling> vs) {
        double x0 = vs.get(0).at();
        double x1 = vs.get(vs.size() - 1).at();
        double y0 = hs.get(0).at();
        double y1 = hs.get(hs.size() - 1).at();
        for (Ruling h : hs) {
            x0 = Math.min(x0, h.from());
            x1 = Math.max(x1, h.to());
        }
        for (Ruling v : vs) {
            y0 = Math.min(y0, v.from());
            y1 = Math.max(y1, v.to());
        }
        return new Box(x0, y0, x1, y1);
    }

    /** Disjoint sets. */
    private static final class Groups {
        private final int[] parent;

        Groups(int size) {
            parent = new int[size];
            for (int i = 0; i < size; i++) {
                parent[i] = i;
            }
        }

        int of(int i) {
            int root = i;
            while (parent[root] != root) {
                parent[root] = parent[parent[root]];
                root = parent[root];
            }
            return root;
        }

        void join(int a, int b) {
            parent[of(a)] = of(b);
        }
    }
}
