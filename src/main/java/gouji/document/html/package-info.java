/**
 * Web pages: HTML as sites publish it and as Word exports it, and saved pages in one file (MHTML).
 *
 * <p>Nothing is ever fetched and no script runs. The encoding is settled before the parser sees the page (jsoup takes
 * the label {@code gb2312} literally and loses characters). What a page hides, and what it is operated with, is left
 * out; text around the report stays as paragraphs.
 */
package gouji.document.html;
