/**
 * Coded values.
 *
 * <p>Enters: a {@link gouji.table.Layout} and a {@link gouji.profile.Profile}. Leaves: a {@link gouji.report.Report}:
 * metadata, section texts, observations with their state and place, figures stated in prose, findings. Printed rows
 * and columns are aligned with a template as sequences. Never knows file formats or CSV.
 */
package gouji.report;
