package gouji.run.spark;

import gouji.dataset.Decimals;
import gouji.dataset.Field;
import gouji.dataset.Schema;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.LongAccumulator;

/**
 * Rows with types: texts as strings, counts as 64 bit, figures as DECIMAL(38, 10), dates as dates; no value is null. As
 * in the Parquet export.
 */
final class Tables {
    /** The year reported on, by which tables are partitioned. */
    static final String YEAR = "year";
    /** Place of a row among those of its report, from 1; orders tables without a key. */
    static final String POSITION = "position";

    private Tables() {}

    /** A table of the ledger's kind: the schema's columns. */
    static StructType plain(Schema schema) {
        return new StructType(schema.fields().stream().map(Tables::field).toArray(StructField[]::new));
    }

    /** A table of reports' rows: the schema's columns, the position where there is no key, and the year. */
    static StructType ofReports(Schema schema) {
        StructType type = plain(schema);
        if (schema.primaryKey().isEmpty()) {
            type = type.add(POSITION, DataTypes.LongType);
        }
        return schema.header().contains(YEAR) ? type : type.add(YEAR, DataTypes.LongType);
    }

    /** What the rows of a table are sorted by. */
    static List<String> order(Schema schema) {
        List<String> order = new ArrayList<>(List.of(YEAR));
        order.addAll(schema.primaryKey().isEmpty() ? List.of("report_id", POSITION) : schema.primaryKey());
        return order;
    }

    private static StructField field(Field f) {
        return DataTypes.createStructField(f.name(), type(f), true);
    }

    private static DataType type(Field f) {
        return switch (f.type()) {
            case INTEGER -> DataTypes.LongType;
            case NUMBER -> DataTypes.createDecimalType(Decimals.PRECISION, Decimals.SCALE);
            case DATE -> DataTypes.DateType;
            case STRING, DATETIME -> DataTypes.StringType;
        };
    }

    static Row plain(Schema schema, List<String> texts, LongAccumulator unfit) {
        return RowFactory.create(cells(schema, texts, unfit).toArray());
    }

    /**
     * A row of {@link #ofReports}.
     *
     * @param year as text, empty for none
     * @param position from 1
     * @param unfit counts the figures that fit no DECIMAL(38, 10)
     */
    static Row ofReports(Schema schema, List<String> texts, String year, long position, LongAccumulator unfit) {
        List<Object> cells = cells(schema, texts, unfit);
        if (schema.primaryKey().isEmpty()) {
            cells.add(position);
        }
        if (!schema.header().contains(YEAR)) {
            cells.add(year.isEmpty() ? null : Long.valueOf(year));
        }
        return RowFactory.create(cells.toArray());
    }

    private static List<Object> cells(Schema schema, List<String> texts, LongAccumulator unfit) {
        Decimals decimals = new Decimals();
        List<Object> cells = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            Field field = schema.fields().get(i);
            String text = texts.get(i);
            cells.add(text.isEmpty() ? null : cell(decimals, schema, field, text));
        }
        unfit.add(decimals.notices().size());
        return cells;
    }

    private static Object cell(Decimals decimals, Schema schema, Field field, String text) {
        return switch (field.type()) {
            case INTEGER -> Long.valueOf(text);
            case NUMBER -> decimals.fit(schema, field, text).orElse(null);
            case DATE -> LocalDate.parse(text);
            case STRING, DATETIME -> text;
        };
    }
}
