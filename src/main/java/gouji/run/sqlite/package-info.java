/** The run's state in SQLite, the one place that knows it. */
package gouji.run.sqlite;
