package gouji.dataset.sql;

import gouji.dataset.Export;
import gouji.dataset.Field;
import gouji.dataset.Schema;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;

/** Rows of one table through a prepared statement, in batches. A key's empty text is a text; all else empty is NULL. */
final class RowWriter implements Export.Table {
    private static final int BATCH = 1_000;

    private final Dialect dialect;
    private final Schema schema;
    private final PreparedStatement statement;
    private final Digits digits;
    private int waiting;

    RowWriter(Dialect dialect, Schema schema, PreparedStatement statement, Digits digits) {
        this.dialect = dialect;
        this.schema = schema;
        this.statement = statement;
        this.digits = digits;
    }

    @Override
    public void row(List<String> cells) throws IOException {
        try {
            for (int i = 0; i < cells.size(); i++) {
                put(i + 1, schema.fields().get(i), cells.get(i));
            }
            statement.addBatch();
            if (++waiting == BATCH) {
                flush();
            }
        } catch (SQLException e) {
            throw Sql.failure(e);
        }
    }

    private void put(int index, Field field, String text) throws SQLException {
        if (text.isEmpty() && !schema.primaryKey().contains(field.name())) {
            statement.setNull(index, Types.NULL);
            return;
        }
        switch (field.type()) {
            case INTEGER -> statement.setLong(index, Long.parseLong(text));
            case NUMBER -> putNumber(index, field, text);
            case DATE -> {
                LocalDate date = LocalDate.parse(text);
                statement.setObject(index, dialect == Dialect.SQLITE ? date.toString() : date);
            }
            case STRING, DATETIME -> statement.setString(index, text);
        }
    }

    private void putNumber(int index, Field field, String text) throws SQLException {
        BigDecimal figure = new BigDecimal(text);
        if (dialect == Dialect.SQLITE) {
            digits.look(schema, field, figure);
            statement.setString(index, figure.toPlainString());
        } else {
            statement.setBigDecimal(index, figure);
        }
    }

    private void flush() throws SQLException {
        if (waiting > 0) {
            statement.executeBatch();
            waiting = 0;
        }
    }

    @Override
    public void close() throws IOException {
        try (statement) {
            flush();
        } catch (SQLException e) {
            throw Sql.failure(e);
        }
    }
}
