package gouji.dataset.sql;

import java.io.IOException;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Small things of JDBC. */
final class Sql {
    private Sql() {}

    static void run(Connection connection, String... statements) throws IOException {
        try (Statement statement = connection.createStatement()) {
            for (String s : statements) {
                statement.execute(s);
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    static void commit(Connection connection) throws IOException {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Closes; what was not committed is taken back. */
    static void close(Connection connection) throws IOException {
        try (connection) {
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** What the database said; of a batch, what it said of the row. */
    static IOException failure(SQLException e) {
        SQLException first =
                e instanceof BatchUpdateException && e.getNextException() != null ? e.getNextException() : e;
        return new IOException("the database says: " + first.getMessage(), e);
    }
}
