package gouji.dataset.sql;

import gouji.dataset.Export;
import gouji.dataset.Schema;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/** A new SQLite file: a table for each, with keys; figures as NUMERIC, dates as ISO texts. */
public final class SqliteExport implements Export {
    private final Connection connection;
    private final List<Schema> tables;
    private final Digits digits = new Digits();

    /**
     * Makes the file.
     *
     * @param file does not exist yet
     * @param tables what will be written; keys into a table that is not among them are left out
     */
    public SqliteExport(Path file, List<Schema> tables) throws IOException {
        this.tables = List.copyOf(tables);
        try {
            connection = DriverManager.getConnection("jdbc:sqlite:" + file);
            // a file that fails half way is thrown away as a whole: no journal, one sync at the end
            Sql.run(connection, "PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF", "PRAGMA foreign_keys = OFF");
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            throw Sql.failure(e);
        }
    }

    @Override
    public Table open(Schema schema) throws IOException {
        Sql.run(connection, Dialect.SQLITE.create(schema, tables));
        try {
            return new RowWriter(
                    Dialect.SQLITE, schema, connection.prepareStatement(Dialect.SQLITE.insert(schema)), digits);
        } catch (SQLException e) {
            throw Sql.failure(e);
        }
    }

    @Override
    public List<String> notices() {
        return digits.notices();
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
