/** Reads pictures (PNG, JPEG, TIFF, BMP, GIF) as documents of pages to be recognised. The only place that knows ImageIO. */
package gouji.document.image;
