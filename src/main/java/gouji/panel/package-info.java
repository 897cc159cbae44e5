/**
 * Reports beside each other.
 *
 * <p>Enters: checked reports, one at a time, and the registry of bodies. Leaves: a {@link gouji.panel.Filing} for each
 * (who reports, for which year, of what scope, in which edition), checks between years and between bodies, and the
 * points of a panel over all templates. Of each report only what these need is kept. Never knows files.
 */
package gouji.panel;
