/**
 * Publishing bodies.
 *
 * <p>Enters: a body's name as printed, the year, and other texts of the report. Leaves: a {@link
 * gouji.body.Resolution}: the body with its division, level and kind, or the divisions it may belong to. A name that
 * several divisions share is settled only by other witnesses, never by a guess. Never knows a report or a profile.
 *
 * <p>The registry is data: {@code gouji/registry/cn-divisions}.
 */
package gouji.body;
