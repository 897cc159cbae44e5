package gouji.report;

import gouji.profile.TableTemplate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Aligns printed rows with the rows of a template as two sequences: order, labels and the run of figures decide
 * together, so that a displaced group label, a missing heading or an extra row costs its own cell only.
 *
 * <p>Needleman and Wunsch's recurrence (1970), free of charge for printed rows before the first and after the last
 * match, with a step that takes two printed rows for one (a row cut by a page break).
 */
final class RowAlignment {
    /** A template row that the report lacks. */
    private static final double MISSING_LINE = -0.3;
    /** A printed row with figures that the template lacks. */
    private static final double UNKNOWN_ROW = -0.3;
    /** A printed row without figures between two matches: header, note, blank. */
    private static final double PLAIN_ROW = -0.005;
    /** Mending two printed rows to one, so that a whole row is preferred. */
    private static final double MEND = -0.02;

    private final List<PrintedRow> rows;
    private final boolean open;
    private final List<TableLine> lines;
    private final RowScores scores;
    private final double[][] best;
    private final byte[][] step;

    private static final byte SKIP_ROW = 1;
    private static final byte SKIP_LINE = 2;
    private static final byte MATCH = 3;
    private static final byte MATCH_CUT = 4;

    /**
     * A template row with the printed row or rows that answer it.
     *
     * @param line the template row
     * @param first index of the printed row
     * @param count 1, or 2 for a row cut by a page break
     * @param score how sure the match is, 0 to 1
     */
    record Match(TableLine line, int first, int count, double score) {}

    /**
     * An alignment.
     *
     * @param score sum of all steps; the higher the better
     * @param matches in template order
     * @param unknown printed rows with figures between the first and the last match that answer no template row
     */
    record Result(double score, List<Match> matches, List<Integer> unknown) {}

    private RowAlignment(TableTemplate table, List<TableLine> lines, RowScores scores) {
        this.rows = scores.rows();
        this.open = table.open();
        this.lines = lines;
        this.scores = scores;
        this.best = new double[rows.size() + 1][lines.size() + 1];
        this.step = new byte[rows.size() + 1][lines.size() + 1];
    }

    static Result align(TableTemplate table, List<TableLine> lines, RowScores scores) {
        RowAlignment alignment = new RowAlignment(table, lines, scores);
        alignment.fill();
        return alignment.trace();
    }

    private void fill() {
        for (int i = 0; i <= rows.size(); i++) {
            for (int j = 0; j <= lines.size(); j++) {
                if (i > 0 || j > 0) {
                    fill(i, j);
                }
            }
        }
    }

    private void fill(int i, int j) {
        best[i][j] = Double.NEGATIVE_INFINITY;
        if (i > 0) {
            offer(i, j, best[i - 1][j] + skipCost(i - 1, j), SKIP_ROW);
        }
        if (j > 0) {
            offer(i, j, best[i][j - 1] + (lines.get(j - 1).optional() ? 0 : MISSING_LINE), SKIP_LINE);
        }
        if (i > 0 && j > 0) {
            double score = scores.of(i - 1, lines.get(j - 1));
            if (score > 0) {
                offer(i, j, best[i - 1][j - 1] + score, MATCH);
            }
        }
        if (i > 1 && j > 0) {
            double score = scores.ofCut(i - 2, lines.get(j - 1));
            if (score > 0) {
                offer(i, j, best[i - 2][j - 1] + score + MEND, MATCH_CUT);
            }
        }
    }

    private void offer(int i, int j, double score, byte kind) {
        if (score > best[i][j]) {
            best[i][j] = score;
            step[i][j] = kind;
        }
    }

    private double skipCost(int row, int line) {
        if (line == 0 || line == lines.size()) {
            return 0;
        }
        return rows.get(row).hasFigures() ? UNKNOWN_ROW : PLAIN_ROW;
    }

    private Result trace() {
        int i = rows.size();
        int j = lines.size();
        List<Match> matches = new ArrayList<>();
        List<Integer> unknown = new ArrayList<>();
        while (i > 0 || j > 0) {
            switch (step[i][j]) {
                case SKIP_ROW -> {
                    i--;
                    if (rows.get(i).hasFigures()) {
                        unknown.add(i);
                    }
                }
                case SKIP_LINE -> j--;
                case MATCH -> {
                    i--;
                    j--;
                    matches.add(new Match(lines.get(j), i, 1, scores.of(i, lines.get(j))));
                }
                default -> {
                    i -= 2;
                    j--;
                    matches.add(new Match(lines.get(j), i, 2, scores.ofCut(i, lines.get(j))));
                }
            }
        }
        Collections.reverse(matches);
        Collections.reverse(unknown);
        return new Result(best[rows.size()][lines.size()], matches, inside(matches, unknown));
    }

    /** Unknown rows between the first and the last match, or anywhere where the table is open. */
    private List<Integer> inside(List<Match> matches, List<Integer> unknown) {
        if (matches.isEmpty()) {
            return List.of();
        }
        if (open) {
            return unknown;
        }
        int first = matches.get(0).first();
        int last = matches.get(matches.size() - 1).first();
        return unknown.stream().filter(i -> i > first && i < last).toList();
    }
}
