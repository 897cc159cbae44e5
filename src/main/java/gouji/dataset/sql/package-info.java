/** The dataset as a database, by JDBC: SQLite and DuckDB files, PostgreSQL servers. */
package gouji.dataset.sql;
