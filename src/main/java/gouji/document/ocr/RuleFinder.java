package gouji.document.ocr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds lines: stretches of 0.22 inch that are nearly all dark after growing by a pixel across, gathered where they touch.
 */
final class RuleFinder {
    private static final double WINDOW_IN = 0.22;
    private static final double SHARE = 0.86;
    private static final double THICKEST_IN = 0.035;
    /** Pixels between two samples of a line. */
    static final int SAMPLE = 6;

    private final Darkness page;
    private final boolean across;
    private final int along;
    private final int depth;

    private RuleFinder(Darkness page, boolean across) {
        this.page = page;
        this.across = across;
        this.along = across ? page.width() : page.height();
        this.depth = across ? page.height() : page.width();
    }

    static List<Rule> horizontals(Darkness page) {
        return new RuleFinder(page, true).find();
    }

    static List<Rule> verticals(Darkness page) {
        return new RuleFinder(page, false).find();
    }

    /** A stretch of one pixel row: depth d, from a to b inclusive. */
    private record Run(int d, int a, int b) {}

    private List<Rule> find() {
        int window = page.px(WINDOW_IN);
        int need = (int) Math.ceil(SHARE * window);
        List<Run> runs = new ArrayList<>();
        boolean[] near = new boolean[along];
        boolean[] before = new boolean[along];
        boolean[] here = new boolean[along];
        boolean[] after = new boolean[along];
        page.lineInk(0, across, after);
        for (int d = 0; d < depth; d++) {
            boolean[] free = before;
            before = here;
            here = after;
            after = free;
            page.lineInk(d + 1, across, after);
            for (int s = 0; s < along; s++) {
                near[s] = before[s] | here[s] | after[s];
            }
            addRuns(near, window, need, d, runs);
        }
        return rules(runs);
    }

    private void addRuns(boolean[] near, int window, int need, int d, List<Run> runs) {
        int count = 0;
        int from = -1;
        int to = -1;
        for (int s = 0; s < along; s++) {
            count += near[s] ? 1 : 0;
            count -= s >= window && near[s - window] ? 1 : 0;
            if (s >= window - 1 && count >= need) {
                int a = s - window + 1;
                if (from >= 0 && a <= to + 1) {
                    to = s;
                } else {
                    addRun(near, d, from, to, runs);
                    from = a;
                    to = s;
                }
            }
        }
        addRun(near, d, from, to, runs);
    }

    private static void addRun(boolean[] near, int d, int from, int to, List<Run> runs) {
        if (from < 0) {
            return;
        }
        int a = from;
        int b = to;
        while (a < b && !near[a]) {
            a++;
        }
        while (b > a && !near[b]) {
            b--;
        }
        runs.add(new Run(d, a, b));
    }

    private List<Rule> rules(List<Run> runs) {
        int[] group = new int[runs.size()];
        Arrays.setAll(group, i -> i);
        int previous = 0;
        int row = 0;
        for (int i = 0; i < runs.size(); i++) {
            Run r = runs.get(i);
            if (i > 0 && runs.get(i - 1).d() != r.d()) {
                previous = row;
                row = i;
            }
            for (int j = previous; j < row; j++) {
                Run q = runs.get(j);
                if (q.d() == r.d() - 1 && q.a() <= r.b() + 1 && q.b() >= r.a() - 1) {
                    group[root(group, i)] = root(group, j);
                }
            }
        }
        java.util.Map<Integer, List<Run>> gathered = new java.util.LinkedHashMap<>();
        for (int i = 0; i < runs.size(); i++) {
            gathered.computeIfAbsent(root(group, i), k -> new ArrayList<>()).add(runs.get(i));
        }
        List<Rule> rules = new ArrayList<>();
        for (List<Run> g : gathered.values()) {
            addRule(g, rules);
        }
        return rules;
    }

    private static int root(int[] group, int i) {
        int r = i;
        while (group[r] != r) {
            group[r] = group[group[r]];
            r = group[r];
        }
        return r;
    }

    private void addRule(List<Run> runs, List<Rule> rules) {
        int from = runs.stream().mapToInt(Run::a).min().orElseThrow();
        int to = runs.stream().mapToInt(Run::b).max().orElseThrow();
        int n = (to - from) / SAMPLE + 1;
        double[] sum = new double[n];
        int[] count = new int[n];
        for (Run r : runs) {
            for (int k = (r.a() - from + SAMPLE - 1) / SAMPLE; k < n && from + k * SAMPLE <= r.b(); k++) {
                sum[k] += r.d();
                count[k]++;
            }
        }
        int[] thick = Arrays.stream(count).filter(c -> c > 0).sorted().toArray();
        if (thick.length == 0 || thick[thick.length / 2] - 2 > Math.max(4, page.px(THICKEST_IN))) {
            return;
        }
        double[] at = new double[thick.length];
        double[] level = new double[thick.length];
        int m = 0;
        for (int k = 0; k < n; k++) {
            if (count[k] > 0) {
                at[m] = from + k * SAMPLE;
                level[m++] = sum[k] / count[k];
            }
        }
        rules.add(new Rule(at, level, from, to, Math.max(1, thick[thick.length / 2] - 2)));
    }
}
