/**
 * The contract's files.
 *
 * <p>Enters: what was extracted from each report ({@link gouji.dataset.Extracted}), in the order of report ids, and
 * the ledger's rows in the order of inputs. Leaves: the files of the output folder, the same bytes for the same
 * inputs. A record for each kind of row; {@link gouji.dataset.Schemas} says what every column means, once, for the
 * CSV headers and for the Data Package. Never knows clocks, threads or machines.
 *
 * <p>A leaf below this room knows one library: {@code dataset.csv} writes CSV, {@code dataset.json} JSON.
 */
package gouji.dataset;
