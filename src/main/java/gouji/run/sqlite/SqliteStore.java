package gouji.run.sqlite;

import gouji.dataset.OutputException;
import gouji.run.CannotGoOnException;
import gouji.run.DamagedStoreException;
import gouji.run.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;
import org.sqlite.JDBC;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * A store in an SQLite file, with its write-ahead log ({@code -wal}) beside it while it is open. Every commit is forced
 * to disk ({@code synchronous=FULL}). It is held exclusively, so that no memory is shared between processes: network
 * folders need not support that.
 */
public final class SqliteStore implements Store {
    private static final String[] OPENING = {
        "PRAGMA locking_mode=EXCLUSIVE",
        "PRAGMA journal_mode=WAL",
        "PRAGMA synchronous=FULL",
        "CREATE TABLE IF NOT EXISTS result (sha256 TEXT PRIMARY KEY, settings TEXT NOT NULL, reason TEXT NOT NULL,"
                + " digest TEXT NOT NULL, body BLOB NOT NULL)",
        "CREATE TABLE IF NOT EXISTS note (name TEXT PRIMARY KEY, text BLOB NOT NULL)"
    };

    private final Path file;
    private final Connection connection;

    private SqliteStore(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    /** Opens the store of a file, and makes it where it is missing. */
    public static Store open(Path file) throws OutputException {
        try {
            NativeFolder.prepare();
            Connection connection = JDBC.createConnection("jdbc:sqlite:" + file, new Properties());
            SqliteStore store = new SqliteStore(file, connection);
            try {
                store.prepare();
                return store;
            } catch (OutputException | RuntimeException e) {
                store.close();
                throw e;
            }
        } catch (SQLException e) {
            if (e instanceof SQLiteException) {
                throw failed(file, e);
            }
            throw missing(e);
        } catch (LinkageError e) {
            throw missing(e);
        } catch (OutputException e) {
            throw e;
        } catch (IOException e) {
            throw missing(e);
        }
    }

    private static CannotGoOnException missing(Throwable e) {
        return new CannotGoOnException("the database SQLite does not start (" + e.getMessage()
                + "): make room in the temporary folder " + System.getProperty("java.io.tmpdir")
                + ", or set another with GOUJI_JAVA_OPTIONS=-Djava.io.tmpdir=FOLDER.");
    }

    private void prepare() throws OutputException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : OPENING) {
                statement.execute(sql);
            }
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            throw failed(file, e);
        }
    }

    @Override
    public Optional<Row> find(String sha256) throws OutputException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT settings, reason, digest, body FROM result WHERE sha256 = ?")) {
            select.setString(1, sha256);
            try (ResultSet found = select.executeQuery()) {
                return found.next()
                        ? Optional.of(new Row(
                                sha256, found.getString(1), found.getString(2), found.getString(3), found.getBytes(4)))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw failed(file, e);
        }
    }

    @Override
    public void put(Row row) throws OutputException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT OR REPLACE INTO result VALUES (?, ?, ?, ?, ?)")) {
            insert.setString(1, row.sha256());
            insert.setString(2, row.settings());
            insert.setString(3, row.reason());
            insert.setString(4, row.digest());
            insert.setBytes(5, row.body());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw failed(file, e);
        }
    }

    @Override
    public Optional<byte[]> findNote(String name) throws OutputException {
        try (PreparedStatement select = connection.prepareStatement("SELECT text FROM note WHERE name = ?")) {
            select.setString(1, name);
            try (ResultSet found = select.executeQuery()) {
                return found.next() ? Optional.of(found.getBytes(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw failed(file, e);
        }
    }

    @Override
    public void putNote(String name, byte[] text) throws OutputException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT OR REPLACE INTO note VALUES (?, ?)")) {
            insert.setString(1, name);
            insert.setBytes(2, text);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw failed(file, e);
        }
    }

    @Override
    public void removeNote(String name) throws OutputException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM note WHERE name = ?")) {
            delete.setString(1, name);
            delete.executeUpdate();
        } catch (SQLException e) {
            throw failed(file, e);
        }
    }

    @Override
    public void commit() throws OutputException {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw failed(file, e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            // what was committed is in the log, and found there when it is opened again
            return;
        }
    }

    private static OutputException failed(Path file, SQLException e) {
        SQLiteErrorCode code =
                e instanceof SQLiteException s ? SQLiteErrorCode.getErrorCode(s.getResultCode().code & 0xff) : null;
        if (code == SQLiteErrorCode.SQLITE_CORRUPT
                || code == SQLiteErrorCode.SQLITE_NOTADB
                || code == SQLiteErrorCode.SQLITE_ERROR) {
            throw new DamagedStoreException(e);
        }
        String why = code == SQLiteErrorCode.SQLITE_FULL ? "no space left on the device" : e.getMessage();
        return new OutputException(file, new IOException(why, e));
    }
}
