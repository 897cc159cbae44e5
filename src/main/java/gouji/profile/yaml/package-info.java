/**
 * The one place that knows YAML and JSON Schema: profile files become {@link gouji.profile.Profile}s.
 *
 * <p>A leaf, seen only by the front door. Start at {@link gouji.profile.yaml.ProfileLoader}.
 */
package gouji.profile.yaml;
