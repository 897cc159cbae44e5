/**
 * Settled values.
 *
 * <p>Enters: a {@link gouji.report.Report} and its profile's identities. Leaves: a {@link gouji.check.CheckedReport}:
 * every identity with its result, and observations whose state says whether an identity speaks for or against them.
 * A figure
 * of a born-digital source is never changed here; one that was recognised may be repaired, with a proof
 * ({@link gouji.check.Repair}). Never knows formats.
 */
package gouji.check;
