package bench;

import bench.Isotonic.Block;
import bench.Isotonic.Sample;
import gouji.check.Calibration.Standing;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What confidences are worth, from the cells that {@link DegradedScans} writes to a file.
 *
 * <p>Arguments: {@code table FILE…} prints for each stated confidence how many cells were right; {@code fit OUT REMARK FILE…}
 * makes the curves of an engine.
 */
final class Reliability {
    private static final double[] BOUNDS = {0, 0.2, 0.5, 0.8, 0.9, 0.95, 0.97, 0.98, 0.99, 0.995, 1.0001};

    /** Fewer cells than this say nothing: their confidence stays as it is. */
    private static final int LEAST_CELLS = 20;
    /** No scan is surer than a page that was never printed, unless its sums hold. */
    private static final double MOST = 0.99;

    private static final double MOST_CONFIRMED = 0.999;

    private Reliability() {}

    /** A cell that was found. */
    private record Cell(Standing standing, double score, double confidence, boolean right) {
        /** Of a line of fields: file, code, wanted, verdict, raw right, state, raw, value, confidence, readings. */
        static List<Cell> of(String line) {
            String[] f = line.split("\t", -1);
            boolean right = f[3].startsWith("RIGHT");
            String best = f[9].replaceAll("^\\[|\\]$", "").split(", ", -1)[0];
            if (best.isEmpty() || f[5].equals("ABSENT")) {
                return List.of();
            }
            Standing standing = f[5].equals("SUSPECT")
                    ? f[7].isEmpty() ? Standing.UNREAD : Standing.SUSPECT
                    : f[5].equals("CONTRADICTED") ? Standing.READ : Standing.valueOf(f[5]);
            double score = Double.parseDouble(best.substring(best.lastIndexOf(':') + 1));
            return List.of(new Cell(standing, score, Double.parseDouble(f[8]), right));
        }
    }

    public static void main(String[] args) throws IOException {
        boolean fit = args[0].equals("fit");
        List<Cell> cells = new ArrayList<>();
        for (int i = fit ? 3 : 1; i < args.length; i++) {
            for (String line : Files.readAllLines(Path.of(args[i]))) {
                cells.addAll(Cell.of(line));
            }
        }
        if (fit) {
            try (PrintStream out = new PrintStream(args[1], StandardCharsets.UTF_8)) {
                out.print("# Standing, score of the first reading, share right. " + args[2] + "\n");
                fit(cells, out);
            }
        } else {
            table(cells, System.out);
        }
    }

    private static void fit(List<Cell> cells, PrintStream out) {
        for (Standing standing : Standing.values()) {
            List<Sample> samples = cells.stream()
                    .filter(c -> c.standing() == standing)
                    .map(c -> new Sample(c.score(), c.right()))
                    .toList();
            double most = standing == Standing.CONFIRMED ? MOST_CONFIRMED : MOST;
            for (Block b : samples.size() < LEAST_CELLS ? List.<Block>of() : Isotonic.fit(samples)) {
                out.printf(Locale.ROOT, "%s,%.6f,%.4f\n", standing, b.score(), Math.min(most, b.share()));
                System.out.printf(Locale.ROOT, "%-10s %.4f %.4f of %d%n", standing, b.score(), b.share(), b.count());
            }
        }
    }

    private static void table(List<Cell> cells, PrintStream out) {
        out.println("| stated | mean stated | cells | observed right |\n|---|---|---|---|");
        for (int i = 1; i < BOUNDS.length; i++) {
            double from = BOUNDS[i - 1];
            double to = BOUNDS[i];
            row(
                    String.format(Locale.ROOT, "%.3f to %.3f", from, Math.min(1, to)),
                    cells.stream()
                            .filter(c -> c.confidence() >= from && c.confidence() < to)
                            .toList(),
                    out);
        }
        for (Standing standing : Standing.values()) {
            row(
                    standing.name().toLowerCase(Locale.ROOT),
                    cells.stream().filter(c -> c.standing() == standing).toList(),
                    out);
        }
        double brier = cells.stream()
                .mapToDouble(c -> Math.pow(c.confidence() - (c.right() ? 1 : 0), 2))
                .average()
                .orElse(0);
        out.printf(Locale.ROOT, "Brier score %.5f of %d cells%n", brier, cells.size());
    }

    private static void row(String name, List<Cell> cells, PrintStream out) {
        if (!cells.isEmpty()) {
            out.printf(
                    Locale.ROOT,
                    "| %s | %.4f | %d | %.2f %% |%n",
                    name,
                    cells.stream().mapToDouble(Cell::confidence).average().orElse(0),
                    cells.size(),
                    100.0 * cells.stream().filter(Cell::right).count() / cells.size());
        }
    }
}
