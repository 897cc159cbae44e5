package gouji.dataset.sql;

import gouji.dataset.Export;
import gouji.dataset.Field;
import gouji.dataset.Schema;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Tables of a PostgreSQL server, in one transaction: all of the dataset is there, or nothing has changed. Doing it again
 * changes nothing. The rows of the reports of this dataset are replaced; rows of other reports stay, so that several
 * datasets can share the tables. Tables and columns that are missing are made.
 */
public final class PostgresExport implements Export {
    private static final Dialect DIALECT = Dialect.POSTGRESQL;
    /** Says on the terminal what is thrown as well; kept here, for a logger nobody keeps forgets its level. */
    private static final Logger DRIVER = Logger.getLogger("org.postgresql");

    static {
        DRIVER.setLevel(Level.OFF);
    }

    private final Connection connection;
    private final List<String> reports;
    private final List<Schema> tables;

    /**
     * Connects.
     *
     * @param url {@code jdbc:postgresql://HOST/DATABASE?user=NAME}
     * @param password empty where the URL or the server needs none
     * @param tables what will be written
     * @param reports the ids of the dataset's reports
     */
    public PostgresExport(String url, String password, List<Schema> tables, List<String> reports) throws IOException {
        this.tables = List.copyOf(tables);
        this.reports = List.copyOf(reports);
        Properties properties = new Properties();
        properties.put("reWriteBatchedInserts", "true");
        if (!password.isEmpty()) {
            properties.put("password", password);
        }
        try {
            connection = DriverManager.getConnection(url, properties);
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            throw Sql.failure(e);
        }
    }

    /** Whether the driver understands the URL; nothing is connected to. */
    public static boolean isAddress(String url) {
        try {
            return DriverManager.getDriver(url) != null;
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public Table open(Schema schema) throws IOException {
        try {
            prepare(schema);
            if (schema.ofReport() || schema.primaryKey().isEmpty()) {
                forget(schema);
            }
            return new RowWriter(DIALECT, schema, connection.prepareStatement(DIALECT.upsert(schema)), new Digits());
        } catch (SQLException e) {
            throw Sql.failure(e);
        }
    }

    private void prepare(Schema schema) throws IOException {
        List<String> statements = new ArrayList<>(List.of(DIALECT.create(schema, tables)));
        for (Field f : schema.fields()) {
            statements.add("ALTER TABLE " + DIALECT.table(schema) + " ADD COLUMN IF NOT EXISTS "
                    + DIALECT.name(f.name()) + " " + DIALECT.type(f));
            if (!DIALECT.bareName(f.name()).equals(f.name())) {
                statements.add("COMMENT ON COLUMN " + DIALECT.table(schema) + "." + DIALECT.name(f.name()) + " IS '"
                        + f.name().replace("'", "''") + "'");
            }
        }
        Sql.run(connection, statements.toArray(String[]::new));
    }

    private void forget(Schema schema) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(
                "DELETE FROM " + DIALECT.table(schema) + " WHERE \"report_id\" = ANY (?)")) {
            delete.setArray(1, connection.createArrayOf("text", reports.toArray()));
            delete.executeUpdate();
        }
    }

    @Override
    public void finish() throws IOException {
        Sql.commit(connection);
    }

    @Override
    public void close() throws IOException {
        Sql.close(connection);
    }
}
