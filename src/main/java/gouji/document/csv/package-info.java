/** Comma-separated values (RFC 4180), as spreadsheets export them: only the order of the fields in a row is believed. */
package gouji.document.csv;
