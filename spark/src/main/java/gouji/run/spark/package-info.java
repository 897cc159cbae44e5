/**
 * The import as a job of Apache Spark.
 *
 * <p>In: a folder, on any file system that Hadoop knows. Out: the tables {@code reports}, {@code observations}, {@code
 * checks}, {@code narrative} and {@code ledger} as Parquet, with the rows that a run on one machine writes. It never knows
 * how an input is read: that is given to it as {@link gouji.run.spark.Equipment}.
 */
package gouji.run.spark;
