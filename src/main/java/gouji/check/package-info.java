/**
 * Settled values.
 *
 * <p>Enters: a {@link gouji.report.Report} and its profile's identities. Leaves: a {@link gouji.check.CheckedReport}:
 * every identity with its result, and observations whose state says whether an identity speaks for or against them.
 * A printed figure is never changed here. Never knows formats, or how a number was read.
 */
package gouji.check;
