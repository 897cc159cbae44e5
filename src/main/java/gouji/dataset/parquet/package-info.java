/** The dataset as Parquet. The only place that knows Apache Parquet, and the Hadoop types in its signatures. */
package gouji.dataset.parquet;
