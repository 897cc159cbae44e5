/** Notes in Word. The only place of this room that knows Apache POI. */
package gouji.office.docx;
