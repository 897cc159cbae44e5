package blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real server, which the test starts. */
class PostgresExportTest {
    private static EmbeddedPostgres server;
    private static String url;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        try {
            server = EmbeddedPostgres.builder().start();
            url = server.getJdbcUrl("postgres", "postgres");
        } catch (IOException | IllegalStateException e) {
            abort("SKIPPED, no PostgreSQL server could be started here: " + e);
        }
    }

    @AfterAll
    static void stop() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void empty() throws SQLException {
        sql("DROP SCHEMA public CASCADE", "CREATE SCHEMA public");
    }

    @Test
    void doneTwiceTheTablesAreTheCsv() throws Exception {
        Path dataset = Path.of("output/cn-disclosure");
        for (int i = 0; i < 2; i++) {
            Call call = Call.gouji("export", dataset, "--to", url);
            assertThat(call.status()).as(call.err()).isZero();
        }

        for (String table : List.of("ledger", "reports", "observations", "checks", "narrative", "codes")) {
            Map<String, String> types = Table.types(dataset, table);
            assertThat(rows(table, types))
                    .as(table)
                    .containsExactlyInAnyOrderElementsOf(Table.csv(dataset.resolve(table + ".csv"), types));
        }
        Map<String, String> types = Table.types(dataset, "wide-requests");
        List<Map<String, Object>> wide = rows("wide_requests", types);
        List<Map<String, Object>> csv = Table.csv(dataset.resolve("wide/requests.csv"), types);
        assertThat(wide.stream().map(r -> List.copyOf(r.values())).toList())
                .containsExactlyInAnyOrderElementsOf(
                        csv.stream().map(r -> List.copyOf(r.values())).toList());
    }

    @Test
    void replacesTheRowsOfItsReportsAndKeepsThoseOfOthers() throws Exception {
        Path one = dataset("one", "a", "r,c,5", "r,d,6");
        Path two = dataset("two", "b", "r,c,7");
        Call.gouji("export", one, "--to", url);
        Call.gouji("export", two, "--to", url);
        assertThat(query("SELECT string_agg(value::text, ',' ORDER BY value) FROM observations"))
                .isEqualTo("5,6,7");

        dataset("one", "a", "r,c,8");
        assertThat(Call.gouji("export", one, "--to", url).status()).isZero();

        assertThat(query("SELECT string_agg(value::text, ',' ORDER BY value) FROM observations"))
                .isEqualTo("7,8");
    }

    @Test
    void aDatasetThatFailsHalfWayChangesNothing() throws Exception {
        Path one = dataset("one", "a", "r,c,5");
        Call.gouji("export", one, "--to", url);

        dataset("one", "a", "r,c,6", "r,d,many");
        Call call = Call.gouji("export", one, "--to", url);

        assertThat(call.status()).isEqualTo(3);
        assertThat(call.err()).contains("observations.csv, row 2");
        assertThat(query("SELECT string_agg(value::text, ',') FROM observations"))
                .isEqualTo("5");
    }

    @Test
    void aServerThatIsNotThereIsSaidInASentence() {
        Call call = Call.gouji("export", "output/cn-disclosure", "--to", "jdbc:postgresql://localhost:1/x?user=x");

        assertThat(call.status()).isEqualTo(3);
        assertThat(call.err()).contains("localhost:1 refused").doesNotContain("\tat ");
    }

    private Path dataset(String name, String id, String... observations) throws IOException {
        Path dataset = folder.resolve(name);
        Folder.write(dataset.resolve("reports.csv"), "report_id\n" + id + "\n");
        StringBuilder rows = new StringBuilder("report_id,row,column,value\n");
        for (String o : observations) {
            rows.append(id).append(',').append(o).append('\n');
        }
        Folder.write(dataset.resolve("observations.csv"), rows.toString());
        String text = "\", \"type\": \"string\"}";
        Folder.write(
                dataset.resolve("datapackage.json"),
                "{\"resources\": [{\"name\": \"reports\", \"path\": \"reports.csv\", \"schema\": {\"fields\": [{\"name\":"
                        + " \"report_id" + text + "], \"primaryKey\": [\"report_id\"]}}, {\"name\": \"observations\","
                        + " \"path\": \"observations.csv\", \"schema\": {\"fields\": [{\"name\": \"report_id" + text
                        + ", {\"name\": \"row" + text + ", {\"name\": \"column" + text
                        + ", {\"name\": \"value\", \"type\": \"number\"}], \"primaryKey\": [\"report_id\", \"row\","
                        + " \"column\"], \"foreignKeys\": []}}]}");
        return dataset;
    }

    private static void sql(String... statements) throws SQLException {
        try (Connection db = DriverManager.getConnection(url);
                var statement = db.createStatement()) {
            for (String s : statements) {
                statement.execute(s);
            }
        }
    }

    private static String query(String sql) throws SQLException {
        try (Connection db = DriverManager.getConnection(url);
                var statement = db.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    private static List<Map<String, Object>> rows(String table, Map<String, String> types) throws SQLException {
        List<String> names = List.copyOf(types.keySet());
        List<Map<String, Object>> rows = new ArrayList<>();
        try (Connection db = DriverManager.getConnection(url);
                var statement = db.createStatement();
                ResultSet result = statement.executeQuery("SELECT * FROM " + table)) {
            while (result.next()) {
                Map<String, Object> row = new LinkedHashMap<>();
                for (int c = 1; c <= names.size(); c++) {
                    String text = result.getString(c);
                    row.put(names.get(c - 1), text == null ? "" : Table.value(types.get(names.get(c - 1)), text));
                }
                rows.add(row);
            }
        }
        return rows;
    }
}
