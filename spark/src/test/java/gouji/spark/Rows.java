package gouji.spark;

import gouji.dataset.CsvSource;
import gouji.dataset.Field;
import gouji.dataset.Schema;
import gouji.dataset.csv.CommonsCsvSource;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** A table's rows as texts, in the order of its key, read from the CSV of a run or from the Parquet of a job. */
public final class Rows {
    private Rows() {}

    public static List<List<String>> ofCsv(Path folder, Schema schema) throws IOException {
        List<List<String>> all = new ArrayList<>();
        try (CsvSource.Rows rows = new CommonsCsvSource().read(folder.resolve(schema.path()))) {
            if (!rows.header().equals(schema.header())) {
                throw new IOException("columns " + rows.header());
            }
            for (Optional<List<String>> row = rows.next(); row.isPresent(); row = rows.next()) {
                List<String> texts = new ArrayList<>();
                for (int i = 0; i < row.get().size(); i++) {
                    texts.add(plain(schema.fields().get(i), row.get().get(i)));
                }
                all.add(texts);
            }
        }
        return all;
    }

    public static List<List<String>> ofParquet(SparkSession spark, Path folder, Schema schema) {
        Dataset<Row> table = spark.read().parquet(folder.resolve(schema.name()).toString());
        List<String> key = schema.primaryKey().isEmpty() ? List.of("report_id", "position") : schema.primaryKey();
        Column[] columns = schema.header().stream().map(functions::col).toArray(Column[]::new);
        List<List<String>> all = new ArrayList<>();
        Column[] order = key.stream().map(functions::col).toArray(Column[]::new);
        for (Row row : table.orderBy(order).select(columns).collectAsList()) {
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                texts.add(row.isNullAt(i) ? "" : plain(schema.fields().get(i), text(row.get(i))));
            }
            all.add(texts);
        }
        return all;
    }

    private static String text(Object cell) {
        return cell instanceof BigDecimal figure ? figure.toPlainString() : cell.toString();
    }

    /** A figure without the zeros that only its type adds. */
    private static String plain(Field field, String text) {
        return field.type() != Field.Type.NUMBER || text.isEmpty()
                ? text
                : new BigDecimal(text).stripTrailingZeros().toPlainString();
    }
}
