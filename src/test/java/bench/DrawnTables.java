package bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tablegen.Differences;
import tablegen.DrawnDocument;

/**
 * Reads any number of made-up PDFs and says what was not read as drawn: {@code DrawnTables SEED FROM TO [FOLDER]}; with
 * a folder the documents that were not are kept there.
 */
public final class DrawnTables {
    private static final int SHOWN = 6;

    private DrawnTables() {}

    public static void main(String[] args) throws Exception {
        long seed = Long.parseLong(args[0]);
        int from = Integer.parseInt(args[1]);
        int to = Integer.parseInt(args[2]);
        int wrong = 0;
        int tables = 0;
        int cells = 0;
        Map<String, Integer> kinds = new TreeMap<>();
        for (int number = from; number < to; number++) {
            DrawnDocument drawn = DrawnDocument.of(seed, number);
            tables += drawn.tables().size();
            cells += drawn.tables().stream().mapToInt(t -> t.fields().size()).sum();
            List<String> differences = Differences.of(drawn);
            if (!differences.isEmpty()) {
                wrong++;
                kinds.merge(drawn.what().split(" ")[0], 1, Integer::sum);
                System.out.println(number + " " + drawn.what() + "\n  "
                        + differences.stream().limit(SHOWN).collect(Collectors.joining("\n  "))
                        + (differences.size() > SHOWN ? "\n  and " + (differences.size() - SHOWN) + " more" : ""));
                if (args.length > 3) {
                    Files.write(Files.createDirectories(Path.of(args[3])).resolve(number + ".pdf"), drawn.pdf());
                }
            }
        }
        System.out.println(to - from + " documents, " + tables + " tables, " + cells + " cells; " + wrong
                + " documents not read exactly as drawn " + kinds);
    }
}
