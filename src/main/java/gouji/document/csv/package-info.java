/**
 * Comma-separated values (RFC 4180), as spreadsheets export them. Where every row of a table has the same number of fields
 * their numbers are columns; else only their order is believed.
 */
package gouji.document.csv;
