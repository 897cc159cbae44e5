/**
 * Rich Text Format (RTF 1.9.1). No kept Java library reads its tables, so this is a small reader of our own: groups and
 * destinations, text in the declared code pages and in Unicode, rows whose cells state their right edges in twips, merged
 * and nested cells. Hidden and deleted text, headers, footers, notes and comments are left out.
 */
package gouji.document.rtf;
