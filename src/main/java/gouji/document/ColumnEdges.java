package gouji.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The columns of a table whose cells state the places of their edges: every place at which some cell begins or ends parts
 * two columns. Edges nearer to each other than a tolerance are one.
 */
public final class ColumnEdges {
    /** In twips (1/1440 inch): rows of one table drift by less, and no column is as narrow. */
    private static final int TOLERANCE = 60;

    private final List<Integer> stated = new ArrayList<>();
    private List<Integer> starts = List.of();

    public void add(int edge) {
        stated.add(edge);
        starts = List.of();
    }

    /** The shape of a cell between two edges that were added. */
    public CellShape shape(int left, int right, boolean continued) {
        int from = column(left);
        return CellShape.at(from, Math.max(1, column(right) - from), continued);
    }

    private int column(int edge) {
        if (starts.isEmpty()) {
            starts = cluster();
        }
        int at = Collections.binarySearch(starts, edge);
        return at >= 0 ? at : Math.max(0, -at - 2);
    }

    private List<Integer> cluster() {
        List<Integer> sorted = new ArrayList<>(stated);
        Collections.sort(sorted);
        List<Integer> clusters = new ArrayList<>();
        for (int edge : sorted) {
            if (clusters.isEmpty() || edge - clusters.get(clusters.size() - 1) > TOLERANCE) {
                clusters.add(edge);
            }
        }
        return clusters;
    }
}
