/**
 * The work of an office that oversees the bodies that report: who has filed, what to return, the sum of members, year on
 * year, charts.
 *
 * <p>Enters: a dataset's files ({@link gouji.dataset.DatasetFolder}) and lists of bodies. Leaves: sheets and pages. It
 * reads no report again, and knows no clock.
 */
package gouji.office;
