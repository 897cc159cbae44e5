package degraded;

import gouji.profile.BlockTemplate;
import gouji.profile.Node;
import gouji.profile.Profile;
import gouji.profile.TableTemplate;
import gouji.profile.yaml.ProfileLoader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * The figures of one made report of template {@code format-2021}; every identity of the template holds.
 *
 * @param printed by {@code table.row.column}: the text of each cell, empty or a mark where there is no figure
 */
record Made(Map<String, String> printed) {
    static final Profile PROFILE = ProfileLoader.builtIn("cn-disclosure");
    static final String TEMPLATE = "format-2021";

    /** How large the figures are, and what stands for a zero. */
    enum Kind {
        QUIET(0.93, 1, 1),
        MIXED(0.7, 1, 3),
        BUSY(0.35, 1, 4),
        BLANKS(0.7, 1, 3),
        DASHES(0.8, 1, 2);

        private final double zeros;
        private final int least;
        private final int most;

        Kind(double zeros, int least, int most) {
            this.zeros = zeros;
            this.least = least;
            this.most = most;
        }

        private int figure(Random random) {
            if (random.nextDouble() < zeros) {
                return 0;
            }
            int digits = least + random.nextInt(most - least + 1);
            int lowest = digits == 1 ? 1 : (int) Math.pow(10, digits - 1.0);
            return lowest + random.nextInt(9 * (digits == 1 ? 1 : lowest));
        }
    }

    static TableTemplate table(String id) {
        return PROFILE.template(TEMPLATE).tables().stream()
                .filter(t -> t.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    static Made of(Kind kind, Random random) {
        Map<String, Integer> figures = new LinkedHashMap<>();
        requests(kind, random, figures);
        remedies(kind, random, figures);
        Map<String, String> printed = new LinkedHashMap<>();
        disclosure(kind, random, printed);
        figures.forEach((code, n) -> printed.put(code, text(kind, n, random)));
        return new Made(printed);
    }

    private static String text(Kind kind, int n, Random random) {
        if (n > 0 || kind != Kind.BLANKS && kind != Kind.DASHES || random.nextDouble() < 0.5) {
            return Integer.toString(n);
        }
        return kind == Kind.BLANKS ? "" : random.nextInt(3) == 0 ? "/" : "-";
    }

    private static void disclosure(Kind kind, Random random, Map<String, String> printed) {
        for (String code : table("disclosure").cellCodes()) {
            printed.put("disclosure." + code, Integer.toString(kind.figure(random)));
        }
        String fees =
                BigDecimal.valueOf(random.nextInt(100_000), random.nextInt(5)).toPlainString();
        printed.put("disclosure.admin_fees.fee_amount", kind == Kind.QUIET ? "0" : fees);
    }

    private static void requests(Kind kind, Random random, Map<String, Integer> figures) {
        BlockTemplate block = table("requests").blocks().get(0);
        List<String> columns = block.leafColumns().stream().map(Node::code).toList();
        List<String> results = block.leafRows().stream()
                .map(Node::code)
                .filter(r -> r.startsWith("result.") && !r.equals("result.total"))
                .toList();
        Map<String, int[]> rows = new LinkedHashMap<>();
        block.leafRows().forEach(r -> rows.put(r.code(), new int[columns.size()]));
        for (int c = 0; c + 1 < columns.size(); c++) {
            int sum = 0;
            for (String row : results) {
                rows.get(row)[c] = kind.figure(random);
                sum += rows.get(row)[c];
            }
            int out = random.nextInt(3) == 0 ? kind.figure(random) : 0;
            int in = sum + out == 0 ? 0 : random.nextInt(3) == 0 ? random.nextInt(sum + out) : 0;
            rows.get("result.total")[c] = sum;
            rows.get("carried_out")[c] = out;
            rows.get("carried_in")[c] = in;
            rows.get("received_new")[c] = sum + out - in;
        }
        rows.forEach((row, values) -> {
            int sum = 0;
            for (int c = 0; c + 1 < values.length; c++) {
                sum += values[c];
            }
            values[values.length - 1] = sum;
            for (int c = 0; c < values.length; c++) {
                figures.put("requests." + row + "." + columns.get(c), values[c]);
            }
        });
    }

    private static void remedies(Kind kind, Random random, Map<String, Integer> figures) {
        List<String> columns = new ArrayList<>(table("remedies").cellCodes());
        int sum = 0;
        for (String column : columns) {
            boolean total = column.endsWith(".total");
            int n = total ? sum : kind.figure(random);
            sum = total ? 0 : sum + n;
            figures.put("remedies." + column, n);
        }
    }

    /** The figure a cell holds, empty where it is printed blank or with a mark. */
    Optional<BigDecimal> value(String code) {
        String text = printed.get(code);
        return text.isEmpty() || text.equals("-") || text.equals("/")
                ? Optional.empty()
                : Optional.of(new BigDecimal(text));
    }
}
