/**
 * Many inputs.
 *
 * <p>Enters: the arguments of a run and an {@link gouji.run.Extractor}. Leaves: a complete output folder and a {@link
 * gouji.run.Summary}; every input stands in the ledger, whatever happened to it. Threads, clocks, limits and resuming
 * live here and nowhere else. Never knows how anything is parsed.
 *
 * <p>What was made of an input is kept in a database, {@code .work/state.db}, by the digest of its content ({@link
 * gouji.run.Store}); the dataset is put together from it in order. So a run that was stopped goes on where
 * it stood, and a run that is complete changes nothing.
 */
package gouji.run;
