package gouji.report;

import gouji.profile.Label;
import gouji.report.LabelForms.Similarities;
import java.util.List;
import java.util.stream.IntStream;

/** How alike the labels of a report's printed rows and a template's labels are; each text is looked up once. */
final class RowLabels {
    private final List<List<Similarities>> labels;
    private final List<Similarities> lastTwo;
    private final List<Similarities> cut;

    RowLabels(LabelForms forms, List<PrintedRow> rows) {
        this.labels = rows.stream()
                .map(r -> r.labels().stream().map(forms::similarities).toList())
                .toList();
        this.lastTwo =
                rows.stream().map(r -> forms.similarities(lastTwo(r.labels()))).toList();
        this.cut = IntStream.range(0, Math.max(0, rows.size() - 1))
                .mapToObj(i -> last(rows.get(i).labels()) + last(rows.get(i + 1).labels()))
                .map(forms::similarities)
                .toList();
    }

    private static String last(List<String> labels) {
        return labels.isEmpty() ? "" : labels.get(labels.size() - 1);
    }

    private static String lastTwo(List<String> labels) {
        return labels.size() < 2 ? "" : labels.get(labels.size() - 2) + last(labels);
    }

    /** How many labels begin in row {@code i}. */
    int count(int i) {
        return labels.get(i).size();
    }

    /** Similarity of label {@code l} (from 0) of row {@code i}. */
    double of(int i, int l, Label label) {
        return labels.get(i).get(l).to(label);
    }

    /** Similarity of the last label of row {@code i}; 0 when it has none. */
    double ofLast(int i, Label label) {
        return count(i) == 0 ? 0 : of(i, count(i) - 1, label);
    }

    /** Similarity of the last two labels of row {@code i}, joined; 0 when it has fewer. */
    double ofLastTwo(int i, Label label) {
        return lastTwo.get(i).to(label);
    }

    /** Similarity of the last labels of row {@code i} and of the next, joined. */
    double ofCut(int i, Label label) {
        return cut.get(i).to(label);
    }
}
