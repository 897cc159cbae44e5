/**
 * What a report family says about itself, as data.
 *
 * <p>Enters: a profile file (YAML 1.2, described by {@code profile.schema.json}). Leaves: a {@link
 * gouji.profile.Profile}. Every key of a profile is executed, or the profile is refused when it is loaded. Never
 * knows any document.
 *
 * <p>Words: labels have preferred, alternative and hidden forms as in SKOS; codes and missing-value meanings follow
 * SDMX; identities are linear with integer weights as XBRL summations are.
 */
package gouji.profile;
