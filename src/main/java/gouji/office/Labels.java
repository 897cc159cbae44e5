package gouji.office;

import gouji.dataset.DatasetFolder;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** The printed words for codes, from codes.csv; a code of no label stands for itself. */
final class Labels {
    private final Map<String, String> labels = new HashMap<>();

    static Labels of(DatasetFolder dataset) throws IOException {
        Labels labels = new Labels();
        for (Map<String, String> row : dataset.rows("codes")) {
            if (!row.get("label").isEmpty()) {
                labels.labels.putIfAbsent(key(row.get("table"), row.get("kind"), row.get("code")), row.get("label"));
            }
        }
        return labels;
    }

    String row(String table, String code) {
        return path(table, "row", code);
    }

    String column(String table, String code) {
        return path(table, "column", code);
    }

    /** The groups' labels and its own, as far as they are printed: 结果维持 below 行政复议 is 行政复议·结果维持. */
    private String path(String table, String kind, String code) {
        StringBuilder path = new StringBuilder();
        for (int dot = code.indexOf('.'); ; dot = code.indexOf('.', dot + 1)) {
            String part = dot < 0 ? code : code.substring(0, dot);
            String label = labels.getOrDefault(key(table, kind, part), "");
            if (!label.isEmpty()) {
                path.append(path.isEmpty() ? "" : "·").append(label);
            }
            if (dot < 0) {
                return path.isEmpty() ? code : path.toString();
            }
        }
    }

    private static String key(String table, String kind, String code) {
        return table + "\n" + kind + "\n" + code;
    }
}
