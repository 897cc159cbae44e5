/** The dataset as CSV. The only place that knows Apache Commons CSV. */
package gouji.dataset.csv;
