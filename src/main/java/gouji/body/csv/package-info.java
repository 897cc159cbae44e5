/**
 * Registry files (CSV) become a {@link gouji.body.Registry}.
 *
 * <p>A leaf, seen only by the front door.
 */
package gouji.body.csv;
